"""What the consultant has on the laptop: controls, the parking lot, notes, what is withheld."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Card, Workshop
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import ParagraphField
from cxstudio.ui.workshop.controls import spotlight_words, voting_words
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.keys import add_undo, keys_help
from cxstudio.ui.workshop.paint_bar import destination
from cxstudio.ui.workshop.projector import Projector
from cxstudio.ui.workshop.session import Session


class Console(widgets.Ground):
    """In the program's own theme. Keys that walk the map work here too, outside the fields."""

    swap_pressed = Signal()

    def __init__(self, session: Session, countdown: Countdown, projector: Projector) -> None:
        super().__init__("surface")
        self.session, self.countdown, self.projector = session, countdown, projector
        self.setWindowTitle(_("Workshop"))
        self._head = widgets.PageHead(session.board.title, subtitle=session.board.state)
        self._where = widgets.Label("", "page", wrap=True)
        self._clock = widgets.Label("", "figure")
        self._left = widgets.Label("", "body", "text_2")
        self._parked = widgets.Label("", "reading", wrap=True)
        self._withheld = widgets.Label("", "reading", "text_2", wrap=True)
        self._notes = ParagraphField(_("Only for you: what to ask, what to watch"), lines=12)
        self._notes.setAccessibleName(_("Your notes"))
        self._lay_out()
        bind(session.workspace, self._notes, Workshop, "notes", _("Edit notes")).show(session.id)
        add_undo(self, session.undo, session.redo)
        session.changed.connect(self.refresh)
        countdown.ticked.connect(self._show_clock)
        countdown.ended.connect(self._show_clock)
        self.refresh()

    # -- layout --------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(16))
        column.addLayout(halves, 1)
        hidden = _("On this step, but not shown to the room")
        halves.addLayout(_half(self._place_panel(), self._timer_panel(), self._vote_panel()), 1)
        halves.addLayout(
            _half(
                self._panel(_("Parking lot"), self._parked),
                self._panel(hidden, self._withheld),
                self._panel(_("Your notes"), self._notes),
            ),
            1,
        )
        halves.setContentsMargins(*(theme.px(side) for side in (24, 24, 24, 16)))
        keys = widgets.Label(keys_help(), "small", "text_3", wrap=True)
        keys.setContentsMargins(*(theme.px(side) for side in (24, 0, 24, 24)))
        column.addWidget(keys)

    def _panel(self, title: str, *parts: QWidget) -> widgets.Panel:
        panel = widgets.Panel()
        panel.body.addWidget(widgets.SectionTitle(title))
        for part in parts:
            panel.body.addWidget(part)
        panel.body.addStretch(1)
        return panel

    def _place_panel(self) -> QWidget:
        self._light = self._button("", "sun", self.projector.walk.change_light)
        park = self._button(_("Park the next line"), "archive", self.projector.park)
        before = self._button(_("Stage before"), "chevron-left", self.projector.walk.previous_stage)
        after = self._button(_("Next stage"), "chevron-right", self.projector.walk.next_stage)
        swap = self._button(_("Swap the screens"), "arrow-left-right", self.swap_pressed)
        leave = self._button(_("End the workshop"), "log-out", self.projector.ask_to_leave)
        return self._panel(
            _("On the wall"), self._where, _row(before, after, self._light), _row(park, swap, leave)
        )

    def _timer_panel(self) -> QWidget:
        self._start = self._button("", "play", self.countdown.toggle)
        reset = self._button(_("Reset the timer"), "rotate-ccw", self.countdown.reset)
        self._minutes = self._number(_("Minutes on the timer"), "minutes", 180)
        minutes = widgets.Label(_("minutes"), "body", "text_2")
        row = _row(self._minutes, minutes, self._start, reset)
        return self._panel(_("Timer"), self._clock, row)

    def _vote_panel(self) -> QWidget:
        self._vote = self._button("", "circle-dot", self.session.next_voting)
        self._people = self._number(_("People in the room"), "people", 99)
        self._each = self._number(_("Votes for each person"), "votes_each", 9)
        people = widgets.Label(_("people"), "body", "text_2")
        each = widgets.Label(_("votes each"), "body", "text_2")
        return self._panel(
            _("Voting"), _row(self._people, people, self._each, each), _row(self._vote), self._left
        )

    def _button(self, text: str, icon: str, act) -> QPushButton:  # type: ignore[no-untyped-def]
        made = widgets.outline(text, icon)
        made.clicked.connect(act)
        made.clicked.connect(self._hand_over)
        return made

    def _hand_over(self) -> None:
        """What is typed next belongs on the wall."""
        self.projector.activateWindow()
        self.projector.refresh()

    def _number(self, name: str, attribute: str, most: int) -> widgets.Number:
        field = widgets.Number()
        field.setRange(1, most)
        field.setAccessibleName(name)
        field.setValue(getattr(self.session.workshop, attribute))
        field.setProperty("attribute", attribute)
        field.valueChanged.connect(self._on_number)
        return field

    def _on_number(self, value: int) -> None:
        attribute = str(self.sender().property("attribute"))
        if value != getattr(self.session.workshop, attribute):
            self.session.set_number(attribute, value)
        if attribute == "minutes" and value != self.countdown.minutes:
            self.countdown.set_minutes(value)

    # -- what is shown -------------------------------------------------------------

    def refresh(self) -> None:
        """Show where the room is and what it has done."""
        session, workshop = self.session, self.session.workshop
        stage = session.board.stage_of(session.place.step)
        where = destination(session.board, session.place, session.parking)
        self._where.setText(f"{stage.name}\n{where}" if stage else where)
        _name(self._light, spotlight_words(session.place.spotlight))
        _name(self._vote, *voting_words(workshop.voting))
        left = _("{left} of {count} votes are left.").format(
            left=session.votes_left, count=workshop.people * workshop.votes_each
        )
        self._left.setText(left if workshop.voting else "")
        for field in (self._people, self._each, self._minutes):
            field.setValue(getattr(workshop, str(field.property("attribute"))))
        notes = session.parked()
        self._parked.setText("\n".join(f"· {note}" for note in notes) or _("Nothing is parked."))
        self._withheld.setText(self._secrets() or _("Nothing."))
        self._show_clock()

    def _secrets(self) -> str:
        """Confidential cards of the step; they are for the consultant's eyes."""
        found = self.session.workspace.file.all(Card, Card.step_id == self.session.place.step)
        hidden = self.session.board.withheld
        return "\n".join(f"· {card.text}" for card in found if card.id in hidden)

    def _show_clock(self) -> None:
        clock = self.countdown
        self._clock.setText(_("Time is up") if clock.over else clock.text())
        self._clock.set_tone("warning" if clock.warning else "text")
        running = clock.running
        _name(self._start, _("Pause the timer") if running else _("Start the timer"),
              "pause" if running else "play")  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or not self.projector.take_key(
            event
        ):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.workspace.flush_requested.emit()
        super().closeEvent(event)
        if self.projector.isVisible():
            self.projector.close()


def _half(*panels: QWidget) -> QVBoxLayout:
    """Panels below one another, each as high as it needs."""
    column = QVBoxLayout()
    column.setSpacing(theme.px(16))
    for panel in panels:
        column.addWidget(panel)
    column.addStretch(1)
    return column


def _row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder


def _name(button: QPushButton, text: str, icon: str = "") -> None:
    button.setText(text)
    button.setAccessibleName(text)
    if icon:
        button.setIcon(theme.icon(icon, "text_2"))
