"""What comments speak of: suggested themes, frequent terms, and those that tell people apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QToolButton, QWidget

from cxstudio.analysis.survey.asked import Answers
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.finding import Looking, written_comments
from cxstudio.ui.widgets.flow import FlowLayout
from cxstudio.ui.widgets.popover import Popover

WIDTH, MOST = 460, 10


@dataclass(frozen=True)
class Term:
    """What can be pressed: terms, any of them, with how many comments, and all their forms."""

    words: tuple[str, ...]
    comments: int
    forms: tuple[str, ...] = ()

    @property
    def looked_for(self) -> tuple[str, ...]:
        """The terms first, then how else they are written."""
        return self.forms or self.words


@dataclass(frozen=True)
class Terms:
    """What the comments of the people asked speak of."""

    themes: Sequence[Term] = ()
    frequent: Sequence[Term] = ()
    detractors: Sequence[Term] = ()
    promoters: Sequence[Term] = ()


def terms_of(
    answers: Answers, looking: Looking, progress: Callable[[float], object] | None = None
) -> Terms:
    """Terms of the comments to the question that is looked at."""
    import pandas as pd

    from cxstudio.analysis.comments import terms, themes
    from cxstudio.analysis.survey.scores import people

    written = written_comments(answers, looking.column)
    if not written:
        return Terms()
    whole = pd.concat(written)
    who = None if answers.scores is None else people(answers.scores).loc[whole.index]
    mentioned = terms.mentions(whole.reset_index(drop=True), progress=progress)
    frequent = terms.frequent(mentioned, len(whole)).head(MOST)

    def term(words: tuple[str, ...], n: int) -> Term:
        return Term(words, int(n), terms.forms(mentioned, words))

    found = Terms(
        [term(theme.terms, theme.comments) for theme in themes.suggested(mentioned)],
        [term((t,), n) for t, n in zip(frequent["term"], frequent["comments"], strict=True)],
    )
    if who is None:
        return found
    telling = terms.telling(mentioned, who.reset_index(drop=True))
    clear = telling[telling["clear"]]
    lower, higher = clear[clear["z"] < 0].iloc[::-1].head(MOST), clear[clear["z"] > 0].head(MOST)
    return Terms(
        found.themes,
        found.frequent,
        [term((t,), n) for t, n in zip(lower["term"], lower["detractors"], strict=True)],
        [term((t,), n) for t, n in zip(higher["term"], higher["promoters"], strict=True)],
    )


class TermsPopover(Popover):
    """A press looks for the term; `then` is given its forms and how many of them are its terms. A
    suggested theme can be taken: then `take` is given its forms, the leading term first."""

    def __init__(
        self,
        terms: Terms,
        then: Callable[[tuple[str, ...], int], object],
        parent: QWidget,
        take: Callable[[tuple[str, ...]], object] | None = None,
    ) -> None:
        super().__init__(_("What comments speak of"), parent)
        self.setFixedWidth(theme.px(WIDTH))
        self._then, self._take = then, take
        self.chips: list[widgets.Chip] = []
        self.takes: list[QToolButton] = []
        groups = (
            (_("Suggested themes"), terms.themes),
            (_("Said more by detractors"), terms.detractors),
            (_("Said more by promoters"), terms.promoters),
            (_("Frequent"), terms.frequent),
        )
        for title, found in groups:
            self._add_group(title, found)
        if not any(found for _title, found in groups):
            words = _("Too few comments to find terms in them.")
            self.column.addWidget(widgets.Label(words, "body", "text_2", wrap=True))

    def _add_group(self, title: str, terms: Sequence[Term]) -> None:
        if not terms:
            return
        self.column.addWidget(widgets.Label(title, "label", "text_2"))
        holder = QWidget()
        flow = FlowLayout(theme.px(6), holder)
        flow.setContentsMargins(0, 0, 0, theme.px(4))
        for term in terms:
            words = _(", ").join(term.words)
            chip = widgets.Chip(f"{words}  {number(term.comments)}", clickable=True)
            chip.clicked.connect(partial(self._press, term))
            self.chips.append(chip)
            flow.addWidget(chip)
            if self._take is not None and len(term.words) > 1:
                flow.addWidget(self._taking(term))
        self.column.addWidget(holder)

    def _taking(self, term: Term) -> QToolButton:
        """The button that makes a suggestion a theme."""
        words = _("Make “{term}” a theme of these comments").format(term=term.words[0])
        button = widgets.icon_button("plus", words, small=True)
        button.clicked.connect(partial(self._press_take, term.looked_for))
        self.takes.append(button)
        return button

    def _press_take(self, words: tuple[str, ...], _checked: bool = False) -> None:
        self.close()
        if self._take is not None:
            self._take(words)

    def _press(self, term: Term) -> None:
        self.close()
        self._then(term.looked_for, len(term.words))
