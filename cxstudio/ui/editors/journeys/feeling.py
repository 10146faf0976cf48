"""The menu of the emotion lane: by hand, or computed from the evidence behind the step's cards."""

from __future__ import annotations

from functools import partial

from sqlalchemy import select

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.read_curves import computed_value
from cxstudio.formats import signed
from cxstudio.i18n import _, ngettext
from cxstudio.model import Card
from cxstudio.model.chain import End
from cxstudio.ui import widgets
from cxstudio.ui.canvas.view import MapView


def add_feeling(menu: widgets.Menu, view: MapView, cell: Cell) -> None:
    """What can be done with the chosen persona's value at a step."""
    assert view.persona is not None
    curve = next(c for c in view.map.data.curves if c.persona_id == view.persona)
    by_hand = cell.step_id in curve.values and cell.step_id not in curve.computed
    value, count = computed_at(view, cell)
    blank = partial(view.document.set_emotion, int(cell.step_id), int(view.persona), None)
    if value is not None:
        text = ngettext(
            "Take the computed value {value}, from {count} piece of evidence",
            "Take the computed value {value}, from {count} pieces of evidence",
            count,
        ).format(value=signed(value), count=count)
        action = menu.addAction(text, blank)
        action.setCheckable(True)
        action.setChecked(not by_hand)
        action.setEnabled(by_hand)
    elif by_hand:
        menu.addAction(_("Leave blank: no evidence"), blank)


def computed_at(view: MapView, cell: Cell) -> tuple[float | None, int]:
    """The chosen persona's value by the evidence at a step, and how many pieces that is."""
    if view.map.data.kind != "as_is":
        return None, 0
    lead = view.map.data.lead()
    ids = view.workspace.file.rows(select(Card.id).where(Card.step_id == cell.step_id))
    ends = [End("card", row[0]) for row in ids]
    first = lead is not None and lead.persona_id == view.persona
    return computed_value(ends, view.persona, first, view.document.known())
