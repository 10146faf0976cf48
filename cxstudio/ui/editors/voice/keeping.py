"""The figures of the page become evidence, and are worked out again when their wave changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from cxstudio.analysis.survey.again import Again, table_words
from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.in_words import result_words, score_words, with_people
from cxstudio.i18n import _, ngettext
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice import quoting
from cxstudio.ui.editors.voice.uses import ScoreUses
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.evidence.figures_again import codes_of, old_figures, work_out_again

if TYPE_CHECKING:
    from cxstudio.ui.editors.voice.page import VoicePage


class Keeping(QObject):
    """Listens to the panels; what is kept is what is shown, with the question it answers.

    Nothing is written in a file that can only be read.
    """

    def __init__(self, page: VoicePage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._old: list[int] = []
        self._notice: widgets.Notice | None = None
        page.score.kept.connect(self.open_uses)
        page.table.kept.connect(self.keep_table)
        page.drivers.kept.connect(self.keep_drivers)
        page.results.kept.connect(self.keep_result)

    # -- keeping -------------------------------------------------------------------------

    def open_uses(self) -> None:
        """Offer what the score can be used for."""
        uses, button = self.score_uses(), self._page.score.button
        if uses is not None:
            uses.open_menu(button.mapToGlobal(QPoint(0, button.height())), self._page)

    def score_uses(self) -> ScoreUses | None:
        """What the score shown can be used for; nothing without one."""
        shown = self._page.figures
        wave, score = shown.source, shown.score
        if wave is None or self._workspace.read_only or score is None or score.score is None:
            return None
        words = _of_whom(wave, shown.asked, score_words(score))
        found = Again(words, score.n, score.score, score.low, score.high)
        return ScoreUses(self._workspace, wave, shown.asked, found)

    def keep_table(self) -> None:
        """The totals of the table's rows as evidence."""
        shown = self._page.figures
        if shown.grid is not None:
            words, n = table_words(shown.grid.arranged), shown.grid.arranged.table.figure().n
            self._keep(shown.source, shown.asked, "table", words, n)

    def keep_drivers(self) -> None:
        """What moves with the score as evidence."""
        panel = self._page.drivers
        words = panel.moves.words
        if words and panel.source is not None:
            score = Answers(panel.source.responses, panel.asked).score
            n = 0 if score is None else score.n
            self._keep(panel.source, panel.asked, "drivers", words, n)

    def keep_result(self) -> None:
        """The business result as evidence."""
        shown, result = self._page.figures, self._page.results.result
        words, n = result_words(result), result.rows[-1].n
        self._keep(shown.source, shown.asked, "result", words, n, result.name)

    def _keep(
        self, wave: Wave | None, asked: Asked, kind: str, text: str, n: int, column: str = ""
    ) -> None:
        if wave is not None and not self._workspace.read_only:
            words = _of_whom(wave, asked, text)
            quoting.keep_figure(self._workspace, wave, asked, kind, words, n, column)

    # -- figures that are out of date ------------------------------------------------------

    def look_for_old(self) -> None:
        """Say so when figures rest on an earlier state of the wave shown."""
        page = self._page
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        self._old = [] if page.wave is None else old_figures(page.file, page.wave.id)
        if not self._old:
            return
        text = ngettext(
            "{codes} rests on an earlier state of this wave.",
            "{codes} rest on an earlier state of this wave.",
            len(self._old),
        ).format(codes=codes_of(page.file, self._old))
        self._notice = widgets.Notice("warning", text)
        if not self._workspace.read_only:
            self._notice.add_button(_("Work them out again")).clicked.connect(self.renew)
        page.column.insertWidget(1, self._notice)

    def renew(self) -> None:
        """Work the figures out again that are out of date."""
        work_out_again(self._workspace, self._old)


def _of_whom(wave: Wave, asked: Asked, text: str) -> str:
    return with_people(Answers(wave.responses, asked), text)
