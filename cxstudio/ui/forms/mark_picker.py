"""A small list of evidence whose mark is put into a text: found as one types, Enter takes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model import Evidence
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.store.search import folded
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.record_texts import foot_of
from cxstudio.ui.widgets.popover import Popover
from cxstudio.ui.widgets.record_rows import RecordList, Row
from cxstudio.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
WIDTH, ROWS = 440, 6
ASSUMPTION = {"en": "assumption", "ja": "仮定"}
"""The mark of a claim that rests on nothing, in the language of the report."""
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS,
    Qt.Key.Key_PageUp: -ROWS,
}


def offers(workspace: Workspace, claim: End | None, source: bool = False) -> list[dict[int, str]]:
    """All evidence as rows, what the claim rests on already first, and last the assumption, which
    is no `source`."""
    under = set(workspace.chain.evidence_of(claim)) if claim is not None else set()
    pieces = workspace.file.all(Evidence)
    pieces.sort(key=lambda piece: (piece.id not in under, piece.number))
    rows = [_row(workspace, piece, piece.id in under) for piece in pieces]
    if source:
        return rows
    language = workspace.file.engagement.report_language
    none: dict[int, str] = {
        Row.TITLE: _("No evidence: an assumption"),
        Row.SECOND: _("The report says that this rests on nothing yet"),
        Row.CODE: ASSUMPTION.get(language, ASSUMPTION["en"]),
    }
    return [*rows, none]


def _row(workspace: Workspace, piece: Evidence, linked: bool) -> dict[int, str]:
    kind = _(WORDS["evidence_kind"][piece.evidence_kind])
    parts = (kind, foot_of(workspace.file, piece), _("confidential") if piece.confidential else "")
    return {
        Row.TITLE: " ".join(piece.text.split()) or _("Untitled"),
        Row.SECOND: " · ".join(part for part in parts if part),
        Row.CODE: piece.code,
        Row.DATE: _("linked here") if linked else "",
    }


class _Offers(QAbstractListModel):
    """The rows that hold every word of what is looked for."""

    def __init__(self, rows: list[dict[int, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._all = [(folded("\n".join(row.values())), row) for row in rows]
        self.rows = rows

    def find(self, text: str) -> None:
        words = folded(text).split()
        self.beginResetModel()
        self.rows = [row for held, row in self._all if all(word in held for word in words)]
        if words:  # "12" is first a code
            self.rows.sort(key=lambda row: words[0] not in folded(row[Row.CODE]))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row[Row.TITLE]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[Row.CODE]} {row[Row.TITLE]}, {row[Row.SECOND]}"
        return row.get(role)


class MarkPicker(Popover):
    """`picked` tells the mark without its brackets, such as "E-012"; Escape gives nothing."""

    picked = Signal(str)

    def __init__(
        self, workspace: Workspace, claim: End | None, parent: QWidget, source: bool = False
    ) -> None:
        super().__init__(_("Evidence mark"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(WIDTH))
        self.field = widgets.SearchField(_("Code, words or source"))
        self.rows = _Offers(offers(workspace, claim, source), self)
        self.list = RecordList(_("Evidence"))
        self.list.setModel(self.rows)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("bare", True)
        self.list.setViewportMargins(0, 0, 0, 0)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(ROWS * self.list.sizeHintForRow(0))
        self.nothing = widgets.Label(_("Nothing found. Try another word."), "body", "text_3")
        self.nothing.hide()
        for part in (self.field, self.list, self.nothing):
            self.column.addWidget(part)
        self.column.setContentsMargins(*(theme.px(side) for side in (12, 12, 12, 8)))
        hint = _("Enter puts the mark behind the sentence · Escape closes")
        self.column.addWidget(widgets.Label(hint, "small", "text_3", wrap=True))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self.list.clicked.connect(self._pick)
        self.setFocusProxy(self.field)
        self._find("")

    def _find(self, text: str) -> None:
        self.rows.find(text)
        self.field.set_count(_("{count} found").format(count=len(self.rows.rows)))
        self.nothing.setVisible(not self.rows.rows)
        self.list.setCurrentIndex(self.rows.index(0))

    def _pick(self, index: Index) -> None:
        if index.isValid():
            code = self.rows.rows[index.row()][Row.CODE]
            self.close()
            self.picked.emit(code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list work while one types."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in STEPS:
            row = self.list.currentIndex().row() + STEPS[key]
            row = min(max(row, 0), len(self.rows.rows) - 1)
            self.list.setCurrentIndex(self.rows.index(row))
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() in ("]", "］"):
            self._pick(self.list.currentIndex())
        else:
            return super().eventFilter(watched, event)
        return True
