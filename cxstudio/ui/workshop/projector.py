"""The window on the projector: paints the board, takes keys and clicks, drags nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.ui.workshop.buttons import ProjectorButton
from cxstudio.ui.workshop.capture import CaptureLine
from cxstudio.ui.workshop.controls import HEIGHT, ControlBar
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.ink import LINES, Ink, colour
from cxstudio.ui.workshop.keys import add_undo, command, digit
from cxstudio.ui.workshop.layout import BAR, lay
from cxstudio.ui.workshop.paint_bar import (
    button_rects,
    capture_rect,
    chip_rect,
    destination,
    text_rect,
)
from cxstudio.ui.workshop.picture import Picture, paint
from cxstudio.ui.workshop.pointing import Pointed, pointed
from cxstudio.ui.workshop.question import Question, leaving
from cxstudio.ui.workshop.session import Session
from cxstudio.ui.workshop.walk import Walk

NARROWEST = 1440.0  # a screen is at least so wide, in pixels of 1080 lines


class Projector(QWidget):
    """One session on a screen; `finished` when it is left, whether ended or not.

    With `own_controls` the mouse near the bottom brings the control bar.
    """

    finished = Signal()
    report_wanted = Signal()

    def __init__(self, session: Session, countdown: Countdown, *, own_controls: bool) -> None:
        super().__init__()
        self.session, self.countdown = session, countdown
        self.own_controls = own_controls
        self.showing_added = False
        self.question: Question | None = None
        self._notice = ""
        self.walk = Walk(session)
        self.setWindowTitle(_("Workshop"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.capture = CaptureLine(self, self)
        self.buttons = self._make_buttons()
        self.last_buttons = self._make_last_buttons()
        self.bar = ControlBar(session, countdown, self)
        self._connect()
        self.refresh()

    def _make_buttons(self) -> list[ProjectorButton]:
        previous = ProjectorButton(_("Stage before"), "chevron-left", parent=self)
        following = ProjectorButton(_("Next stage"), "chevron-right", parent=self)
        self.voting_button = ProjectorButton(_("Start the vote"), "circle-dot", parent=self)
        leave = ProjectorButton(_("Leave the workshop"), "x", parent=self)
        previous.clicked.connect(self.walk.previous_stage)
        following.clicked.connect(self.walk.next_stage)
        self.voting_button.clicked.connect(self.session.next_voting)
        leave.clicked.connect(self.ask_to_leave)
        made = [previous, following, self.voting_button, leave]
        for button in made:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _make_last_buttons(self) -> list[ProjectorButton]:
        report = ProjectorButton(
            _("Put into the report"), "file-text", text=True, lead=True, parent=self
        )
        close = ProjectorButton(_("Close"), "x", text=True, parent=self)
        report.clicked.connect(self.report_wanted)
        close.clicked.connect(self.close)
        for button in (report, close):
            button.hide()
        return [report, close]

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.session.said.connect(self.say)
        self.countdown.ticked.connect(self._on_tick)
        self.countdown.ended.connect(self._on_tick)
        self.bar.spotlight_pressed.connect(self.walk.change_light)
        self.bar.park_pressed.connect(self.park)
        self.bar.resized.connect(self._place_bar)
        self.capture.textChanged.connect(self._on_text)
        add_undo(self, self.session.undo, self.session.redo)

    # -- what is shown -------------------------------------------------------------

    @property
    def scale(self) -> float:
        """Pixels of this screen for one of 1080 lines."""
        return max(min(self.height() / LINES, self.width() / NARROWEST), 0.1)

    @property
    def _width(self) -> float:
        return self.width() / self.scale

    def picture(self) -> Picture:
        """All that is painted now."""
        session, clock = self.session, self.countdown
        return Picture(
            board=session.board,
            place=session.place,
            scene=self.walk.scene,
            voting=session.voting,
            votes_left=session.votes_left if session.voting and not self.showing_added else None,
            clock=clock,
            parking=session.parking,
            typing=self.capture.hasFocus(),
            notice=self._notice,
            buttons=len(self.buttons),
            ranked=session.added().ranked if session.ranking else None,
            added=session.added() if self.showing_added else None,
        )

    def texts(self) -> list[str]:
        """Every text that the room can read now."""
        canvas = QImage(8, 8, QImage.Format.Format_RGB32)
        painter = QPainter(canvas)
        ink = Ink(painter)
        paint(ink, self.picture())
        painter.end()
        shown = [*ink.said]
        if self.capture.isVisibleTo(self):
            shown += [self.capture.text(), self.capture.placeholderText()]
        if self.bar.isVisibleTo(self):
            shown += self.bar.texts()
        if self.question is not None:
            shown += self.question.texts()
        shown += [button.text() for button in self.last_buttons if button.isVisibleTo(self)]
        return [text for text in shown if text]

    def refresh(self) -> None:
        """Lay everything out anew and paint it."""
        session = self.session
        foot = session.voting != ""
        self.walk.scene, place = lay(session.board, session.place, self._width, foot)
        if place != session.place:
            session.place = place
        icons = {"open": "eye-off", "revealed": "eye"}
        names = {"open": _("Reveal the votes"), "revealed": _("End the vote")}
        self.voting_button.name(
            names.get(session.voting, _("Start the vote")),
            icons.get(session.voting, "circle-dot"),
        )
        self._place_children()
        self._give_keyboard()
        self._describe()
        self.update()

    def _place_children(self) -> None:
        scale, count = self.scale, len(self.buttons)
        for button, rect in zip(self.buttons, button_rects(self._width, count), strict=True):
            button.set_scale(scale)
            button.move(round(rect.left() * scale), round(rect.top() * scale))
            button.setVisible(not self.showing_added)
        box = capture_rect(self._width, count)
        chip = chip_rect(
            box, destination(self.session.board, self.session.place, self.session.parking)
        )
        self.capture.set_scale(scale)
        self.capture.setGeometry(self._pixels(text_rect(box, chip)))
        self.capture.setVisible(not self.showing_added)
        self.capture.setPlaceholderText(self._hint())
        right = self._width - 48
        for button in self.last_buttons:
            button.set_scale(scale)
            button.setVisible(self.showing_added)
            right -= button.wanted()
            button.move(round(right * scale), round(969 * scale))
            right -= 16
        self._place_bar()

    def _place_bar(self) -> None:
        high = HEIGHT * self.bar.fit(self.scale, self._width)
        self.bar.setGeometry(self._pixels(QRectF(0, BAR - high, self._width, high)))

    def _hint(self) -> str:
        if self.session.parking:
            return _("For later: type and press Enter")
        if self.session.voting == "open":
            return _("Voting: arrows and Enter, or click a card")
        return _("Type and press Enter")

    def _pixels(self, rect: QRectF) -> QRect:
        scale = self.scale
        return QRectF(
            rect.left() * scale, rect.top() * scale, rect.width() * scale, rect.height() * scale
        ).toRect()

    def _give_keyboard(self) -> None:
        """Keys go to the map while dots are given, else to the line."""
        if self.question is not None or self.bar.has_keyboard():
            return
        wanted: QWidget = self.capture
        if self.session.voting == "open" and not self.session.parking:
            wanted = self
        if self.showing_added:
            wanted = self.last_buttons[0]
        if not wanted.hasFocus():
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self) -> None:
        where = destination(self.session.board, self.session.place, self.session.parking)
        card = self.session.card
        self.setAccessibleName(f"{where}: {card.text}" if card else where)
        self.capture.setAccessibleDescription(where)

    def _on_changed(self) -> None:
        """Something happened, so that what was said before is over."""
        self._notice = ""
        self.refresh()

    def _on_tick(self) -> None:
        self.update()

    def _on_text(self, _text: str) -> None:
        self._notice = ""

    def say(self, text: str) -> None:
        """A short sentence at the top, until something else happens."""
        self._notice = text
        self.update()

    # -- commands, named in keys.py; those that walk are in walk.py ----------------

    def stay(self) -> None:
        """Nothing: F5 again must not begin a second workshop."""

    def enter(self) -> None:
        """Add what is typed; give a vote; or close the ranking."""
        session = self.session
        if self.capture.text().strip():
            session.capture(self.capture.text())
            self.capture.clear()
        elif session.ranking:
            session.hide_ranking()
        elif session.voting == "open" and session.card is not None:
            session.vote(session.card.id)

    def take_vote(self) -> None:
        if self.session.voting == "open" and self.session.card is not None:
            self.session.vote(self.session.card.id, -1)

    def park(self) -> None:
        """The next line goes to the parking lot; again, and it does not."""
        self.session.set_parking(not self.session.parking)

    def next_voting(self) -> None:
        self.session.next_voting()

    def toggle_timer(self) -> None:
        self.countdown.toggle()

    def toggle_bar(self) -> None:
        """Show the controls with the keyboard in them, or hide them."""
        if self.bar.isVisible():
            self.bar.hide()
            self._give_keyboard()
        else:
            self.bar.appear()
            self.bar.timer.setFocus(Qt.FocusReason.TabFocusReason)

    def step_back(self) -> None:
        """Escape: out of the bar, the ranking, the line, the parking; then ask to leave."""
        if self.showing_added:
            self.close()
        elif self.bar.isVisible():
            self.toggle_bar()
            self.capture.setFocus()
            self._give_keyboard()
        elif self.session.ranking:
            self.session.hide_ranking()
        elif self.capture.text():
            self.capture.clear()
        elif self.session.parking:
            self.session.set_parking(False)
        else:
            self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """End it, leave it open for later, or go on."""
        self.activateWindow()
        answers = (self.end, self.close_later, self.stay)
        self.question = leaving(self, self.scale, *answers)
        self.question.gone.connect(self._on_answered)
        self.update()

    def _on_answered(self) -> None:
        self.question = None
        self._give_keyboard()
        self.update()

    def end(self) -> None:
        """Take the second snapshot and show what was added."""
        self.countdown.reset()
        self.session.end()
        self.session.ranking = False
        self.showing_added = True
        self.bar.hide()
        self.refresh()

    def close_later(self) -> None:
        """Leave; everything is in the file already."""
        self.close()

    def report_done(self) -> None:
        """The summary is in the report."""
        self.last_buttons[0].name(_("It is in the report"), "check")
        self.last_buttons[0].setEnabled(False)
        self._place_children()
        self.last_buttons[1].setFocus(Qt.FocusReason.TabFocusReason)

    # -- events --------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key was a command."""
        typing = self.capture.hasFocus()
        name = command(event, typing=typing, text=self.capture.text())
        if name:
            self._notice = ""
            getattr(self.walk if hasattr(self.walk, name) else self, name)()
            return True
        number = digit(event)
        if not typing and number and self.session.voting == "open" and self.session.card:
            self.session.vote(self.session.card.id, number)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        if self.showing_added or self.question is not None or self.bar.has_keyboard():
            return super().focusNextPrevChild(next)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.showing_added:
            return
        place = QPointF(event.position() / self.scale)
        found = pointed(self.session.board, self.session.place, self.walk.scene, place)
        if self.session.ranking:
            self.enter()
        elif found is not None:
            self._point(found, event)
        self._give_keyboard()

    def _point(self, found: Pointed, event: QMouseEvent) -> None:
        self.walk.go(found.place)
        if found.card is not None and self.session.voting == "open":
            back = event.button() == Qt.MouseButton.RightButton
            self.session.vote(found.card, -1 if back else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().y() / self.scale
        if self.own_controls and not self.showing_added and y > BAR - HEIGHT:
            self.bar.appear()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.walk.by_lane(-1 if event.angleDelta().y() > 0 else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.scale(self.scale, self.scale)
        paint(Ink(painter), self.picture())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.finished.emit()
