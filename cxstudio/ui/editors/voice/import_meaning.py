"""What the selected column of a survey means: the user corrects the guess."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cxstudio.analysis.survey.outcomes import is_outcome
from cxstudio.exchange.survey_said import OUTCOME_NAME, ROLE_NAMES
from cxstudio.exchange.workbook import text_of
from cxstudio.i18n import _, ngettext
from cxstudio.model.columns import ROLES, Column
from cxstudio.ui import theme, widgets

OUTCOME = "outcome"
SHOWN = 60
"""Different cells of which one can say that they are no answer."""


class Meaning(QWidget):
    """`corrected` with the column as it is meant."""

    corrected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = Column("")
        self._showing = False
        self.title = widgets.Label("", "section", wrap=True)
        self.reason = widgets.Label("", "small", "text_2", wrap=True)
        self.role = widgets.Choice()
        for role in ROLES:
            self.role.addItem(_(ROLE_NAMES[role]), role)
            if role == "rating":
                self.role.addItem(_(OUTCOME_NAME), OUTCOME)
        self.about = QLineEdit()
        self.turned = widgets.Toggle(_("1 is the best answer"))
        self.codes = QListWidget()
        self.codes.setMinimumHeight(theme.px(120))
        self._lay_out()
        self.role.activated.connect(self._on_role)
        self.about.editingFinished.connect(self._on_about)
        self.turned.toggled.connect(self._on_turned)
        self.codes.itemChanged.connect(self._on_code)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.title)
        column.addWidget(self.reason)
        self._labels = {}
        for key, text, widget in (
            ("role", _("What it means"), self.role),
            ("about", _("What is rated"), self.about),
            ("turned", "", self.turned),
            ("codes", _("Cells that are no answer"), self.codes),
        ):
            label = widgets.Label(text, "label", "text_2")
            label.setBuddy(widget)
            widget.setAccessibleName(text or _("1 is the best answer"))
            self._labels[key] = label
            if text:
                column.addWidget(label)
            column.addWidget(widget, 1 if key == "codes" else 0)
        column.addStretch(0)

    def show_column(self, column: Column, reason: str, cells: Sequence[tuple[object, int]]) -> None:
        """Show a column with why it was understood so, and how often each cell is there."""
        self._showing = True
        self._column = column
        self.title.setText(column.question or column.name)
        self.reason.setText(reason)
        key = OUTCOME if is_outcome(column) else column.role
        self.role.setCurrentIndex(self.role.findData(key))
        rating = column.role == "rating"
        self.about.setText(column.touchpoint)
        self.turned.setChecked(column.turned)
        for key, widget in (("about", self.about), ("turned", self.turned)):
            widget.setVisible(rating and (key == "about" or not column.values))
            self._labels[key].setVisible(rating)
        self._show_cells(cells)
        self._showing = False

    def _show_cells(self, cells: Sequence[tuple[object, int]]) -> None:
        self.codes.clear()
        for given, count in cells[:SHOWN]:
            cell = text_of(given)
            times = ngettext("{n} cell", "{n} cells", count).format(n=f"{count:,}")
            item = QListWidgetItem(f"{cell}  ({times})")
            item.setData(Qt.ItemDataRole.UserRole, cell)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            missing = cell in self._column.missing
            item.setCheckState(Qt.CheckState.Checked if missing else Qt.CheckState.Unchecked)
            self.codes.addItem(item)
        shown = bool(cells) and self._column.role not in ("left_out", "other")
        self.codes.setVisible(shown)
        self._labels["codes"].setVisible(shown)

    # -- corrections -----------------------------------------------------------------

    def _correct(self, **to: object) -> None:
        if not self._showing:
            self.corrected.emit(to)

    def _on_role(self) -> None:
        key = self.role.currentData()
        if key in ("rating", OUTCOME):
            self._correct(role="rating", stands_as="outcome" if key == OUTCOME else "driver")
        else:
            self._correct(role=key)

    def _on_about(self) -> None:
        if self.about.text().strip() != self._column.touchpoint:
            self._correct(touchpoint=self.about.text().strip())

    def _on_turned(self, on: bool) -> None:
        self._correct(turned=on)

    def _on_code(self, item: QListWidgetItem) -> None:
        cell = str(item.data(Qt.ItemDataRole.UserRole))
        missing = [one for one in self._column.no_answer if one != cell]
        elsewhere = tuple(one for one in self._column.not_applicable if one != cell)
        if item.checkState() == Qt.CheckState.Checked:
            missing.append(cell)
        self._correct(no_answer=tuple(missing), not_applicable=elsewhere)
