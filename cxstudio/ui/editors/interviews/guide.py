"""The questions of the guide beside the notes: what is answered, and where the talk is now."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxstudio.i18n import _
from cxstudio.model import Guide, Interview, Question
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.interviews import guides
from cxstudio.ui.editors.interviews.marked import MarkedNotes
from cxstudio.ui.workspace import Workspace

WIDTH = 224
LEAST = 280  # pixels of the notes beside it


class _QuestionButton(QAbstractButton):
    """One question: its number or a tick, and its words; the current one is tinted."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number, self._answered, self._current = number, False, False
        self.setText(text)
        self.setProperty("focusRadius", 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = widgets.Label(text, "body", "text_2", wrap=True, parent=self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_state(False, False)

    def set_state(self, answered: bool, current: bool) -> None:
        self._answered, self._current = answered, current
        self._words.set_role("label" if current else "body")
        self._words.set_tone("text" if current else "text_2")
        state = _("answered") if answered else _("current") if current else ""
        self.setAccessibleName(" ".join(part for part in (self.text(), state) if part))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._words.heightForWidth(width - theme.px(44)) + theme.px(12)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(196), self.heightForWidth(max(self.width(), theme.px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(32))

    def resizeEvent(self, _event: object) -> None:
        top = theme.px(6)
        room = self.width() - theme.px(44)
        self._words.setGeometry(theme.px(34), top, room, self.height() - 2 * top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if self._current else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        line = theme.line_height("body")
        if self._answered and not self._current:
            side = theme.px(16)
            place = QRect(theme.px(7), theme.px(6) + (line - side) // 2, side, side)
            theme.paint_icon(painter, place, "check", "accent")
            return
        font = theme.font("small")
        font.setWeight(QFont.Weight.DemiBold if self._current else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if self._current else "text_3"))
        area = QRect(theme.px(8), theme.px(6), theme.px(24), line)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(self._number))


class GuideColumn(widgets.Ground):
    """Follows the notes; a click on a question goes to its answer, or begins one."""

    edit_pressed = Signal()

    def __init__(self, workspace: Workspace, notes: MarkedNotes) -> None:
        super().__init__("surface")
        self.workspace, self.notes = workspace, notes
        self._buttons: dict[int, _QuestionButton] = {}
        self._made_of: tuple[object, ...] = ()
        self._name = widgets.Label("", "small", "text_3")
        self._count = widgets.Label("", "small", "text_3")
        self._column = widgets.ScrollColumn(max_width=WIDTH)
        self._follow_up = widgets.quiet(_("Follow-up question"), "plus")
        self._follow_up.clicked.connect(self._ask_follow_up)
        self._edit = widgets.quiet(_("Edit guides"), "list-checks")
        self._edit.clicked.connect(self._on_edit)
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("What else do you want to ask?"))
        self._line.setAccessibleName(_("Follow-up question"))
        self._line.returnPressed.connect(self._on_return)
        self._line.editingFinished.connect(self._line.hide)
        self._only_here = False
        self._lay_out()
        notes.line_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        self.setMinimumWidth(theme.px(180))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(18), theme.px(16), theme.px(8))
        head.addWidget(self._name, 1)
        head.addWidget(self._count)
        body = self._column.body
        body.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(16))
        body.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._column, 1)

    # -- showing -------------------------------------------------------------------

    def refresh(self) -> None:
        """Ticks and tint as the notes are now; rows anew when the questions changed."""
        interview = self.workspace.file.get(Interview, self.notes.interview_id)
        guide = self.workspace.file.get(Guide, interview.guide_id) if interview else None
        questions = self._questions(guide)
        made_of = (guide and (guide.id, guide.name), tuple(questions), self.workspace.read_only)
        if made_of != self._made_of:
            self._made_of = made_of
            self._rebuild(guide, questions)
        self._show_states()

    def _questions(self, guide: Guide | None) -> list[tuple[int, str]]:
        if guide is None:
            return []
        found = self.workspace.file.all(Question, Question.guide_id == guide.id)
        return [(question.id, question.text) for question in found]

    def _rebuild(self, guide: Guide | None, questions: list[tuple[int, str]]) -> None:
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        while self._column.body.count():
            self._column.body.takeAt(0)
        name = guide.name or _("Untitled") if guide else ""
        self._name.setText(_("Guide: {name}").format(name=name) if guide else _("No guide"))
        for number, (id, text) in enumerate(questions, 1):
            button = _QuestionButton(number, text or _("Untitled"))
            button.setProperty("question", id)
            button.clicked.connect(self._on_question)
            self._buttons[id] = button
            self._column.body.addWidget(button)
        self._column.body.addWidget(self._line)
        for action in (self._follow_up, self._edit):
            self._column.body.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.hide()
        self._follow_up.setVisible(guide is not None and not self.workspace.read_only)
        self._edit.setText(_("Edit guides") if guide else _("Choose or write a guide"))
        self._column.body.addStretch(1)

    def _show_states(self) -> None:
        answered = {line.question_id for line in self.notes.notes.lines if line.text.strip()}
        current = self.notes.current_question()
        done = 0
        for id, button in self._buttons.items():
            ticked = id in answered and id != current
            done += ticked
            button.set_state(ticked, id == current)
        count = len(self._buttons)
        words = _("{done} of {count}").format(done=done, count=count) if count else ""
        self._count.setText(words)

    # -- doing -----------------------------------------------------------------------

    def _on_question(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.notes.answer(int(sender.property("question")))

    def _on_edit(self) -> None:
        """With a guide, edit it; without one, choose among those there are."""
        interview = self.workspace.file.get(Interview, self.notes.interview_id)
        found = self.workspace.file.all(Guide)
        if interview is None or interview.guide_id or not found or self.workspace.read_only:
            self.edit_pressed.emit()
            return
        menu = widgets.menu(self)
        for guide in found:
            menu.addAction(guide.name or _("Untitled")).setData(guide.id)
        menu.addSeparator()
        menu.addAction(_("Edit guides")).setData(0)
        chosen = menu.exec(self._edit.mapToGlobal(self._edit.rect().bottomLeft()))
        if isinstance(chosen, QAction):  # None when the menu was left
            self.choose_guide(int(chosen.data()))

    def choose_guide(self, guide_id: int) -> None:
        """Let the interview follow a guide; 0 opens the guides to write one."""
        if not guide_id:
            self.edit_pressed.emit()
        elif self.notes.interview_id is not None:
            guides.follow(self.workspace, self.notes.interview_id, guide_id)

    def _ask_follow_up(self) -> None:
        interview = self.workspace.file.get(Interview, self.notes.interview_id)
        if interview is None or interview.guide_id is None:
            return
        others = guides.followers(self.workspace.file, interview.guide_id) - 1
        if others <= 0:
            self._open_line(False)
            return
        menu = widgets.menu(self)
        menu.addAction(_("Only in this interview (its guide becomes a copy)"), self._only_this)
        menu.addAction(guides.shared_words(others), self._for_all)
        menu.exec(self._follow_up.mapToGlobal(self._follow_up.rect().bottomLeft()))

    def _only_this(self) -> None:
        self._open_line(True)

    def _for_all(self) -> None:
        self._open_line(False)

    def _open_line(self, only_here: bool) -> None:
        self._only_here = only_here
        self._line.clear()
        self._line.show()
        self._line.setFocus()

    def _on_return(self) -> None:
        text = self._line.text().strip()
        self._line.clear()
        self._line.hide()
        if text and self.notes.interview_id is not None:
            self.notes.settle()
            question = guides.add_follow_up(
                self.workspace, self.notes.interview_id, text, self._only_here
            )
            self.notes.answer(question)


class Beside(QWidget):
    """Guide and notes side by side, with a hairline between them."""

    def __init__(self, guide: GuideColumn, notes: MarkedNotes) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        guide.setFixedWidth(theme.px(WIDTH))
        row.addWidget(guide)
        row.addWidget(widgets.Hairline(vertical=True))
        notes.setMinimumWidth(theme.px(LEAST))
        row.addWidget(notes, 1)
        self.setFocusProxy(notes)
