"""The panels of the page: a title with what it rests on, a picture under it, and one act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.analysis.survey.in_words import people_words, score_words
from cxstudio.analysis.survey.nps import Nps, from_counts
from cxstudio.drawing.charts.gauge import paint_gauge, paint_people
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets

NOBODY = from_counts(0, 0, 0)
PEOPLE = 56


class FigurePanel(widgets.Panel):
    """A panel of the page. `kept` when its figure is to become evidence."""

    kept = Signal()

    def __init__(self, title: str, keep: str = "") -> None:
        super().__init__(padding=16)
        self._title = widgets.Label(title, "section")
        self._note = widgets.Label("", "small", "text_2")
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(8))
        self.head.addWidget(self._title)
        self.head.addWidget(self._note, 1)
        self.body.addLayout(self.head)
        if keep:
            self.button = widgets.icon_button("quote", keep, small=True)
            self.button.clicked.connect(self.kept)
            self.head.addWidget(self.button)

    def set_title(self, text: str) -> None:
        """Another title."""
        self._title.setText(text)

    def note(self) -> str:
        """What the figure rests on."""
        return self._note.text()

    def show_note(self, on: bool) -> None:
        """Whether there is room for the note."""
        self._note.setVisible(on)

    def set_note(self, text: str) -> None:
        """What the figure rests on, behind the title."""
        self._note.setText(text)


class Picture(QWidget):
    """A painted figure that fills its place."""

    def __init__(self, name: str, wide: int, high: int) -> None:
        super().__init__()
        self._paint: Callable[[QPainter, QRectF], None] | None = None
        self._least = QSize(wide, high)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)

    def show_painting(self, paint: Callable[[QPainter, QRectF], None], words: str) -> None:
        """Paint this from now on; the words say the same."""
        self._paint = paint
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._least.width()), theme.px(self._least.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._paint is None:
            return
        painter = QPainter(self)
        zoom = theme.zoom()
        painter.scale(zoom, zoom)
        self._paint(painter, QRectF(0, 0, self.width() / zoom, self.height() / zoom))


class ScorePanel(FigurePanel):
    """The gauge and the three kinds of people."""

    def __init__(self) -> None:
        super().__init__(_("Score"), _("Use this score"))
        self._picture = Picture(_("Score"), 236, 212)
        self.body.addWidget(self._picture, 1)
        self._score = NOBODY

    def show_score(self, score: Nps | None) -> None:
        """Show the score; without the 0-10 question there is none."""
        self._score = score or NOBODY
        self._show_n("" if score is None else f"n = {number(self._score.n)}")
        self.button.setVisible(score is not None)
        people = people_words(self._score) if self._score.n else ""
        words = "\n".join(part for part in (score_words(self._score), people) if part)
        self._picture.show_painting(self._paint_score, words)
        self._picture.setToolTip(people)

    def _show_n(self, n: str) -> None:
        """The answers, and how many they are worth when they are weighted."""
        effective, told = round(self._score.effective), ""
        if n and effective < self._score.n:
            worth = number(effective)
            n = _("{n} (effective {effective})").format(n=n, effective=worth)
            told = _("The answers are weighted; the interval is that of {n} unweighted ones.")
            told = told.format(n=worth)
        self.set_note(n)
        self._note.setToolTip(told)

    def _paint_score(self, painter: QPainter, rect: QRectF) -> None:
        look, language = theme.current(), theme.language()
        lower = QRectF(rect.left(), rect.bottom() - PEOPLE, rect.width(), PEOPLE)
        paint_gauge(painter, rect.adjusted(0, 0, 0, -PEOPLE - 8), self._score, look, language)
        paint_people(painter, lower.adjusted(0, 4, 0, 0), self._score, look, language)


class Empty(QWidget):
    """Words in the middle of a panel that has nothing to show yet."""

    def __init__(self) -> None:
        super().__init__()
        self._words = widgets.Label("", "body", "text_3", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, text: str) -> None:
        """Say why there is nothing."""
        self._words.setText(text)
