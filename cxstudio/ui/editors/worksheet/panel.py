"""One strategy question: the answer, what stands behind it, and the records it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio.i18n import N_, _
from cxstudio.model import WorksheetAnswer
from cxstudio.model.words import QUESTIONS
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.forms.panel_column import PanelColumn
from cxstudio.ui.forms.reading_text import ReadingText
from cxstudio.ui.forms.record_chips import RecordChips
from cxstudio.ui.forms.record_panel import RecordPanel

EXAMPLES = {
    "customers": N_(
        "Two groups make up seven of ten visitors: couples without a car who come by train, and "
        "families with small children who drive. Drop the personas here."
    ),
    "experience": N_(
        "They should feel that somebody has thought the day through for them, and go home with a "
        "story they tell without being asked."
    ),
    "touchpoints": N_(
        "Today: the web page, the station desk, the bus, the museum counter. Missing: anything "
        "between leaving the station and arriving at the sight."
    ),
    "roles": N_(
        "The web page raises the hope, once, weeks before. The desk mends the plan on the day, "
        "for one visitor in four. The bus carries it out, and nobody answers for the wait."
    ),
    "serving": N_(
        "The desk staff. When a guest gives a name, the bookings are on the screen; today they "
        "telephone the bus company and guess."
    ),
    "missing": N_(
        "Live seats at the desk, one timetable instead of three, and somebody in charge of the "
        "way between the station and the sight."
    ),
}


class WorksheetPanel(RecordPanel):
    """A question of the six, or one of the team's own, whose words can be edited."""

    def __init__(self, column: PanelColumn, id: int) -> None:
        super().__init__(column, id)
        key = self.workspace.file.one(WorksheetAnswer, id).question
        self.mark = widgets.EvidenceMark("none")
        self.answered = Answered()
        self.head.addWidget(self.answered)
        self.question: QWidget = self._make_question(key)
        self.head.addWidget(self.question, 1)
        self.head.addWidget(self.mark)
        example = EXAMPLES.get(key, N_("What we know today, and from whom."))
        self.answer = ReadingText(_(example), 2)
        self.answer.setAccessibleName(_("Answer"))
        self._bind(self.answer, "answer", _("Answer"))
        self.body.addWidget(self.answer)
        self._make_links()
        self.add_menu_button()

    def _make_question(self, key: str) -> QWidget:
        if key in QUESTIONS:
            return widgets.Label(_(QUESTIONS[key]), "section", wrap=True)
        field = LineField(_("Your own question"))
        field.setProperty("bare", True)
        field.setFont(theme.font("section"))
        field.setAccessibleName(_("Question"))
        self._bind(field, "question", _("Question"))
        return field

    def _bind(self, field: LineField | ReadingText, attribute: str, label: str) -> None:
        named = _("Edit {field}").format(field=label)
        bind(self.workspace, field, WorksheetAnswer, attribute, named).show(self.end.id)
        self.watch(field)

    def _make_links(self) -> None:
        self.chips = RecordChips(self.workspace, _("Records that answer it"))
        self.hint = widgets.Label(
            _("Drop personas, touchpoints, KPIs or evidence here, or press Ctrl+L."),
            "small",
            "text_3",
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hint, 1)
        self.body.addLayout(row)

    def refresh(self) -> None:
        chain, file = self.workspace.chain, self.workspace.file
        self.mark.set_strength(chain.strength(self.end))
        links = [*chain.rests_on(self.end), *chain.supports(self.end)]
        self.chips.show_records(links)
        self.hint.setVisible(not links)
        record = file.one(WorksheetAnswer, self.end.id)
        answered = bool(record.answer.strip())
        self.answered.show_answered(answered)
        self.mark.setVisible(answered)  # a question without an answer claims nothing


class Answered(QWidget):
    """A tick when there is an answer, an empty ring when there is none yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_answered(False)

    def show_answered(self, answered: bool) -> None:
        self.is_answered = answered
        name = _("Answered") if answered else _("Not answered yet")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(16), theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_answered:
            theme.paint_icon(painter, self.rect(), "check", "accent")
            return
        painter.setPen(QPen(theme.colour("control_line"), 1.5))
        painter.drawEllipse(self.rect().adjusted(2, 2, -2, -2))
