"""The pages in small: what comes out, before it comes out."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cxstudio.drawing.journey.poster import Pages
from cxstudio.drawing.journey.sheet import Sheet, paint_sheet
from cxstudio.i18n import _
from cxstudio.ui import theme

GAP = 6.0
MOST_PIXELS = 1400.0


def thumbnail(sheet: Sheet) -> QImage:
    """The sheet as a picture for previews."""
    scale = min(1.0, MOST_PIXELS / max(sheet.width, sheet.height))
    size = QSize(max(1, ceil(sheet.width * scale)), max(1, ceil(sheet.height * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_sheet(painter, sheet)
    painter.end()
    return image


class PagesPreview(QWidget):
    """All pages beside each other as they will lie, with their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(300), theme.px(260))
        self._pages: Pages | None = None
        self._sheet: Sheet | None = None
        self._image, self._small = QImage(), QImage()

    def show_pages(self, pages: Pages) -> None:
        """Another set of pages."""
        if pages.sheet is not self._sheet:
            self._sheet = pages.sheet
            self._image, self._small = thumbnail(pages.sheet), QImage()
        self._pages = pages
        names = ", ".join(pages.name(page) for page in range(min(pages.count, 40)))
        self.setAccessibleName(_("Preview of the pages"))
        self.setAccessibleDescription(names)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if self._pages is None:
            return
        columns = self._pages.tiling.columns if self._pages.tiling else 1
        rows = self._pages.tiling.rows if self._pages.tiling else 1
        width, height = self._pages.paper
        gap = GAP if columns * rows < 200 else 2.0
        scale = min(
            (self.width() - 2 - gap * (columns - 1)) / (width * columns),
            (self.height() - 2 - gap * (rows - 1)) / (height * rows),
        )
        self._fit_image(scale)
        step = (width * scale + gap, height * scale + gap)
        left = (self.width() - step[0] * columns + gap) / 2
        top = (self.height() - step[1] * rows + gap) / 2
        for page in range(self._pages.count):
            row, column = divmod(page, columns)
            place = QRectF(
                left + column * step[0], top + row * step[1], width * scale, height * scale
            )
            self._paint_page(painter, page, place, scale)

    def _fit_image(self, scale: float) -> None:
        """The map at the size it is shown in, made small smoothly."""
        assert self._pages is not None
        wide = max(1, round(self._pages.size[0] * scale * self.devicePixelRatioF()))
        if self._small.width() != wide:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = self._image.scaledToWidth(wide, smooth)

    def _paint_page(self, painter: QPainter, page: int, place: QRectF, scale: float) -> None:
        assert self._pages is not None
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(place)
        part, at = self._placed(page)
        factor = self._small.width() / self._pages.size[0]
        source = QRectF(
            part.x() * factor, part.y() * factor, part.width() * factor, part.height() * factor
        )
        target = QRectF(
            place.x() + at[0] * scale,
            place.y() + at[1] * scale,
            part.width() * scale,
            part.height() * scale,
        )
        painter.drawImage(target, self._small, source)
        name = self._pages.name(page)
        if name and place.width() > 34:
            self._paint_name(painter, name, place)

    def _placed(self, page: int) -> tuple[QRectF, tuple[float, float]]:
        """The part of the map on a page, and where it stands there; millimetres."""
        assert self._pages is not None
        tiling, size = self._pages.tiling, self._pages.size
        if tiling is not None:
            return QRectF(*tiling.tiles[page].part), (tiling.margin, tiling.margin)
        left, top = ((p - s) / 2 for p, s in zip(self._pages.paper, size, strict=True))
        return QRectF(0, 0, *size), (left, top)

    def _paint_name(self, painter: QPainter, name: str, place: QRectF) -> None:
        painter.setFont(theme.font("code"))
        width = painter.fontMetrics().horizontalAdvance(name) + 10
        label = QRectF(place.right() - width - 4, place.bottom() - 22, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(label, 4, 4)
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, name)


class PageView(QWidget):
    """One page as it is printed; painted when it comes into view."""

    def __init__(self, pages: Pages, page: int, width: int) -> None:
        super().__init__()
        self._pages, self._page = pages, page
        self._image: QImage | None = None
        self.setFixedSize(width, max(1, round(width * pages.paper[1] / pages.paper[0])))
        number = _("Page {number} of {count}").format(number=page + 1, count=pages.count)
        self.setAccessibleName(" ".join(filter(None, (number, pages.name(page)))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None:
            self._image = self._painted()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.setPen(theme.colour("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _painted(self) -> QImage:
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = image.width() / self._pages.paper[0]
        painter.scale(scale, scale)
        self._pages.paint(painter, self._page)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


class PageColumn(QWidget):
    """All pages under each other, to scroll through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.px(20),) * 4)
        self._column.setSpacing(theme.px(16))
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def show_pages(self, pages: Pages, width: int) -> None:
        """Another set of pages, each `width` pixels wide."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for page in range(pages.count):
            self._column.addWidget(PageView(pages, page, width))
