"""Figures and comments are worked out in the background, the newest question last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.responses import Responses
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.apart import Apart
from cxstudio.ui.editors.voice.comments_book import Book, Place, Tie
from cxstudio.ui.editors.voice.drivers_board import moves_of
from cxstudio.ui.editors.voice.finding import (
    Looking,
    Sought,
    counts_of,
    rows_of,
    sought,
    to_be_read,
)
from cxstudio.ui.editors.voice.results import Shift, worth_of
from cxstudio.ui.editors.voice.terms_popover import terms_of
from cxstudio.ui.editors.voice.working import Wave, worked_out
from cxstudio.ui.tasks import Progress, Tasks, Work

LARGE = 100_000
"""From so many answers on a wave is worked on apart."""
_LAST = "moved"
Run = Callable[[Work, Progress], Any]


class Workroom(QObject):
    """One piece of work at a time, so that a wave's columns are read by one thread.

    A question that comes while another is worked out waits; of several waiting ones of a kind
    only the last is answered, and what moves with the score, which takes longest, comes last.
    `ready` with Figures, `moved` with wave, question and what moves with the score, `found` with
    the comments,
    `counted` with what is known of themes, `gathered` with a book, what was looked for and where,
    `compared` with wave, lines of waves and of groups, `spoken` with the terms of comments,
    `valued` with what a shift is worth.
    """

    ready = Signal(object)
    moved = Signal(object)
    found = Signal(object)
    counted = Signal(object)
    gathered = Signal(object)
    compared = Signal(object)
    spoken = Signal(object)
    valued = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks, self.apart = tasks, Apart()
        self._waiting: dict[str, Work] = {}
        self._kind = ""
        tasks.finished.connect(self._on_finished)
        self._number = -1

    def close(self) -> None:
        """Let go of the process for large waves, if there is one."""
        self.apart.close()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return bool(self._kind)

    def works_on(self, kind: str) -> bool:
        """Whether work of a kind is under way or waits."""
        return kind == self._kind or kind in self._waiting

    def work(self, waves: Sequence[Wave], wave: Wave, asked: Asked) -> None:
        """Work out the figures of a wave."""
        self._waiting["ready"] = self._part(
            wave.responses, _figures, tuple(waves), wave, asked, _("Everyone")
        )
        self._next()

    def move(self, wave: Wave, asked: Asked) -> None:
        """Work out what moves with the score of a wave."""
        self._waiting["moved"] = self._part(wave.responses, _moves, wave, asked)
        self._next()

    def look(self, answers: Answers, looking: Looking, book: Book, ties: Sequence[Tie]) -> None:
        """Find comments."""
        self._waiting["found"] = partial(
            _comments, self._by(answers.responses), answers, looking, book, ties
        )
        self._next()

    def count(self, answers: Answers, ties: Sequence[Tie]) -> None:
        """Count what comments speak of."""
        self._waiting["counted"] = self._part(answers.responses, _counts, answers, ties)
        self._next()

    def gather(self, answers: Answers, looking: Looking, book: Book) -> None:
        """Find where the comments of the book stand that are to be given a theme."""
        self._waiting["gathered"] = partial(
            _places, self._by(answers.responses), answers, looking, book
        )
        self._next()

    def compare(self, waves: Sequence[Wave], wave: Wave, asked: Asked) -> None:
        """Compare a wave with the others, and its groups with each other."""
        self._waiting["compared"] = self._part(
            wave.responses, _comparisons, tuple(waves), wave, asked
        )
        self._next()

    def find_terms(self, answers: Answers, looking: Looking) -> None:
        """Find what comments speak of."""
        self._waiting["spoken"] = self._part(answers.responses, _terms, answers, looking)
        self._next()

    def value(self, answers: Answers, result: str, shift: Shift) -> None:
        """Work out what a shift of the score goes along with."""
        self._waiting["valued"] = self._part(answers.responses, _worth, answers, result, shift)
        self._next()

    def _next(self) -> None:
        if self._kind or not self._waiting:
            return
        self._kind = min(self._waiting, key=_LAST.__eq__)
        work, signal = self._waiting.pop(self._kind), getattr(self, self._kind)
        self._number = self._tasks.run(_("Working out the figures"), work, signal.emit)

    def _part(self, responses: Responses, work: Callable[..., Any], *given: Any) -> Work:
        return partial(self._by(responses), partial(work, *given))

    def _by(self, responses: Responses) -> Run:
        """How work on these answers is done: large waves apart, so that the interface is free."""
        return self.apart.run if len(responses) >= LARGE else _here

    def _on_finished(self, number: int) -> None:
        if number == self._number:
            self._kind = ""
            self._next()


def _here(work: Work, progress: Progress) -> Any:
    return work(progress)


def _figures(
    waves: Sequence[Wave], wave: Wave, asked: Asked, everyone: str, progress: Progress
) -> Any:
    return worked_out(waves, wave, asked, everyone, progress)


def _moves(wave: Wave, asked: Asked, progress: Progress) -> Any:
    return wave, asked, moves_of(Answers(wave.responses, asked), progress)


def _comments(
    run: Run,
    answers: Answers,
    looking: Looking,
    book: Book,
    ties: Sequence[Tie],
    progress: Progress,
) -> Any:
    """Found wherever that is done, and made ready to be read here, where the book is."""
    found = run(partial(_sought, answers, looking, ties), progress)
    return to_be_read(found, answers.responses, book)


def _sought(answers: Answers, looking: Looking, ties: Sequence[Tie], _progress: Progress) -> Sought:
    return sought(answers, looking, ties)


def _counts(answers: Answers, ties: Sequence[Tie], _progress: Progress) -> Any:
    return counts_of(answers, ties)


def _places(run: Run, answers: Answers, looking: Looking, book: Book, progress: Progress) -> Any:
    found = run(partial(_rows, answers, looking), progress)
    return (
        book,
        looking,
        [Place(name, row) for name, rows in found.items() for row in rows.tolist()],
    )


def _rows(answers: Answers, looking: Looking, _progress: Progress) -> Any:
    return rows_of(answers, looking)


def _comparisons(waves: Sequence[Wave], wave: Wave, asked: Asked, _progress: Progress) -> Any:
    from cxstudio.ui.editors.voice.comparing_waves import of_groups, of_waves

    return wave, of_waves(waves, wave.id, asked), of_groups(wave, asked)


def _terms(answers: Answers, looking: Looking, progress: Progress) -> Any:
    return terms_of(answers, looking, progress)


def _worth(answers: Answers, result: str, shift: Shift, _progress: Progress) -> Any:
    return worth_of(answers, result, shift)
