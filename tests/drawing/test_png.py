"""The PNG that drawings are written as."""

from PySide6.QtGui import QImage

from cxstudio.drawing.charts.figure import axes_mm, finished, new_figure
from cxstudio.drawing.png import png


def test_pixels_and_size_come_back():
    rows = [bytes((255, 0, 0, 0, 255, 0)), bytes((0, 0, 255, 10, 20, 30))]
    image = QImage.fromData(png(2, 2, rows, 300))
    assert (image.width(), image.height(), round(image.dotsPerMeterX())) == (2, 2, 11811)
    colours = [image.pixelColor(x, y).getRgb()[:3] for y in range(2) for x in range(2)]
    assert colours == [(255, 0, 0), (0, 255, 0), (0, 0, 255), (10, 20, 30)]


def test_a_chart_has_the_same_bytes_each_time() -> None:
    def chart() -> bytes:
        figure = new_figure(40, 20)
        axes_mm(figure, 2, 2, 2, 2).axhline(0.2)
        return finished(figure, "A line").svg

    assert chart() == chart()
