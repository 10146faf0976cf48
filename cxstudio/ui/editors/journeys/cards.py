"""The menus of cards and of connectors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget, QWidgetAction

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.map import Id
from cxstudio.i18n import N_, _
from cxstudio.model import Card, Connector, Gap, Touchpoint
from cxstudio.model.chain import End
from cxstudio.model.words import COLOURS
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.acts import Acts
from cxstudio.ui.canvas.aligning import Where
from cxstudio.ui.canvas.measuring import Measuring
from cxstudio.ui.canvas.pictures import KINDS
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.editors.journeys.measures import MeasurePopup
from cxstudio.ui.editors.journeys.popover import LinePopup

ICONS = {
    "phone": N_("Telephone"),
    "smartphone": N_("Smartphone"),
    "mail": N_("E-mail"),
    "message-circle": N_("Chat"),
    "message-square": N_("Message"),
    "globe": N_("Web site"),
    "monitor": N_("Screen"),
    "qr-code": N_("QR code"),
    "store": N_("Shop"),
    "shopping-bag": N_("Shopping bag"),
    "shopping-cart": N_("Cart"),
    "credit-card": N_("Card payment"),
    "wallet": N_("Wallet"),
    "ticket": N_("Ticket"),
    "calendar": N_("Calendar"),
    "clock": N_("Clock"),
    "hourglass": N_("Waiting"),
    "map-pin": N_("Place"),
    "car": N_("Car"),
    "bus": N_("Bus"),
    "train-front": N_("Train"),
    "plane": N_("Plane"),
    "ship": N_("Ship"),
    "bike": N_("Bicycle"),
    "hotel": N_("Hotel"),
    "bed": N_("Bed"),
    "utensils": N_("Meal"),
    "coffee": N_("Coffee"),
    "hospital": N_("Hospital"),
    "landmark": N_("Public office"),
    "user": N_("Person"),
    "users": N_("People"),
    "headset": N_("Call centre"),
    "smile": N_("Glad"),
    "meh": N_("Neutral"),
    "frown": N_("Sad"),
    "star": N_("Star"),
    "heart": N_("Heart"),
    "lightbulb": N_("Idea"),
    "megaphone": N_("Announcement"),
    "thumbs-up": N_("Thumbs up"),
    "thumbs-down": N_("Thumbs down"),
}
ICONS_IN_A_ROW = 6
KIND_NAMES = {
    "flow": N_("Flow"),
    "hop": N_("Channel hop"),
    "branch": N_("Branch"),
    "loop": N_("Loop back"),
}
ALIGNS: dict[Where, tuple[str, str]] = {
    "top": (N_("To the top of their cells"), "Alt+Home"),
    "bottom": (N_("To the bottom of their cells"), "Alt+End"),
    "step": (N_("Into the step of the last one"), "Alt+S"),
    "lane": (N_("Into the lane of the last one"), "Alt+L"),
}
MOST_TOUCHPOINTS = 30
MOST_SHOWN = 32


class CardMenus:
    """What can be done with selected cards, and with a selected connector."""

    def __init__(self, view: MapView, parent: QWidget) -> None:
        self.view, self.parent = view, parent
        self.measuring = Measuring(view.workspace)

    def for_cards(self, ids: list[int]) -> widgets.Menu:
        view, menu = self.view, widgets.menu(self.parent)
        one = ids[0] if len(ids) == 1 else None
        if one is not None:
            menu.addAction(_("Edit"), view.acts.edit_current)
        menu.addAction(_("Duplicate"), view.acts.duplicate)
        menu.addAction(_("Copy"), view.acts.copy)
        menu.addAction(_("Cut"), view.acts.cut)
        add_aligning(menu, view.acts, len(ids))
        menu.addSeparator()
        self._add_colours(menu, ids)
        self._add_icons(menu, ids)
        menu.addAction(theme.icon("tag", "text_2"), _("Tags…"), partial(self.write_tags, ids))
        if self._all_measure(ids):
            text = f"{_('Measure…')}\tAlt+M"
            menu.addAction(theme.icon("gauge", "text_2"), text, view.acts.measure)
        if one is not None:
            self._add_picture(menu, one)
            menu.addSeparator()
            self._add_connectors(menu, one)
            self._add_touchpoints(menu, one)
            self._add_onward(menu, one)
        menu.addSeparator()
        self._add_confidential(menu, ids)
        menu.addAction(_("Delete"), view.acts.delete_selected)
        return menu

    # -- looks -------------------------------------------------------------------------

    def _add_colours(self, menu: widgets.Menu, ids: list[int]) -> None:
        inside = menu.add_submenu(_("Colour"))
        document = self.view.document
        inside.addAction(_("As the lane"), partial(document.set_colour, ids, ""))
        for name in tokens.STICKIES:
            inside.addAction(
                swatch(name), _(COLOURS[name]), partial(document.set_colour, ids, name)
            )

    def _add_icons(self, menu: widgets.Menu, ids: list[int]) -> None:
        inside = menu.add_submenu(_("Icon"))
        details = self.view.details
        inside.addAction(_("As the touchpoint, or none"), partial(details.set_icon, ids, ""))
        action = QWidgetAction(inside)
        action.setDefaultWidget(IconGrid(inside, partial(details.set_icon, ids)))
        inside.addAction(action)

    def write_tags(self, ids: list[int]) -> None:
        """Ask for tags beside the selected card."""
        details, journey = self.view.details, self.view.document.journey_id or 0
        popup = LinePopup(
            _("Tags, with commas between them"),
            details.tags_on(ids),
            partial(details.set_tags, ids),
            self.parent,
            tags=details.tags_in(journey)[:MOST_SHOWN],
        )
        popup.open_at(self._beside(ids[-1]))
        popup.line.setFocus()

    def _all_measure(self, ids: list[int]) -> bool:
        places = self.view.map.laid.places
        lanes = (places[id][1].card.lane_id for id in ids if id in places)
        return all(self.view.lane_kind(lane) == "measures" for lane in lanes)

    def choose_measure(self, ids: list[int]) -> None:
        """Ask beside the selected card which KPI it carries, or for a figure."""
        popup = MeasurePopup(self.measuring, ids, self.parent)
        popup.open_at(self._beside(ids[-1]))
        popup.search.setFocus()

    def _beside(self, card: Id) -> QPoint:
        """Under the card, on the screen."""
        rect = self.view.map.card_rect(card)
        at = self.view.mapFromScene(rect.bottomLeft())
        return self.view.viewport().mapToGlobal(at) + QPoint(0, 8)

    def _add_picture(self, menu: widgets.Menu, card: int) -> None:
        inside = menu.add_submenu(_("Picture"))
        inside.addAction(_("Choose a picture…"), partial(self.choose_picture, card))
        if self.view.workspace.file.one(Card, card).attachment_id is not None:
            remove = partial(self.view.details.remove_picture, card)
            inside.addAction(_("Remove the picture"), remove)

    def choose_picture(self, card: int) -> None:
        """Ask for a file and put it on the card."""
        kinds = _("Pictures ({kinds})").format(kinds=" ".join(f"*{kind}" for kind in KINDS))
        path, _kind = QFileDialog.getOpenFileName(self.parent, _("Choose a picture"), "", kinds)
        if path:
            self.view.details.set_picture(card, Path(path))

    # -- links -------------------------------------------------------------------------

    def _add_touchpoints(self, menu: widgets.Menu, card: int) -> None:
        file, document = self.view.workspace.file, self.view.document
        here = file.one(Card, card).touchpoint_id
        inside = menu.add_submenu(_("Touchpoint"))
        none = inside.addAction(_("None"), partial(document.set_touchpoint, card, None))
        none.setCheckable(True)
        none.setChecked(here is None)
        for touchpoint in file.all(Touchpoint)[:MOST_TOUCHPOINTS]:
            text = f"{touchpoint.code}  {touchpoint.name}"
            action = inside.addAction(text, partial(document.set_touchpoint, card, touchpoint.id))
            action.setCheckable(True)
            action.setChecked(touchpoint.id == here)

    def _add_onward(self, menu: widgets.Menu, card: int) -> None:
        """To the gaps and initiatives that rest on the card, or to a new gap."""
        chain, workspace = self.view.workspace.chain, self.view.workspace
        for end, _link in chain.supports(End("card", card)):
            record = workspace.record(end.record) if end.kind in ("gap", "initiative") else None
            if record is not None:
                text = _("Go to {code}").format(code=record.code)  # type: ignore[attr-defined]
                menu.addAction(text, partial(workspace.go_to, end.kind, end.id))
        menu.addAction(theme.icon("triangle-alert", "text_2"), _("Make a gap"), self.make_gap)

    def make_gap(self) -> None:
        """A gap from the selected card, shown at once."""
        current = self.view.map.selection.current
        if current is not None:
            gap = self.view.document.make_gap(int(current))
            if self.view.workspace.file.get(Gap, gap) is not None:
                self.view.workspace.go_to("gap", gap)

    def _add_confidential(self, menu: widgets.Menu, ids: list[int]) -> None:
        cards = [self.view.workspace.file.one(Card, id) for id in ids]
        on = all(card.confidential for card in cards)
        action = menu.addAction(
            _("Confidential"), partial(self.view.document.set_confidential, ids, not on)
        )
        action.setCheckable(True)
        action.setChecked(on)

    # -- connectors --------------------------------------------------------------------

    def _add_connectors(self, menu: widgets.Menu, card: int) -> None:
        connecting, selection = self.view.connecting, self.view.map.selection
        text = f"{_('Connect to…')}\tAlt+C"
        menu.addAction(theme.icon("spline", "text_2"), text, connecting.begin)
        there = connecting.joining.of_card(card)
        if there:
            inside = menu.add_submenu(_("Connectors"))
            for found in there[:MOST_SHOWN]:
                text = self._said(found, card)
                inside.addAction(text, partial(selection.set_connector, found.id))

    def _said(self, found: Connector, card: int) -> str:
        leaves = found.from_card_id == card
        other = found.to_card_id if leaves else found.from_card_id
        words = self.view.document.text_of(other).split("\n")[0][:40] or _("Empty card")
        return f"{'→' if leaves else '←'} {words}"

    def for_connector(self, connector: int) -> widgets.Menu:
        """The menu of one connector."""
        joining, menu = self.view.connecting.joining, widgets.menu(self.parent)
        record = self.view.workspace.file.one(Connector, connector)
        menu.addAction(_("Label…"), partial(self.write_label, connector))
        menu.addSeparator()
        for kind, name in KIND_NAMES.items():
            action = menu.addAction(_(name), partial(joining.set_kind, connector, kind))
            action.setCheckable(True)
            action.setChecked(record.connector_kind == kind)
        menu.addSeparator()
        menu.addAction(_("Turn around"), partial(joining.turn, connector))
        menu.addAction(_("Delete"), partial(joining.delete, connector))
        return menu

    def write_label(self, connector: int) -> None:
        """Ask for the words on a connector, beside it."""
        joining, item = self.view.connecting.joining, self.view.map.lines.items.get(connector)
        if item is None or not self.view.document.writable:
            return
        text = self.view.workspace.file.one(Connector, connector).label_text
        write = partial(joining.set_label, connector)
        popup = LinePopup(_("Label of the connector"), text, write, self.parent)
        at = self.view.mapFromScene(QRectF(item.boundingRect()).center())
        popup.open_at(self.view.viewport().mapToGlobal(at))
        popup.line.setFocus()


def add_aligning(menu: widgets.Menu, acts: Acts, count: int) -> None:
    """To the edges of their cells; several cards also into one step or lane."""
    inside = menu.add_submenu(_("Align"))
    for where, (name, keys) in ALIGNS.items():
        action = inside.addAction(f"{_(name)}\t{keys}", partial(acts.align, where))
        action.setEnabled(count > 1 or where in ("top", "bottom"))


class IconGrid(QWidget):
    """Icons to choose one from, in a menu."""

    def __init__(self, menu: widgets.Menu, then: Callable[[str], object]) -> None:
        super().__init__()
        self._menu, self._then = menu, then
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 8)
        grid.setSpacing(2)
        for place, (name, words) in enumerate(ICONS.items()):
            button = widgets.icon_button(name, _(words), small=True)
            button.clicked.connect(partial(self._choose, name))
            grid.addWidget(button, *divmod(place, ICONS_IN_A_ROW))

    def _choose(self, name: str) -> None:
        top: QWidget | None = self._menu
        while isinstance(top, widgets.Menu):
            top.close()
            top = top.parentWidget()
        self._then(name)


def swatch(name: str) -> QIcon:
    """A small note in a sticky colour."""
    side = theme.px(16)
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("line_strong"))
    painter.setBrush(QColor(tokens.sticky(name, theme.current()).fill))
    painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), 3, 3)
    painter.end()
    return QIcon(picture)
