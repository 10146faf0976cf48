"""Pictures packed beside the painting of the next ones."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cxstudio.drawing import packing
from cxstudio.drawing.charts.figure import axes_mm, finished, new_figure
from cxstudio.drawing.journey.export import png_begun, png_of
from cxstudio.drawing.png import UNFILTERED, packed, png
from cxstudio.drawing.qt import ensure_gui


def test_packed_beside_it_has_the_same_bytes() -> None:
    ensure_gui()

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(3, 5, 101, 207), Qt.GlobalColor.darkCyan)

    begun = [png_begun(paint, (131, 300), scale, 300) for scale in (1, 2)]
    assert [one.result() for one in begun] == [png_of(paint, (131, 300), s, 300) for s in (1, 2)]


def test_stripes_give_the_bytes_of_their_rows() -> None:
    rows = [bytes((n % 7, n % 5, 3) * 40) for n in range(50)]
    stripes = [UNFILTERED + UNFILTERED.join(rows[:31]), UNFILTERED + UNFILTERED.join(rows[31:])]
    assert packed(40, 50, stripes, 300) == png(40, 50, rows, 300)


def test_no_more_pictures_wait_than_there_is_room_for() -> None:
    go, fifth = threading.Event(), threading.Event()

    def slow() -> bytes:
        go.wait(30)
        return b""

    def one_more() -> None:
        packing.beside(lambda: b"").result()
        fifth.set()

    waiting = [packing.beside(slow) for _ in range(packing.MOST_WAITING)]
    thread = threading.Thread(target=one_more)
    thread.start()
    assert not fifth.wait(0.05)
    go.set()
    thread.join(30)
    assert fifth.is_set() and all(one.result() == b"" for one in waiting)


def test_what_fails_in_packing_is_raised_and_leaves_its_room() -> None:
    def fail() -> bytes:
        raise ValueError("not a picture")

    for _ in range(packing.MOST_WAITING + 1):
        with pytest.raises(ValueError, match="not a picture"):
            packing.beside(fail).result()


def test_a_chart_has_the_same_bytes_each_time() -> None:
    def chart() -> bytes:
        figure = new_figure(40, 20)
        axes_mm(figure, 2, 2, 2, 2).axhline(0.2)
        return finished(figure, "A line").svg

    assert chart() == chart()
