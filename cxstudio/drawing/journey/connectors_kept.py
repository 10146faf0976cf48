"""Connectors after a change: only those near it are led again, the others stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.connectors import Route, edges_around, routes, settled
from cxstudio.drawing.journey.label_places import (
    box_at,
    cells_near,
    covered,
    label_size,
    shown_label,
)
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import ConnectorData, Id

Needs = tuple[Any, ...]
"""All that a line is led by: while it compares equal, the line is as before."""


class KeptRoutes:
    """The lines of one map as they were last led, and what they were led by."""

    def __init__(self) -> None:
        self._before: dict[Id, tuple[Needs, Route]] = {}
        self._now: dict[Id, tuple[Needs, Route]] = {}

    def routes(self, laid: MapLayout, connectors: Iterable[ConnectorData]) -> tuple[Route, ...]:
        """The same lines as those of `connectors.routes`, with nothing in a hand."""
        self._before, self._now = self._now, {}
        return routes(laid, connectors, lead=self._lead)

    def _lead(
        self, laid: MapLayout, connector: ConnectorData, track: float, labels: list[Rect]
    ) -> Route:
        needs = _needs(laid, connector, track, labels)
        known = self._before.get(connector.id)
        if known is None or known[0] != needs:
            known = needs, settled(laid, connector, track, labels)
        elif (place := known[1].label_at) is not None:
            labels.append(box_at(place, label_size(laid.metrics, known[1].words)))
        self._now[connector.id] = known
        return known[1]


def _needs(
    laid: MapLayout, connector: ConnectorData, track: float, labels: Sequence[Rect]
) -> Needs:
    """The cards at both ends and the edges of their lanes; with a label, all that is around."""
    ends = (connector.start, connector.end)
    rects = tuple(laid.card_rect(id) for id in ends)
    rows = tuple(laid.places[id][0] for id in ends)
    edges = tuple(edges_around(laid, row) for row in rows)
    needs = (laid.metrics, connector, track, rects, rows, edges)
    if not connector.label:
        return needs
    area = _around(laid, connector.label, rects, rows)
    cells = tuple(
        (top, row.height, row.lane.kind, row.lane.collapsed, cell.cards)
        for top, row, cell in cells_near(laid, area)
    )
    taken = tuple(label for label in labels if covered(area, (label,)))
    return (*needs, len(laid.rows), laid.width, cells, taken)


def _around(laid: MapLayout, label: str, rects: Sequence[Rect], rows: Sequence[int]) -> Rect:
    """From the lane over one card to the one under the other, with room for the label."""
    width, height = label_size(laid.metrics, shown_label(label))
    side = 3 * (width + laid.metrics.cell_padding)
    left, right = min(rect.x for rect in rects) - side, max(rect.right for rect in rects) + side
    edges = [edge for row in rows for edge in edges_around(laid, row)]
    top, bottom = min(edges) - 4 * height, max(edges) + 4 * height
    return Rect(left, top, right - left, bottom - top)
