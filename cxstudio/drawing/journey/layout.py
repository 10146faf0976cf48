"""Where everything on a map stands: pure geometry, without Qt and without the database.

A map is a head (stages and steps) over rows (lanes). Rows know their own height and place their
cards from their own top edge; the layout only stacks them. So when a card changes, its row alone
is laid out again (`relayout`) and the rows below move as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, zip_longest
from math import inf

from cxstudio.drawing.journey.boxes import CardBox, Column, Head, Rect, Row
from cxstudio.drawing.journey.head import lay_columns, lay_head
from cxstudio.drawing.journey.map import CardData, Id, LaneData, MapData
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.rows import lay_row
from cxstudio.drawing.journey.text import TextMeasure

Cells = dict[tuple[Id, Id], list[CardData]]
Standing = tuple[int, CardBox]


@dataclass(frozen=True)
class MapLayout:
    """A map that has been laid out. `tops` are the top edges of `rows`, on the map."""

    metrics: Metrics
    columns: tuple[Column, ...]
    head: Head
    rows: tuple[Row, ...]

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """The top edge of each row, and last the bottom edge of the map."""
        return tuple(accumulate((row.height for row in self.rows), initial=self.head.height))

    @property
    def width(self) -> float:
        """From the left edge of the lane names to the right edge of the last step."""
        return self.columns[-1].right if self.columns else self.metrics.label_width

    @property
    def height(self) -> float:
        """From the top of the stages to the bottom of the last lane."""
        return self.tops[-1]

    @cached_property
    def places(self) -> Mapping[Id, Standing]:
        """By card: the row it stands in and its box there."""
        found: dict[Id, Standing] = {}
        for row in self.places_by_row:
            found.update(row)
        return found

    @cached_property
    def places_by_row(self) -> tuple[Mapping[Id, Standing], ...]:
        """The same for each row, so that a layout can take over those that are as before."""
        return tuple(_standing(place, row) for place, row in enumerate(self.rows))

    def card_rect(self, card_id: Id) -> Rect:
        """Where a card stands on the map. Raises KeyError for a card that is not shown."""
        place, box = self.places[card_id]
        return box.rect.moved(0, self.tops[place])

    def cell_rect(self, step_id: Id, lane_id: Id) -> Rect:
        """Where the cell of a step and a lane stands on the map. Raises KeyError without one."""
        for top, row in zip(self.tops, self.rows, strict=False):
            for cell in row.cells:
                if (cell.step_id, row.lane.id) == (step_id, lane_id):
                    return cell.rect.moved(0, top)
        raise KeyError((step_id, lane_id))


def layout(
    map_data: MapData, metrics: Metrics, measure: TextMeasure, reach: float = inf
) -> MapLayout:
    """Lay out a whole map, or its rows down to `reach`: what a screen shows first.

    `relayout` adds the other rows.
    """
    columns = lay_columns(map_data, metrics)
    head = lay_head(map_data, columns, metrics, measure)
    cells = _by_cell(map_data.cards)
    rows: list[Row] = []
    bottom = head.height
    for lane in map_data.lanes:
        if bottom < reach:
            rows.append(_row(lane, map_data, columns, cells, metrics, measure))
            bottom += rows[-1].height
    return MapLayout(metrics, columns, head, tuple(rows))


def relayout(
    before: MapLayout, map_data: MapData, lanes: Collection[Id], measure: TextMeasure
) -> MapLayout:
    """Lay out again after a change to cards or curves of `lanes` only; other rows are kept, and
    in those lanes the cells whose cards are as before.

    The steps and stages must be the same as before; lanes may have been added, removed or moved.
    """
    old = {row.lane.id: row for row in before.rows}
    kept = {id: row for id, row in old.items() if id not in lanes}
    cells = _by_cell(card for card in map_data.cards if card.lane_id not in kept)

    def row(lane: LaneData) -> Row:
        earlier = old.get(lane.id)
        return _row(lane, map_data, before.columns, cells, before.metrics, measure, earlier)

    rows = tuple(kept.get(lane.id) or row(lane) for lane in map_data.lanes)
    after = MapLayout(before.metrics, before.columns, before.head, rows)
    after.__dict__["places_by_row"] = tuple(
        known if row is same else _standing(place, row)
        for place, (row, same, known) in enumerate(
            zip_longest(rows, before.rows[: len(rows)], before.places_by_row[: len(rows)])
        )
    )
    return after


def _row(
    lane: LaneData,
    map_data: MapData,
    columns: tuple[Column, ...],
    cells: Cells,
    metrics: Metrics,
    measure: TextMeasure,
    before: Row | None = None,
) -> Row:
    inside = [cells.get((column.step.id, lane.id), []) for column in columns]
    return lay_row(lane, inside, map_data.curves, columns, metrics, measure, before)


def _standing(place: int, row: Row) -> Mapping[Id, Standing]:
    return {box.card.id: (place, box) for cell in row.cells for box in cell.cards}


def _by_cell(cards: Iterable[CardData]) -> Cells:
    cells: Cells = {}
    for card in cards:
        cells.setdefault((card.step_id, card.lane_id), []).append(card)
    return cells
