"""The command palette (Ctrl+K): actions, pages and every record, found as you type.

The same list serves "Link to…" (Ctrl+L), with records only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from cxstudio.i18n import _
from cxstudio.model import record_classes
from cxstudio.store.search import folded
from cxstudio.ui import pages, theme, widgets
from cxstudio.ui.shell.record_texts import describe
from cxstudio.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
MOST = 60
LISTED = (
    "gap",
    "initiative",
    "persona",
    "journey",
    "interview",
    "stakeholder",
    "department",
    "kpi",
    "touchpoint",
    "insight",
    "evidence",
    "card",
    "step",
    "principle",
    "objective",
    "paragraph",
    "worksheet_answer",
    "report_section",
    "engagement",
    "theme",
    "channel",
    "trait",
    "guide",
    "question",
    "stage",
)


@dataclass(frozen=True)
class Offer:
    """One line of the palette and what choosing it does."""

    icon: str
    text: str
    hint: str
    code: str
    run: Callable[[], object]


def action_offers(
    actions: list[tuple[str, str, str, str, Callable[[], object]]], query: str
) -> list[Offer]:
    """Actions whose title or other words hold every word of the query."""
    words = folded(query).split()
    return [
        Offer(icon or "command", title, shortcut, "", run)
        for icon, title, shortcut, others, run in actions
        if all(word in folded(f"{title} {others}") for word in words)
    ]


def page_offers(workspace: Workspace, query: str) -> list[Offer]:
    words = folded(query).split()
    found = [p for p in pages.PAGES if all(w in folded(_(p.title)) for w in words)]
    return [Offer(p.icon, _(p.title), _("page"), "", _GoPage(workspace, p.key)) for p in found]


def record_offers(workspace: Workspace, query: str, run: Callable[[str, int], None]) -> list[Offer]:
    """Records that hold every word of the query, those closest to advice first."""
    hits = workspace.file.search(query, 400)
    rank = {kind: number for number, kind in enumerate(LISTED)}
    hits = sorted((h for h in hits if h.kind in rank), key=lambda hit: rank[hit.kind])[:MOST]
    offers = []
    for hit in hits:
        record = workspace.file.get(record_classes()[hit.kind], hit.id)
        if record is not None:
            text = describe(workspace.file, record)
            offers.append(Offer(text.icon, text.text, text.kind, text.code, _Run(run, hit)))
    return offers


class _GoPage:
    def __init__(self, workspace: Workspace, key: str) -> None:
        self._workspace, self._key = workspace, key

    def __call__(self) -> None:
        self._workspace.page_requested.emit(self._key)


class _Run:
    def __init__(self, run: Callable[[str, int], None], hit: Any) -> None:
        self._run, self._hit = run, hit

    def __call__(self) -> None:
        self._run(self._hit.kind, self._hit.id)


class _Offers(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.offers: list[Offer] = []

    def show(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.offers):
            return None
        offer = self.offers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{offer.code} {offer.text}".strip()
        return offer if role == Qt.ItemDataRole.UserRole else None


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: Any, index: Index) -> QSize:
        """As wide as the list is, however long a text: it is cut."""
        return QSize(0, theme.px(36))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(rect.adjusted(8, 1, -8, -1), 8, 8)
        inner = rect.adjusted(theme.px(20), 0, -theme.px(20), 0)
        icon = inner.adjusted(0, 0, 0, 0)
        icon.setWidth(theme.px(16))
        icon.setTop(inner.center().y() - theme.px(7))
        icon.setHeight(theme.px(16))
        theme.paint_icon(painter, icon, offer.icon, "text_2")
        self._paint_texts(painter, inner, offer)
        painter.restore()

    def _paint_texts(self, painter: QPainter, inner: Any, offer: Offer) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_3"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), offer.hint)
        hint = painter.fontMetrics().horizontalAdvance(offer.hint) + theme.px(16)
        left = inner.adjusted(theme.px(28), 0, -hint, 0)
        if offer.code:
            painter.setFont(theme.font("code"))
            painter.drawText(left, int(middle), offer.code)
            left.setLeft(left.left() + theme.px(52))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        text = offer.text.replace("\n", " ")
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, int(middle), cut)


class Palette(QDialog):
    """A field and a list; arrows choose, Enter runs, Escape closes."""

    def __init__(self, parent: QWidget, hint: str, find: Callable[[str], list[Offer]]) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(hint)
        self._find = find
        self._model = _Offers()
        self.field = widgets.SearchField(hint)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list = self._make_list(hint)
        self._nothing = widgets.Label("", "body", "text_3", wrap=True)
        self._lay_out()
        self._on_text("")

    def _make_list(self, hint: str) -> QListView:
        view = QListView()
        view.setAccessibleName(hint)
        view.setModel(self._model)
        view.setItemDelegate(_OfferDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setProperty("bare", True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.clicked.connect(self._run)
        return view

    def _lay_out(self) -> None:
        panel = widgets.Panel("plain", padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(8))
        head.addWidget(self.field)
        panel.body.addLayout(head)
        panel.body.addWidget(widgets.Hairline())
        panel.body.addWidget(self.list, 1)
        self._nothing.setContentsMargins(*(theme.px(20),) * 4)
        panel.body.addWidget(self._nothing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.resize(theme.px(640), theme.px(480))

    def open_over(self, window: QWidget) -> None:
        """Show it under the middle of the top bar."""
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - self.width()) // 2, place.y() + theme.px(56))
        self.show()
        self.field.setFocus()

    def _on_text(self, text: str) -> None:
        self._model.show(self._find(text))
        self._nothing.setText(
            _("Nothing found. Try another word.") if text.strip() else _("Type a word or a code.")
        )
        self._nothing.setVisible(not self._model.offers)
        self.list.setVisible(bool(self._model.offers))
        if self._model.offers:
            self.list.setCurrentIndex(self._model.index(0))

    def _run(self, index: Index) -> None:
        offer = index.data(Qt.ItemDataRole.UserRole)
        self.close()
        if offer is not None:
            offer.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentIndex().row() + step
                row = min(max(row, 0), len(self._model.offers) - 1)
                self.list.setCurrentIndex(self._model.index(row))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)
