"""The import of a survey: what was understood, what the user corrects, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cxstudio.analysis.survey.in_words import score_words
from cxstudio.analysis.survey.nps import from_counts
from cxstudio.exchange import mapping as profiles
from cxstudio.exchange.survey_reading import Survey
from cxstudio.exchange.survey_said import checked
from cxstudio.exchange.understanding import Check, Proposal, check, without_answer
from cxstudio.formats import number
from cxstudio.i18n import _, language
from cxstudio.model.columns import Column, Mapping
from cxstudio.store import FileProblem, durable
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.import_columns import ColumnRows, ColumnTable
from cxstudio.ui.editors.voice.import_meaning import Meaning
from cxstudio.ui.shell.dialog import Dialog, tell

WIDTH, HEIGHT, SIDE = 1080, 380, 300
KEEPS = ("all", "first", "last")


class ImportDialog(Dialog):
    """`mapping` and `name` are what the user left; accepted only when all is decided."""

    def __init__(
        self,
        survey: Survey,
        proposal: Proposal,
        profile: Mapping | None,
        before: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent, _("Import {name}").format(name=survey.name), width=WIDTH)
        self.survey, self._proposal = survey, proposal
        self.mapping, self.outcome = proposal.mapping, check(survey, proposal.mapping)
        self.rows = ColumnRows(survey, proposal)
        self.table, self.meaning = ColumnTable(self.rows), Meaning()
        self.name = QLineEdit(Path(survey.name).stem)
        self.keep = widgets.Choice()
        self.keep.addItems([_("All answers of a person"), _("Only the first"), _("Only the last")])
        self.summary = widgets.Label("", "body", "text", wrap=True)
        self.notes = widgets.Label("", "small", "text_2", wrap=True)
        self.decide = widgets.outline(_("Count them as no answer"), small=True)
        self._said: tuple[str, ...] = ()
        self._before = before
        self._lay_out()
        self._connect()
        self.use(proposal.mapping if profile is None else self._fitted(profile))
        self.table.selectRow(self._first())

    # -- layout ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        between = "" if language() == "ja" else " "
        self.sentence.setText(between.join(self.survey.said()))
        self.sentence.show()
        row = QHBoxLayout()
        self.table.setFixedHeight(theme.px(HEIGHT))
        self.meaning.setFixedWidth(theme.px(SIDE))
        row.addWidget(self.table, 1)
        row.addWidget(self.meaning)
        self.body.addLayout(row)
        self.body.addWidget(self.summary)
        notes = QHBoxLayout()
        notes.addWidget(self.notes, 1)
        notes.addWidget(self.decide)
        self.body.addLayout(notes)
        self.body.addLayout(self._last_row())
        load = self.add_button(widgets.quiet(_("Use a mapping…")))
        load.clicked.connect(self.load_mapping)
        save = self.add_button(widgets.quiet(_("Save the mapping…")))
        save.clicked.connect(self.save_mapping)
        self.add_cancel()
        self._import: QPushButton = self.add_button(widgets.filled(_("Import")), accepts=True)

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        for text, widget, wide in (
            (_("Name of the wave"), self.name, 2),
            (_("When a person answered several times"), self.keep, 1),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.px(4))
            label = widgets.Label(text, "label", "text_2")
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(widget)
            row.addLayout(column, wide)
        return row

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show_meaning)
        self.meaning.corrected.connect(self._correct)
        self.decide.clicked.connect(self.count_as_none)
        self.keep.activated.connect(self._on_keep)

    def _first(self) -> int:
        """The score's column, where a look is due first."""
        names = [column.name for column in self.mapping.columns]
        return names.index(self.mapping.score) if self.mapping.score in names else 0

    # -- the mapping -----------------------------------------------------------------

    def _fitted(self, profile: Mapping) -> Mapping:
        mapping, differences = profiles.fitted(profile, self._proposal.mapping)
        self._said = differences.said()
        return mapping

    def use(self, mapping: Mapping) -> None:
        """Let the columns mean this, and say what comes of it."""
        self.mapping = mapping
        self.outcome = check(self.survey, mapping)
        self.rows.show_mapping(mapping)
        self.keep.setCurrentIndex(KEEPS.index(mapping.keep))
        self.keep.setEnabled(mapping.only("respondent") is not None)
        self.summary.setText(summary(self.outcome))
        self.notes.setText("\n".join((*self._notes(), *self._said)))
        self.decide.setVisible(bool(self.outcome.undecided))
        self.say_fault(" ".join(self.outcome.problems) or self._undecided())
        self._import.setEnabled(self.outcome.ready)
        self._show_meaning(self.table.currentIndex())

    def _undecided(self) -> str:
        """What is asked of the user before the import."""
        if not self.outcome.undecided:
            return ""
        return _("Some cells of the score are no scores. Say what they mean, or leave them out.")

    def _notes(self) -> tuple[str, ...]:
        same = _("The same file was imported before as “{wave}”.").format(wave=self._before)
        told = checked(self.outcome)
        return (*([same] if self._before else []), *told)

    def _show_meaning(self, index: QModelIndex) -> None:
        if index.isValid():
            column = self.rows.column_at(index.row())
            reason = self._proposal[column.name].reason
            self.meaning.show_column(column, reason, self.survey.counts(column.name))

    def _correct(self, to: dict[str, Any]) -> None:
        column: Column = self.rows.column_at(self.table.currentIndex().row())
        self.use(self.mapping.changed(column.name, **to))

    def count_as_none(self) -> None:
        """What is no score stands for a missing answer."""
        self.use(without_answer(self.mapping, self.outcome.undecided))

    def _on_keep(self, place: int) -> None:
        self.use(Mapping(self.mapping.columns, KEEPS[place]))  # type: ignore[arg-type]

    # -- profiles --------------------------------------------------------------------

    def load_mapping(self) -> None:
        """Take the meaning of the columns from a file."""
        name, _kind = QFileDialog.getOpenFileName(self, _("Use a mapping"), "", "JSON (*.json)")
        if name:
            self.load_from(Path(name))

    def load_from(self, path: Path) -> None:
        """Take the meaning of the columns from this file, or say why not."""
        try:
            profile = profiles.load(path)
        except profiles.UnreadableMapping as problem:
            tell(self, _("The mapping was not used"), str(problem))
            return
        self.use(self._fitted(profile))

    def save_mapping(self) -> None:
        """Keep the meaning of the columns for other files."""
        start = f"{Path(self.survey.name).stem}.json"
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the mapping"), start, "JSON (*.json)"
        )
        if not name:
            return
        try:
            with durable.whole(Path(name)) as part:
                profiles.save(self.mapping, part)
        except FileProblem as problem:
            tell(self, _("The mapping was not saved"), str(problem))


def summary(result: Check) -> str:
    """How many answers, and what score they make."""
    rows = _("{n} answers, {answered} with a score.").format(
        n=number(result.n), answered=number(result.answered)
    )
    if not result.answered:
        return rows
    score = from_counts(result.promoters, result.passives, result.detractors)
    return f"{rows} {score_words(score)}"
