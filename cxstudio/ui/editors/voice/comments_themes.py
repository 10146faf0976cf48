"""The themes at the foot of the comments: their keys, how many comments, and their score."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from cxstudio.analysis.survey.in_words import score_words
from cxstudio.analysis.survey.nps import WITHHELD
from cxstudio.formats import number
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.comments_counting import Counts, Spoken
from cxstudio.ui.editors.voice.comments_list import KEYED
from cxstudio.ui.editors.voice.finding import NO_THEME
from cxstudio.ui.evidence.theme_line import ThemeLine
from cxstudio.ui.widgets.flow import FlowLayout

HIGHEST, LONGEST = 72, 16
"""The height of the themes in pixels, after which they are scrolled; letters of a name."""


class ThemesFoot(QScrollArea):
    """`filtered` with the themes that are looked for, `named` when a name was entered."""

    filtered = Signal(object)
    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: frozenset[int] = frozenset()
        self.chips: dict[int, ThemeChip] = {}
        self._shown: dict[int, str] | None = None
        self.add = widgets.icon_button("plus", _("Add a theme"), small=True)
        self.add.clicked.connect(self.ask)
        self.line = ThemeLine()
        self.line.named.connect(self._on_named)
        self.line.left.connect(self._close)
        self._holder = QWidget()
        self._flow = FlowLayout(theme.px(6), self._holder)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # -- what is shown -------------------------------------------------------------------

    def show_themes(self, themes: Mapping[int, str], counts: Counts) -> None:
        """The themes there are, and what is known of each."""
        if dict(themes) != self._shown:
            self._build(themes)
        for id, chip in self.chips.items():
            chip.show_spoken(counts.themes.get(id, Spoken(counts.without if not id else 0)))
        self._fit()
        if not self.chosen <= frozenset(self.chips):
            self.chosen &= frozenset(self.chips)
            self.filtered.emit(self.chosen)

    def _build(self, themes: Mapping[int, str]) -> None:
        self._shown = dict(themes)
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        keys = {id: n for n, id in enumerate(themes, 1) if n <= KEYED}
        named = {**themes, NO_THEME: _("No theme")} if themes else {}
        self.chips = {id: ThemeChip(name, keys.get(id)) for id, name in named.items()}
        for id, chip in self.chips.items():
            chip.clicked.connect(partial(self._press, id))
            chip.set_kind("accent" if id in self.chosen else "neutral")
            self._flow.addWidget(chip)
            chip.show()  # a hidden one has no place in the height
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.line)
        self.line.hide()
        self.line.offer(themes.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the chips, up to a limit."""
        needed = self._flow.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(needed, theme.px(HIGHEST)))

    # -- what is done --------------------------------------------------------------------

    def _press(self, id: int) -> None:
        self.chosen ^= {id}
        for each, chip in self.chips.items():
            chip.set_kind("accent" if each in self.chosen else "neutral")
        self.filtered.emit(self.chosen)

    def ask(self) -> None:
        """Open the line for another theme."""
        self.line.clear()
        self.add.hide()
        self.line.show()
        self._fit()
        self.line.setFocus()
        self.ensureWidgetVisible(self.line)

    def _on_named(self, name: str) -> None:
        self._close()
        if name:
            self.named.emit(name)

    def _close(self) -> None:
        self.line.hide()
        self.add.show()
        self.add.setFocus()
        self._fit()


class ThemeChip(widgets.Chip):
    """A theme with its key, its comments and the score of who wrote them; the corner says few."""

    def __init__(self, name: str, key: int | None) -> None:
        short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        self._few = False
        self._name, self._first = name, short if key is None else f"{key}  {short}"
        super().__init__(self._first, clickable=True)

    def show_spoken(self, spoken: Spoken) -> None:
        """How many comments, and the score where there are enough people for one."""
        score = spoken.score
        told = score is not None and score.n >= WITHHELD and score.score is not None
        self._few = told and score is not None and score.small
        parts = [self._first, number(spoken.comments) if spoken.comments else ""]
        if told and score is not None and score.score is not None:
            parts.append(number(score.score))
        self.set_text("  ".join(part for part in parts if part))
        words = ngettext("{n} comment", "{n} comments", spoken.comments)
        says = [f"{self._name}: {words.format(n=number(spoken.comments))}"]
        if told and score is not None:
            share = number(100 * score.detractors / score.n, 1)
            says += [score_words(score), _("{share} % are detractors").format(share=share)]
        elif score is not None:
            says.append(_("Too few answers for a score"))
        self.setToolTip("\n".join(says))
        self.setAccessibleName(". ".join(says))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._few:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text_2"))
            right, side = self.width() - theme.px(5.0), theme.px(5)
            top = theme.px(3)
            corner = [(right - side, top), (right, top), (right, top + side)]
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corner]))
