"""The rail at the left: the method's groups with their progress, and the pages under them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.widgets.bars import paint_ring
from cxstudio.ui.widgets.record_rows import paint_tint

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole + 1
_ITEM, _HEAD, _FOLDED_HEAD, _ABOVE, _BELOW = 32, 40, 21, 12, 8
_LOW_ITEM, _LOW_HEAD, _LOW_FOLDED_HEAD, _LOW_ABOVE, _LOW_BELOW = 24, 25, 13, 4, 2
_HEAD_CENTRE = 0.62  # of the head's height: it belongs to what is under it


@dataclass(frozen=True)
class RailItem:
    """A page: its key, icon, translated title and, where it has records, their number."""

    key: str
    icon: str
    title: str
    count: int | None = None


@dataclass(frozen=True)
class RailGroup:
    """A step of the method. Without a title its items stand alone, as the overview does."""

    title: str
    share: float | None = None
    items: Sequence[RailItem] = field(default_factory=tuple)


class _Entries(QAbstractListModel):
    """Groups and their pages in one list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[RailGroup | RailItem] = []

    def show(self, groups: Sequence[RailGroup]) -> None:
        self.beginResetModel()
        self.entries = []
        for group in groups:
            self.entries += [group, *group.items] if group.title else group.items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if isinstance(entry, RailItem) and role == Qt.ItemDataRole.ToolTipRole:
            return entry.title
        if isinstance(entry, RailItem) and role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.title if entry.count is None else f"{entry.title}, {entry.count}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.entries[index.row()], RailItem):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class Rail(QListView):
    """Groups and pages; ``chosen`` carries the key when the user goes to a page.

    Arrow keys walk the pages. Folded it is 56 px wide with icons whose titles are tooltips.
    Where the window is low the rows come closer, so that all pages are in view from 720 px on.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = False
        self._quiet = False
        self.item_height, self.head_height = theme.px(_ITEM), theme.px(_HEAD)
        self.setAccessibleName(_("Steps of the method"))
        self._model = _Entries(self)
        self.setModel(self._model)
        self.setItemDelegate(_RailDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("rail", True)
        self._refresh()
        theme.changed.connect(self._refresh)

    def set_groups(self, groups: Sequence[RailGroup]) -> None:
        """Shows other groups; the chosen page stays chosen when it is still there."""
        before = self.key()
        self._quiet = True
        self._model.show(groups)
        self._quiet = False
        self._fit()
        self.choose(before)

    def key(self) -> str:
        """The key of the chosen page, empty when there is none."""
        entry = self.currentIndex().data(_ENTRY)
        return entry.key if isinstance(entry, RailItem) else ""

    def choose(self, key: str) -> None:
        """Shows a page as chosen, without a signal."""
        for row, entry in enumerate(self._model.entries):
            if isinstance(entry, RailItem) and entry.key == key:
                self._quiet = True
                self.setCurrentIndex(self._model.index(row, 0))
                self._quiet = False

    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Folds the rail to its icons, or opens it."""
        self._folded = folded
        self._refresh()

    def _refresh(self) -> None:
        self.setFixedWidth(theme.px(56 if self._folded else 224))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give pages and heads the height that lets all be in view, within what can be read."""
        heads = sum(isinstance(entry, RailGroup) for entry in self._model.entries)
        items = len(self._model.entries) - heads
        head, low_head = (_FOLDED_HEAD, _LOW_FOLDED_HEAD) if self._folded else (_HEAD, _LOW_HEAD)
        wanted = theme.px(_ABOVE + _BELOW) + items * theme.px(_ITEM) + heads * theme.px(head)
        low = self.height() < wanted
        above, below = (_LOW_ABOVE, _LOW_BELOW) if low else (_ABOVE, _BELOW)
        room = self.height() - theme.px(above) - theme.px(below)
        each = (room - heads * theme.px(low_head)) // max(items, 1)
        self.item_height = min(max(each, theme.px(_LOW_ITEM)), theme.px(_ITEM))
        each = (room - items * self.item_height) // max(heads, 1)
        self.head_height = min(max(each, theme.px(low_head)), theme.px(head))
        self.setViewportMargins(0, theme.px(above), 0, theme.px(below))
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        entry = current.data(_ENTRY)
        if not self._quiet and isinstance(entry, RailItem):
            self.chosen.emit(entry.key)


class _RailDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head = isinstance(index.data(_ENTRY), RailGroup)
        rail = self._rail()
        return QSize(theme.px(40), rail.head_height if head else rail.item_height)

    def _rail(self) -> Rail:
        rail = self.parent()
        assert isinstance(rail, Rail)
        return rail

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = index.data(_ENTRY)
        folded = self._rail().folded()
        if isinstance(entry, RailGroup):
            _paint_head(painter, option.rect, entry, folded)
        elif isinstance(entry, RailItem):
            _paint_page(painter, option, entry, folded)
        painter.restore()


def _paint_head(painter: QPainter, rect: QRect, group: RailGroup, folded: bool) -> None:
    if folded:
        middle = rect.center()
        half = theme.px(12)
        line = QRect(middle.x() - half, middle.y(), 2 * half, 1)
        painter.fillRect(line, theme.colour("line_strong"))
        return
    centre = rect.y() + round(rect.height() * _HEAD_CENTRE)
    half = theme.px(10)
    row = QRect(rect.x(), centre - half, rect.width(), 2 * half)
    ring = theme.px(14)
    paint_ring(painter, QRectF(rect.x() + theme.px(16), centre - ring / 2, ring, ring), group.share)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("text_2"))
    words = row.adjusted(theme.px(38), 0, -theme.px(56), 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, group.title)
    if group.share is not None:
        percent = _("{percent} %").format(percent=round(group.share * 100))
        figures = row.adjusted(0, 0, -theme.px(17), 0)
        painter.setFont(theme.font("code"))
        painter.drawText(
            figures, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent
        )


def _count_width(item: RailItem) -> int:
    if item.count is None:
        return 0
    return QFontMetrics(theme.font("small")).horizontalAdvance(str(item.count))


def _paint_page(painter: QPainter, option: Any, item: RailItem, folded: bool) -> None:
    rect: QRect = option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    paint_tint(painter, rect.adjusted(theme.px(8), 0, -theme.px(8), 0), option)
    ink = "accent" if chosen else "text_2"
    side = theme.px(18 if folded else 16)
    left = rect.x() + ((rect.width() - side) // 2 if folded else theme.px(17))
    theme.paint_icon(
        painter, QRect(left, rect.y() + (rect.height() - side) // 2, side, side), item.icon, ink
    )
    if folded:
        return
    painter.setFont(theme.font("body_strong" if chosen else "label"))
    painter.setPen(theme.colour("accent" if chosen else "text"))
    room = rect.adjusted(theme.px(44), 0, -theme.px(22) - _count_width(item), 0)
    cut = painter.fontMetrics().elidedText(item.title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
    if item.count is not None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        figures = rect.adjusted(0, 0, -theme.px(17), 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(figures, right, str(item.count))
