"""The scene: a projection of one map. It is shown data, and never asks the file itself.

Each lane is an item and each card an item inside its lane. When other data is shown, only lanes
that differ are laid out again; the others move as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneHelpEvent, QToolTip

from cxstudio import i18n
from cxstudio.drawing.journey.boxes import CellBox, Row
from cxstudio.drawing.journey.filtering import DIMMED, MapFilter
from cxstudio.drawing.journey.hands import Cell, card_at, cell_at
from cxstudio.drawing.journey.layout import MapLayout, layout, relayout
from cxstudio.drawing.journey.look import Look, qrect
from cxstudio.drawing.journey.map import CurveData, Id, LaneKind, MapData
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import screen_metrics
from cxstudio.drawing.journey.rows import emotion_y
from cxstudio.ui import theme
from cxstudio.ui.canvas.items import CardItem, CellItem, DropItem, RowItem, RubberItem
from cxstudio.ui.canvas.lines import Lines
from cxstudio.ui.canvas.selection import Selection, cards_of

ROOM_RIGHT, ROOM_BELOW = 64.0, 128.0
NEAR_A_POINT = 12.0


class MapScene(QGraphicsScene):
    """`laid_out` after anything moved; `data` and `laid` are what is shown now."""

    laid_out = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.data = MapData("", "")
        self.laid: MapLayout = layout(self.data, screen_metrics(i18n.language()), QtMeasure())
        self.selection = Selection(self)
        self.rows: dict[Id, RowItem] = {}
        self.cards: dict[Id, CardItem] = {}
        self.drop = DropItem()
        self.rubber = RubberItem()
        self._selected: set[Id] = set()
        self.place = CellItem()
        self.lines = Lines(self)
        self.filter = MapFilter()
        for item in (self.drop, self.rubber, self.place):
            self.addItem(item)
        self.selection.changed.connect(self._show_selection)
        theme.changed.connect(self.repaint_all)

    @property
    def look(self) -> Look:
        return Look(self.laid.metrics, theme.current(), faint=self.filter.faint(self.data))

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        """The whole label of a connector of which there is room for the beginning only."""
        place = event.scenePos()
        if unsaid := self.lines.unsaid(place.x(), place.y()):
            QToolTip.showText(event.screenPos(), unsaid, event.widget())
        else:
            super().helpEvent(event)

    # -- showing -------------------------------------------------------------------

    def show_map(
        self, data: MapData, reach: float = inf, lanes: Collection[Id] | None = None
    ) -> None:
        """Show this map; what is as before stays as it is.

        Another map may be laid out down to `reach` at first, until `complete` is called. `lanes`
        are those in which it has other cards, where that is known.
        """
        before, self.data = self.data, data
        if self.laid.metrics.language != i18n.language() or before.stages != data.stages:
            self.laid = layout(data, screen_metrics(i18n.language()), QtMeasure(), reach)
        else:
            changed = _changed_lanes(before, data, lanes)
            self.laid = relayout(self.laid, data, changed, QtMeasure())
        self._show_laid()

    @property
    def partial(self) -> bool:
        """Whether only what the first picture shows has been laid out."""
        return len(self.laid.rows) < len(self.data.lanes)

    def complete(self) -> None:
        """Lay out what was left for after the first picture: lanes further down, connectors."""
        if self.partial:
            self.laid = relayout(self.laid, self.data, (), QtMeasure())
            self._show_laid()

    def _show_laid(self) -> None:
        data = self.data
        self._place_rows()
        self._frame()
        self.lines.show(() if self.partial else data.connectors)
        self._dim()
        self.selection.settle(self.laid, self.lines.items)
        self._show_selection()
        self.laid_out.emit()

    def repaint_all(self) -> None:
        """Take the theme of the moment."""
        self._place_rows(anew=True)
        self.lines.show(self.data.connectors)
        self.laid_out.emit()

    def show_filter(self, filter: MapFilter) -> None:
        """Dim what a filter does not look for."""
        if filter != self.filter:
            self.filter = filter
            self._place_rows(anew=True)
            self._dim(anew=True)

    def opacity(self, card: Id) -> float:
        """How much of a card is seen under the filter."""
        return 1.0 if self.filter.keeps(self.laid.places[card][1].card) else DIMMED

    def _dim(self, anew: bool = False) -> None:
        if not (anew or self.filter.active):
            return
        for id, item in self.cards.items():
            item.setOpacity(self.opacity(id))
        self.lines.dim()

    def show_emotion(self, step: Id, persona: Id, value: float | None) -> None:
        """Show another value of a curve for the moment, while a hand drags it."""
        curves = tuple(_with_value(curve, step, persona, value) for curve in self.data.curves)
        self.show_map(replace(self.data, curves=curves))

    def _frame(self) -> None:
        x, y = self.laid.metrics.label_width, self.laid.head.height
        width, height = self.laid.width - x + ROOM_RIGHT, self.laid.height - y + ROOM_BELOW
        self.setSceneRect(QRectF(x, y, width, height))

    def _place_rows(self, anew: bool = False) -> None:
        look = self.look
        shown = {row.lane.id for row in self.laid.rows}
        gone = [id for lane in self.rows.keys() - shown for id in self._remove_row(lane)]
        seen: set[Id] = set()
        for top, row in zip(self.laid.tops, self.laid.rows, strict=False):
            item = self.rows.get(row.lane.id)
            if item is None:
                item = self.rows[row.lane.id] = RowItem(row)
                self.addItem(item)
            new = anew or item.row is not row or item.look is None
            if new:
                before, after = _other_cells(item.row, row, anew or item.look is None)
                gone += _ids(before)
                seen.update(self._place_cards(item, after, row.lane.kind, look, anew))
            if new or not item.follow(self.data, self.laid):
                item.show_row(row, self.data, self.laid, look)
            item.setPos(0, top)
        for card in gone:
            if card not in seen and card in self.cards:
                self._remove_card(card)

    def _place_cards(
        self, item: RowItem, cells: Iterable[CellBox], kind: LaneKind, look: Look, anew: bool
    ) -> list[Id]:
        ids = []
        for cell in cells:
            for box in cell.cards:
                ids.append(box.card.id)
                card = self.cards.get(box.card.id)
                if card is None:
                    self.cards[box.card.id] = CardItem(box, kind, look, item)
                    continue
                if card.parentItem() is not item:
                    card.setParentItem(item)
                same = card.box is box or card.box == box
                if anew or not same or card.kind != kind:
                    card.show_box(box, kind, look)
        return ids

    def _remove_row(self, lane: Id) -> list[Id]:
        """Take a row away; gives the cards that went with it."""
        item = self.rows.pop(lane)
        cards = [i.box.card.id for i in item.childItems() if isinstance(i, CardItem)]
        for card in cards:
            self.cards.pop(card, None)
        self.removeItem(item)
        return cards

    def _remove_card(self, card: Id) -> None:
        item = self.cards.pop(card)
        self.removeItem(item)

    # -- selection -----------------------------------------------------------------

    def _show_selection(self) -> None:
        selected = set(self.selection.cards)
        for id in self._selected | selected:
            if (item := self.cards.get(id)) is not None:
                item.select(id in selected, id == self.selection.current)
        self._selected = selected
        self.lines.select(self.selection.connector)
        cell = self.selection.cell
        empty = cell is not None and not selected and self.selection.connector is None
        self.place.show_at(self.card_place(cell) if cell and empty else None)

    # -- asking --------------------------------------------------------------------

    def card_at(self, x: float, y: float) -> Id | None:
        return card_at(self.laid, x, y)

    def cell_at(self, x: float, y: float) -> Cell | None:
        return cell_at(self.laid, x, y)

    def card_rect(self, card: Id) -> QRectF:
        """Where a card stands on the map."""
        return qrect(self.laid.card_rect(card))

    def card_place(self, cell: Cell, index: int | None = None) -> QRectF:
        """Where a new card of a cell would stand: before the card at `index`, or under the last."""
        m = self.laid.metrics
        box = self.laid.cell_rect(*cell)
        cards = cards_of(self.laid, cell)
        index = len(cards) if index is None else min(index, len(cards))
        y = box.y + m.row_padding
        if index > 0:
            y = self.laid.card_rect(cards[index - 1]).bottom + m.card_gap
        height = 2 * m.card.line + 2 * m.card_padding[0]
        x, width = box.x + m.cell_padding, box.width - 2 * m.cell_padding
        if not cards:
            height = min(height, box.height - 2 * m.row_padding)
        return QRectF(x, y, width, height)

    def cards_within(self, rect: QRectF) -> list[Id]:
        """The cards that a rectangle touches, in reading order."""
        laid = self.laid
        found = []
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if top < rect.bottom() and rect.top() < top + row.height:
                inside = rect.translated(0, -top)
                for cell in row.cells:
                    if cell.rect.x < rect.right() and rect.left() < cell.rect.right:
                        found += [b.card.id for b in cell.cards if inside.intersects(qrect(b.rect))]
        return found

    def point_at(self, x: float, y: float) -> tuple[Id, Id] | None:
        """The step and persona of the curve's point near a place, the lead's first."""
        for top, row in zip(self.laid.tops, self.laid.rows, strict=False):
            if row.lane.kind != "emotion" or not top <= y < top + row.height:
                continue
            for box in row.curves:
                for column, point in zip(self.laid.columns, box.points, strict=True):
                    if point is None or box.curve.dotted:
                        continue
                    if abs(point.x - x) <= NEAR_A_POINT and abs(top + point.y - y) <= NEAR_A_POINT:
                        return column.step.id, box.curve.persona_id
        return None

    def emotion_place(self, cell: Cell, value: float) -> float:
        """How far down the map a value stands in an emotion lane."""
        box = self.laid.cell_rect(*cell)
        return box.y + emotion_y(value, box.height, self.laid.metrics)


def _ids(cells: Iterable[CellBox]) -> list[Id]:
    return [box.card.id for cell in cells for box in cell.cards]


def _other_cells(before: Row, now: Row, anew: bool) -> tuple[Sequence[CellBox], Sequence[CellBox]]:
    """The cells of a row before and now: all to be shown anew, else those with other cards."""
    if anew or before.lane != now.lane or len(before.cells) != len(now.cells):
        return before.cells, now.cells
    pairs = zip(before.cells, now.cells, strict=True)
    other = [(old, new) for old, new in pairs if old.cards is not new.cards]
    return [old for old, _new in other], [new for _old, new in other]


def _changed_lanes(before: MapData, now: MapData, other: Collection[Id] | None) -> set[Id]:
    """Lanes of which anything differs: their own data, their cards or the curves. `other` are
    those that have other cards; without it they are found."""
    old_lanes = {lane.id: lane for lane in before.lanes}
    changed = {lane.id for lane in now.lanes if old_lanes.get(lane.id) != lane}
    changed.update(_with_other_cards(before, now) if other is None else other)
    if (before.curves, before.moments) != (now.curves, now.moments):
        changed |= {lane.id for lane in now.lanes if lane.kind == "emotion"}
    return changed


def _with_other_cards(before: MapData, now: MapData) -> set[Id]:
    if before.cards is now.cards:
        return set()
    same = set(map(id, before.cards)) & set(map(id, now.cards))
    old, new = _by_lane(before, same), _by_lane(now, same)
    return {lane for lane in old.keys() | new.keys() if old.get(lane) != new.get(lane)}


def _by_lane(data: MapData, same: set[int]) -> Mapping[Id, list[object]]:
    """Cards by lane, without those that are the same objects before and after: a change reads
    whole cells, so that what is left says whether anything differs."""
    lanes: dict[Id, list[object]] = {}
    for card in data.cards:
        if id(card) not in same:
            lanes.setdefault(card.lane_id, []).append(card)
    return lanes


def _with_value(curve: CurveData, step: Id, persona: Id, value: float | None) -> CurveData:
    if curve.persona_id != persona or curve.dotted:
        return curve
    return replace(curve, values={**curve.values, step: value})
