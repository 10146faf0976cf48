"""The slim bar of controls on the projector itself, for a room with one screen; it hides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.ui.workshop.buttons import Counter, ProjectorButton
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.ink import colour
from cxstudio.ui.workshop.session import Session

HIDES_AFTER = 4000  # milliseconds
HEIGHT = 100.0
GAP = 14.0


def voting_words(voting: str) -> tuple[str, str]:
    """What the voting button does next, and its icon."""
    if voting == "open":
        return _("Reveal the votes"), "eye"
    if voting == "revealed":
        return _("End the vote"), "eye-off"
    return _("Start the vote"), "circle-dot"


def spotlight_words(spotlight: str) -> str:
    """What the light falls on."""
    return {"stage": _("Light: stage"), "step": _("Light: step")}.get(spotlight, _("Light: lane"))


class ControlBar(QWidget):
    """Timer, voting, light and parking; shown by the mouse near it or by F9."""

    spotlight_pressed = Signal()
    park_pressed = Signal()
    resized = Signal()

    def __init__(self, session: Session, countdown: Countdown, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._countdown = session, countdown
        self.minutes = Counter(_("Minutes"))
        self.timer = ProjectorButton(_("Start the timer"), "play")
        self.reset = ProjectorButton(_("Reset the timer"), "rotate-ccw")
        self.people = Counter(_("People"))
        self.votes_each = Counter(_("Votes for each person"))
        self.voting = ProjectorButton(_("Start the vote"), "circle-dot", text=True)
        self.light = ProjectorButton(_("Light: stage"), "sun", text=True)
        self.park = ProjectorButton(_("Parking lot"), "archive", text=True)
        self._parts: list[Counter | ProjectorButton] = [
            self.minutes,
            self.timer,
            self.reset,
            self.people,
            self.votes_each,
        ]
        self._parts += [self.voting, self.light, self.park]
        self._lay_out()
        self._connect()
        self._hiding = QTimer(self, singleShot=True, interval=HIDES_AFTER)
        self._hiding.timeout.connect(self._hide_unless_used)
        self.refresh()
        self.hide()

    def _lay_out(self) -> None:
        self._rows = [QHBoxLayout(), QHBoxLayout()]
        column = QVBoxLayout(self)
        for row in self._rows:
            column.addLayout(row)
        self._fill(1)

    def _fill(self, rows: int) -> None:
        """Put the parts into one row, or the last three into a second."""
        self.rows = rows
        for row in self._rows:
            while row.takeAt(0):
                pass
        for number, part in enumerate(self._parts):
            self._rows[int(rows == 2 and number > 4)].addWidget(part)
        for row in self._rows[:rows]:
            row.insertStretch(0, 1)
            row.addStretch(1)

    def _connect(self) -> None:
        self.minutes.changed.connect(self._set_minutes)
        self.timer.clicked.connect(self._countdown.toggle)
        self.reset.clicked.connect(self._countdown.reset)
        self.people.changed.connect(self._set_people)
        self.votes_each.changed.connect(self._set_votes_each)
        self.voting.clicked.connect(self._session.next_voting)
        self.light.clicked.connect(self.spotlight_pressed)
        self.park.clicked.connect(self.park_pressed)
        self._session.changed.connect(self.refresh)
        self._countdown.ticked.connect(self.refresh)

    def _set_minutes(self, value: int) -> None:
        self._session.set_number("minutes", value)
        self._countdown.set_minutes(self._session.workshop.minutes)

    def _set_people(self, value: int) -> None:
        self._session.set_number("people", value)

    def _set_votes_each(self, value: int) -> None:
        self._session.set_number("votes_each", value)

    def refresh(self) -> None:
        """Show what is set now."""
        workshop = self._session.workshop
        minutes = self._countdown.minutes
        self.minutes.show_value(minutes, _("{count} min").format(count=minutes))
        people = ngettext("{count} person", "{count} people", workshop.people)
        self.people.show_value(workshop.people, people.format(count=workshop.people))
        votes = ngettext("{count} vote each", "{count} votes each", workshop.votes_each)
        self.votes_each.show_value(workshop.votes_each, votes.format(count=workshop.votes_each))
        running = self._countdown.running
        self.timer.name(_("Pause the timer") if running else _("Start the timer"),
                        "pause" if running else "play")  # fmt: skip
        self.voting.name(*voting_words(workshop.voting))
        self.light.name(spotlight_words(self._session.place.spotlight))
        count = len(self._session.parked())
        words = _("Parking lot {count}").format(count=count) if count else _("Parking lot")
        self.park.name(words)
        self.set_scale(self.voting.scale)
        self.resized.emit()

    def set_scale(self, scale: float) -> None:
        """Follow the height of the screen."""
        for part in self._parts:
            part.set_scale(scale)
        layout = self.layout()
        assert layout is not None
        side, above = round(24 * scale), round(GAP * scale)
        layout.setContentsMargins(side, above, side, above)
        layout.setSpacing(0 if self.rows == 1 else above)
        for row in self._rows:
            row.setSpacing(round(GAP * scale))

    def fit(self, scale: float, width: float) -> int:
        """Follow the size of the screen; returns how many rows that takes."""
        self.set_scale(scale)
        needed = sum(part.wanted() + GAP for part in self._parts) + 48
        rows = 1 if needed <= width else 2
        if rows != self.rows:
            self._fill(rows)
            self.set_scale(scale)
        return rows

    def texts(self) -> list[str]:
        """What is written on it."""
        counters = [part.words for part in self._parts if isinstance(part, Counter)]
        buttons = [p.text() for p in self._parts if isinstance(p, ProjectorButton) and p.worded]
        return counters + buttons

    def appear(self) -> None:
        """Show it for a while."""
        self.show()
        self.raise_()
        self._hiding.start()

    def _hide_unless_used(self) -> None:
        if self.underMouse() or self.has_keyboard():
            self._hiding.start()
        else:
            self.hide()

    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the focus."""
        return any(button.hasFocus() for button in self.findChildren(ProjectorButton))

    def leaveEvent(self, event: QEvent) -> None:
        self._hiding.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colour("surface")))
        painter.fillRect(0, 0, self.width(), 2, colour("line_strong"))
