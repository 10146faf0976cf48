"""The channels a persona uses, and the touchpoints met on the persona's journeys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from sqlalchemy import select

from cxstudio.i18n import _, pgettext
from cxstudio.model import Card, Channel, JourneyPersona, Stage, Step, Touchpoint, Trait
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.calm import CalmLine
from cxstudio.ui.editors.personas.grid import PartGrid
from cxstudio.ui.editors.personas.part import GUTTER, Part
from cxstudio.ui.editors.personas.parts import PartList
from cxstudio.ui.forms.record_chips import RecordChips
from cxstudio.ui.workspace import Workspace

NO_CHANNEL = "waypoints"
MET = frozenset({"touchpoint", "card", "step", "stage", "journey", "journey_persona"})


class ChannelIcon(QWidget):
    """The channel's icon on a pale square; a click or Enter offers other channels."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = NO_CHANNEL
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Choose the channel"))
        self.setAccessibleName(_("Choose the channel"))

    def show_icon(self, icon: str) -> None:
        self._icon = icon or NO_CHANNEL
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(32), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        side = theme.px(16)
        inset = (self.width() - side) // 2
        theme.paint_icon(painter, QRect(inset, inset, side, side), self._icon, "text_2")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class ChannelUse(Part):
    """One channel, and when it is used."""

    def __init__(self, parts: PartList, id: int) -> None:
        super().__init__(parts, id)
        self.icon = ChannelIcon()
        self.icon.pressed.connect(self.choose)
        self.name = widgets.Label("", "label")
        self.text = CalmLine(pgettext("of a channel", "When"), "small", "text_2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.handle)
        row.addWidget(self.icon)
        row.addSpacing(theme.px(8))
        row.addLayout(words, 1)
        self.bind(self.text, "text", _("When the channel is used"))
        self.watch(self.icon)

    def first_field(self) -> QWidget:
        return self.text

    def _channel(self) -> Channel | None:
        trait = self.workspace.file.get(Trait, self.end.id)
        return self.workspace.file.get(Channel, trait.channel_id) if trait is not None else None

    def refresh(self) -> None:
        channel = self._channel()
        self.name.setText(channel.name if channel else _("Choose a channel"))
        self.name.set_tone("text" if channel else "text_3")
        self.icon.show_icon(channel.icon if channel else "")

    def choose(self) -> None:
        """Offer the engagement's channels."""
        if self.workspace.read_only:
            return
        menu = widgets.menu(self)
        offer_channels(self.workspace, menu)
        chosen = menu.exec(self.icon.mapToGlobal(QPoint(0, self.icon.height() + 4)))
        if chosen is not None:
            self.take(chosen.data())

    def take(self, channel_id: int) -> None:
        """Name another channel."""
        with self.workspace.change(_("Choose the channel")) as change:
            change.get(Trait, self.end.id).channel_id = channel_id

    def add_to_menu(self, menu: QMenu) -> None:
        menu.addAction(_("Show the channel"), self._go)
        menu.addSeparator()

    def _go(self) -> None:
        channel = self._channel()
        if channel is not None:
            self.workspace.go_to("channel", channel.id)


def offer_channels(workspace: Workspace, menu: QMenu) -> None:
    """One line a channel, each with its id."""
    for channel in workspace.file.all(Channel):
        icon = theme.icon(channel.icon or NO_CHANNEL, "text_2")
        menu.addAction(icon, channel.name or _("Untitled")).setData(channel.id)


class ChannelPanel(widgets.Panel):
    """Channels used, and below them the touchpoints on the journeys of the persona."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=0)
        self.workspace = workspace
        self.list = PartGrid(workspace, Trait, ChannelUse, trait_kind="channel")
        self.new = widgets.icon_button("plus", _("Add a channel"), small=True)
        self.new.clicked.connect(self.offer)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(GUTTER), 0, 0, 0)
        head.addWidget(widgets.Label(_("Channels and touchpoints used"), "section"), 1)
        head.addWidget(self.new)
        self._none = self._line("")
        self._title = widgets.Label(_("Touchpoints on their journeys"), "small", "text_3")
        self.chips = RecordChips(workspace, _("Touchpoints on their journeys"))
        self.met = QWidget()
        met = QVBoxLayout(self.met)
        met.setContentsMargins(theme.px(GUTTER), theme.px(2), 0, 0)
        met.setSpacing(theme.px(8))
        met.addWidget(self._title)
        met.addWidget(self.chips)
        self.body.setContentsMargins(0, theme.px(12), theme.px(12), theme.px(14))
        self.body.setSpacing(theme.px(8))
        self.body.addLayout(head)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addWidget(self.met)

    def _line(self, text: str) -> widgets.Label:
        label = widgets.Label(text, "small", "text_3")
        label.setContentsMargins(theme.px(GUTTER), 0, 0, 0)
        return label

    def show_persona(self, id: int | None) -> None:
        """Another persona, with all that belongs to this panel."""
        self.list.show_persona(id)
        self._show_state()
        self.show_touchpoints()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read anew what the changes may have touched."""
        self.list.reload()
        self._show_state()
        if changes is None or MET & changes.kinds:
            self.show_touchpoints()

    def _show_state(self) -> None:
        channels = self.workspace.file.count(Channel)
        self.new.setEnabled(bool(channels) and not self.workspace.read_only)
        none = _("No channel yet.") if channels else _("Add channels on their page first.")
        self._none.setText(none)
        self._none.setVisible(not self.list.parts)
        self.list.setVisible(bool(self.list.parts))

    def show_touchpoints(self) -> None:
        """Read anew what the persona's journeys touch."""
        id = self.list.persona
        ids = [] if id is None else self._touchpoints(id)
        self.chips.show_records([(End("touchpoint", other), None) for other in ids])
        self._title.setVisible(bool(ids))

    def _touchpoints(self, persona: int) -> list[int]:
        query = (
            select(Touchpoint.id)
            .join(Card, Card.touchpoint_id == Touchpoint.id)
            .join(Step, Step.id == Card.step_id)
            .join(Stage, Stage.id == Step.stage_id)
            .join(JourneyPersona, JourneyPersona.journey_id == Stage.journey_id)
            .where(JourneyPersona.persona_id == persona)
            .order_by(Stage.position, Step.position, Card.position)
        )
        return list(dict.fromkeys(row[0] for row in self.workspace.file.rows(query)))

    def offer(self) -> None:
        """Add one of the engagement's channels."""
        menu = widgets.menu(self)
        offer_channels(self.workspace, menu)
        chosen = menu.exec(self.new.mapToGlobal(QPoint(0, self.new.height() + 4)))
        if chosen is not None:
            self.add_channel(chosen.data())

    def add_channel(self, channel_id: int) -> None:
        self.list.focus_part(self.list.add(_("Add a channel"), channel_id=channel_id))
