"""What a screen reader says of the selected card or cell: its text and its place."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import CardData, Id
from cxstudio.formats import signed
from cxstudio.i18n import _, ngettext
from cxstudio.ui import widgets
from cxstudio.ui.canvas.scene import MapScene
from cxstudio.ui.canvas.selection import cards_of


def announce(widget: QWidget, scene: MapScene, persona: Id | None) -> None:
    """Give the focused widget the words for what is selected, and tell the reader."""
    name, description = spoken(scene, persona)
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


def spoken(scene: MapScene, persona: Id | None) -> tuple[str, str]:
    """The name and the description of what is selected."""
    selection = scene.selection
    if len(selection.cards) > 1:
        count = len(selection.cards)
        text = ngettext("{count} card selected", "{count} cards selected", count)
        return text.format(count=count), scene.data.title
    if selection.connector is not None:
        return _connector(scene, selection.connector), scene.data.title
    if selection.cell is None:
        return _("Journey map"), scene.data.title
    place = _place(scene, selection.cell)
    if selection.current is None:
        return _nothing(scene, selection.cell, persona), place
    card = scene.laid.places[selection.current][1].card
    return _card(card), f"{place}, {_rank(scene, selection.cell, card.id)}"


def _connector(scene: MapScene, id: Id) -> str:
    found = next((c for c in scene.data.connectors if c.id == id), None)
    if found is None:
        return _("Journey map")
    texts = (scene.laid.places[end][1].card.text for end in (found.start, found.end))
    said = _("Connector from {start} to {end}").format(
        **dict(zip(("start", "end"), texts, strict=True))
    )
    return f"{said}. {found.label}" if found.label else said


def _card(card: CardData) -> str:
    empty = _("Picture") if card.picture is not None else _("Empty card")
    parts = [card.text or empty, *_figure(card), ", ".join(card.tags)]
    if card.votes:
        votes = ngettext("{count} vote", "{count} votes", card.votes)
        parts.append(votes.format(count=card.votes))
    if card.confidential:
        parts.append(_("Confidential"))
    if card.strength is not None:
        parts.append(widgets.strength_sentence(card.strength))
    return ". ".join(part for part in parts if part)


def _figure(card: CardData) -> list[str]:
    """The figure of a measure, its target, and in words whether it is met."""
    standing = {True: _("on target"), False: _("off target"), None: ""}[card.met]
    return [part for part in (card.value, card.aim, standing, card.basis) if part]


def _place(scene: MapScene, cell: Cell) -> str:
    lane = next(lane.name for lane in scene.data.lanes if lane.id == cell.lane_id)
    step = next(step for step in scene.data.steps if step.id == cell.step_id)
    return _("{lane}, step {number} {name}").format(lane=lane, number=step.number, name=step.name)


def _rank(scene: MapScene, cell: Cell, card: Id) -> str:
    cards = cards_of(scene.laid, cell)
    return _("{place} of {count}").format(place=cards.index(card) + 1, count=len(cards))


def _nothing(scene: MapScene, cell: Cell, persona: Id | None) -> str:
    lane = next(lane for lane in scene.data.lanes if lane.id == cell.lane_id)
    curve = next((c for c in scene.data.curves if c.persona_id == persona), None)
    if lane.kind != "emotion" or curve is None:
        return _("Empty cell")
    value = curve.values.get(cell.step_id)
    if value is None:
        return _("{persona}: no evidence").format(persona=curve.name)
    if cell.step_id in curve.computed:
        text = _("{persona}: {value}, computed from evidence")
    else:
        text = _("{persona}: {value}")
    return text.format(persona=curve.name, value=signed(value))
