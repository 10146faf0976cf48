"""The comments' panel: search, who wrote them, about which question, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from cxstudio.formats import number
from cxstudio.i18n import N_, _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.comments_counting import Counts
from cxstudio.ui.editors.voice.comments_list import CommentsList
from cxstudio.ui.editors.voice.comments_themes import ThemesFoot
from cxstudio.ui.editors.voice.finding import Found, Looking
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel
from cxstudio.ui.editors.voice.terms_popover import Terms, TermsPopover

if TYPE_CHECKING:
    from cxstudio.analysis.survey.scores import Person

PAUSE = 180  # ms of typing before it is looked for
LEAST = 160  # px of the list
NAMES: dict[Person, str] = {
    "promoter": N_("Promoters"),
    "passive": N_("Passives"),
    "detractor": N_("Detractors"),
}


class CommentsPanel(FigurePanel):
    """`looked` when something else is looked for, `terms_wanted` for what there is to find,
    `taken` with the terms of a suggestion that becomes a theme."""

    looked = Signal(object)
    taken = Signal(object)
    terms_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Comments"))
        self.looking = Looking()
        self._terms: tuple[str, ...] = ()
        self.words = widgets.SearchField(_("Words in the comments"))
        self.column = widgets.Choice()
        self.column.setAccessibleName(_("Question"))
        self.order = widgets.Choice()
        self.order.setAccessibleName(_("Order"))
        self.order.addItems([_("Newest first"), _("Lowest score first")])
        self.speak = widgets.outline(_("Terms"), "tags", small=True)
        self.speak.setToolTip(_("What comments speak of"))
        self.speak.clicked.connect(self.terms_wanted)
        self.term = widgets.Chip("", "accent", removable=True)
        self.term.removed.connect(self._drop_term)
        self.term.hide()
        self.chips = {kind: _Kind(_(NAMES[kind])) for kind in NAMES}
        self.list = CommentsList()
        self.foot = ThemesFoot()
        self._empty = Empty()
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._look)
        self.words.textChanged.connect(self._later.start)
        self.column.activated.connect(self._look)
        self.order.activated.connect(self._look)
        for chip in self.chips.values():
            chip.clicked.connect(self._look)
        self.foot.filtered.connect(self._look)
        self.list.naming.connect(self.foot.ask)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(theme.px(6))
        for chip in reversed(self.chips.values()):
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self.term)
        chips.addWidget(self.speak)
        choices = QHBoxLayout()
        choices.setSpacing(theme.px(8))
        for choice in (self.column, self.order):
            choice.setProperty("small", True)
            choice.setMinimumWidth(theme.px(80))
            choices.addWidget(choice, 1)
        self.list.setMinimumHeight(theme.px(LEAST))
        self.body.addWidget(self.words)
        self.body.addLayout(chips)
        self.body.addLayout(choices)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(widgets.Hairline())
        self.body.addWidget(self.foot)
        self._empty.hide()

    def offer(self, columns: Mapping[str, str]) -> None:
        """The questions that were answered in words, by name with what people read."""
        self.column.clear()
        self.column.addItem(_("All questions"), "")
        for name, title in columns.items():
            self.column.addItem(title, name)
        self.column.setVisible(len(columns) > 1)
        self.looking = replace(self.looking, column="")

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        some = bool(len(found.comments))
        self.set_note(
            _("{n} of {all}").format(n=number(found.n), all=number(found.of)) if found.of else ""
        )
        self.list.setVisible(some)
        self._empty.setVisible(not some)
        self._empty.say(
            _("No comment is like this.") if found.of else _("This wave has no comments.")
        )
        self.list.rows.show(found.comments)

    def show_themes(self, themes: Mapping[int, str], counts: Counts) -> None:
        """The themes a comment can be given, and what is known of each."""
        self.list.themes = list(themes.values())
        self.foot.show_themes(themes, counts)

    def show_terms(self, terms: Terms) -> None:
        """Let the user choose what to look for."""
        TermsPopover(terms, self.look_for, self, self.taken.emit).open_under(self.speak)

    def look_for(self, terms: tuple[str, ...], named: int | None = None) -> None:
        """Look for comments with one of these terms; none of them for all comments.

        The first `named` are terms of their own, the others forms of them.
        """
        many = len(terms) if named is None else named
        self._terms = terms
        shown = (
            terms[0]
            if many == 1
            else _("{term} and {n} more").format(term=terms[0] if terms else "", n=many - 1)
        )
        self.term.set_text(shown)
        self.term.setVisible(bool(terms))
        self._look()

    def _drop_term(self) -> None:
        self.look_for(())

    def _look(self) -> None:
        self.looking = Looking(
            self.words.text(),
            self._terms,
            frozenset(kind for kind in NAMES if self.chips[kind].isChecked()),
            str(self.column.currentData() or ""),
            self.order.currentIndex() == 0,
            self.foot.chosen,
        )
        self.looked.emit(self.looking)


class _Kind(widgets.Chip):
    """A kind of people that is looked for or not."""

    def __init__(self, text: str) -> None:
        super().__init__(text, clickable=True)
        self._on = False
        self.clicked.connect(self._toggle)

    def isChecked(self) -> bool:
        return self._on

    def _toggle(self) -> None:
        self._on = not self._on
        self.set_kind("accent" if self._on else "neutral")
