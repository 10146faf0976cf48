"""The panel of business results: by kind of people, and what a shift would go along with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.analysis.survey.in_words import PEOPLE, digits, row_words
from cxstudio.analysis.survey.worth import Assumption, Worth
from cxstudio.drawing import tokens
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.text import Type
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.panels import FigurePanel, Picture
from cxstudio.ui.editors.voice.results import ASSUMPTIONS, Shift, worth_words
from cxstudio.ui.forms.fields import NumberField

if TYPE_CHECKING:
    from cxstudio.analysis.survey.results import Result, Row

BODY, BOLD, SMALL = Type(13, 18, 400), Type(13, 18, 600), Type(12, 16, 400)
NAMES, LINE, BAR = 110.0, 40.0, 14.0


class ResultsPanel(FigurePanel):
    """`supposed` with the result's name and a Shift when another one is supposed."""

    supposed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("Business result"), _("Use this result as evidence"))
        self._results: Sequence[Result] = ()
        self.choice = widgets.Choice()
        self.choice.setAccessibleName(_("Business result"))
        self.choice.activated.connect(self._show_chosen)
        self.head.insertWidget(self.head.count() - 1, self.choice)
        self._picture = Picture(_("Business result"), 380, int(4 * LINE) + 8)
        self.points, self.customers, self.effect = (
            NumberField(),
            NumberField(low=0),
            NumberField(low=0, high=1, percent=True),
        )
        for field, value in ((self.points, 10), (self.customers, 1000), (self.effect, 1)):
            field.set_value(value)
            field.left.connect(self._suppose)
        self.answer = widgets.Label("", "body", "text", wrap=True)
        self.assumptions = widgets.Label("", "small", "text_2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        row.addWidget(self._picture, 1)
        row.addWidget(self._supposing(), 1)
        self.body.addLayout(row)

    def _supposing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        fields = QHBoxLayout()
        fields.setSpacing(theme.px(12))
        for text, field in (
            (_("Points of NPS"), self.points),
            (_("Customers"), self.customers),
            (_("Share taken as effect"), self.effect),
        ):
            part = QVBoxLayout()
            part.setSpacing(theme.px(4))
            label = widgets.Label(text, "label", "text_2")
            label.setBuddy(field)
            field.setAccessibleName(text)
            part.addWidget(label)
            part.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
            fields.addLayout(part)
        fields.addStretch(1)
        column.addLayout(fields)
        column.addWidget(self.answer)
        column.addWidget(self.assumptions)
        column.addStretch(1)
        lines = "\n".join(f"– {_(ASSUMPTIONS[one])}" for one in Assumption)
        self.assumptions.setText(lines)
        return holder

    # -- showing ---------------------------------------------------------------------

    def show_results(self, results: Sequence[Result]) -> None:
        """Show the results of a wave; without any the panel is not there."""
        self._results = results
        self.setVisible(bool(results))
        before = self.choice.currentData()
        self.choice.clear()
        for result in results:
            self.choice.addItem(result.title, result.name)
        self.choice.setCurrentIndex(max(self.choice.findData(before), 0))
        self.choice.setVisible(len(results) > 1)
        if results:
            self._show_chosen()

    @property
    def result(self) -> Result:
        """The one that is shown."""
        return self._results[self.choice.currentIndex()]

    def _show_chosen(self) -> None:
        result = self.result
        self.set_title(_("{result} by kind of customer").format(result=result.title))
        self.set_note(_("mean, bars 95 %"))
        self._picture.show_painting(self._paint, self.words())
        self._suppose()

    def words(self) -> str:
        """The result by kind of people, in words."""
        return "; ".join(row_words(row) for row in self.result.rows)

    def show_worth(self, found: Worth | None) -> None:
        """Say what the shift goes along with."""
        self.answer.setText(worth_words(found))

    def _suppose(self) -> None:
        fields = (self.points, self.customers, self.effect)
        faults = [field.fault() for field in fields if field.fault()]
        if faults or any(field.value() is None for field in fields):
            self.answer.setText(faults[0] if faults else _("Enter all three figures."))
            return
        values = (field.value() for field in fields)
        self.supposed.emit(self.result.name, Shift(*values))

    # -- painting --------------------------------------------------------------------

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self.result.rows
        known = [v for row in rows for v in (row.mean, row.low, row.high) if v is not None]
        low, high = min([0.0, *known]), max([1e-9, *known])
        area = rect.adjusted(NAMES, 0, -90, 0)
        for place, row in enumerate(rows):
            y = rect.top() + place * LINE
            self._paint_row(painter, area, y, row, (low, high))

    def _paint_row(
        self, painter: QPainter, area: QRectF, y: float, row: Row, span: tuple[float, float]
    ) -> None:
        look = theme.current()
        write(painter, 0, y, _(PEOPLE[row.group]), BODY, _ink("text"))
        write(painter, 0, y + 17, f"n = {number(row.n)}", SMALL, _ink("text_3"))
        if row.mean is None:
            return

        def x(value: float) -> float:
            return area.left() + (value - span[0]) / (span[1] - span[0]) * area.width()

        colours = {"promoter": tokens.score(100, look).fill, "detractor": tokens.chart(look)[1]}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.get(row.group, tokens.colour("line_strong", look))))
        left, right = sorted((x(0), x(row.mean)))
        top = y + (LINE - 6 - BAR) / 2
        painter.drawRoundedRect(QRectF(left, top, max(right - left, 1), BAR), 2, 2)
        end = right
        if row.low is not None and row.high is not None:
            painter.setPen(QPen(_ink("text"), 1.5))
            middle = top + BAR / 2
            painter.drawLine(QLineF(x(row.low), middle, x(row.high), middle))
            end = max(end, x(row.high))
        text = f"{number(row.mean, digits(row.mean))}{'*' if row.small else ''}"
        place = min(end + 8, area.right() + 86 - text_width(text, BOLD))
        write(painter, place, y + 8, text, BOLD, _ink("text"))


def _ink(role: str) -> QColor:
    return theme.colour(role)
