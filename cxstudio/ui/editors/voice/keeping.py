"""The figures of the page become evidence, and are worked out again when their wave changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from cxstudio.analysis.asked import Answers, Asked
from cxstudio.analysis.definition import Definition
from cxstudio.i18n import _, ngettext
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice import quoting, renewing
from cxstudio.ui.editors.voice.panels import score_words
from cxstudio.ui.editors.voice.renewing import Renewed
from cxstudio.ui.editors.voice.uses import ScoreUses
from cxstudio.ui.editors.voice.working import Wave

if TYPE_CHECKING:
    from cxstudio.ui.editors.voice.page import VoicePage


class Keeping(QObject):
    """Listens to the panels; what is kept is what is shown, with the question it answers.

    Nothing is written in a file that can only be read.
    """

    def __init__(self, page: VoicePage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._old: dict[int, Definition] = {}
        self._notice: widgets.Notice | None = None
        page.score.kept.connect(self.open_uses)
        page.table.kept.connect(self.keep_table)
        page.drivers.kept.connect(self.keep_drivers)
        page.results.kept.connect(self.keep_result)
        page.room.renewed.connect(self._write_renewed)

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
        return ScoreUses(self._workspace, wave, shown.asked, score, words)

    def keep_table(self) -> None:
        """The totals of the table's rows as evidence."""
        shown = self._page.figures
        if shown.grid is not None:
            words, n = renewing.table_words(shown.grid), shown.grid.shown.rows[-1][1]
            self._keep(shown.source, shown.asked, "table", words, n)

    def keep_drivers(self) -> None:
        """What moves with the score as evidence."""
        panel = self._page.drivers
        words = renewing.drivers_words(panel.moves)
        if words and panel.source is not None:
            score = Answers(panel.source.responses, panel.asked).score
            n = 0 if score is None else score.n
            self._keep(panel.source, panel.asked, "drivers", words, n)

    def keep_result(self) -> None:
        """The business result as evidence."""
        shown, result = self._page.figures, self._page.results.result
        words, n = renewing.result_words(result), result.rows[-1].n
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
        self._old = {} if page.wave is None else renewing.old_figures(page.file, page.wave)
        if not self._old:
            return
        text = ngettext(
            "{codes} rests on an earlier state of this wave.",
            "{codes} rest on an earlier state of this wave.",
            len(self._old),
        ).format(codes=renewing.codes_of(page.file, list(self._old)))
        self._notice = widgets.Notice("warning", text)
        if not self._workspace.read_only:
            self._notice.add_button(_("Work them out again")).clicked.connect(self.renew)
        page.column.insertWidget(1, self._notice)

    def renew(self) -> None:
        """Work the figures out again that are out of date."""
        if self._page.wave is not None:
            self._page.room.renew(self._page.wave, self._old)

    def _write_renewed(self, found: tuple[Wave, dict[int, Definition], dict[int, Renewed]]) -> None:
        renewing.renew(self._workspace, *found)


def _of_whom(wave: Wave, asked: Asked, text: str) -> str:
    return renewing.with_people(Answers(wave.responses, asked), text)
