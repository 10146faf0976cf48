"""Stages, steps and lanes under the hand on the page: named in place, moved, resized."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.map import Id
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.canvas.naming import NameField
from cxstudio.ui.canvas.structure import Structure
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.editors.journeys.menus import MapMenus
from cxstudio.ui.editors.journeys.stepmaps import StepMaps

LEAST_HEIGHT = 24


class Parts(QObject):
    """Answers the bars at the top and the left of the map."""

    def __init__(
        self, canvas: MapView, structure: Structure, step_maps: StepMaps, parent: QWidget
    ) -> None:
        super().__init__(canvas)
        self.canvas, self.structure, self.step_maps = canvas, structure, step_maps
        self.naming = NameField(canvas)
        self.menus = MapMenus(canvas, structure, parent, self.rename, step_maps)
        for bar in (canvas.head, canvas.lanes):
            bar.renamed.connect(self._start_naming)
            bar.menu_wanted.connect(self._show_menu)
            bar.dropped.connect(self.put)
            bar.pressed.connect(self._on_part)
        canvas.lanes.resized.connect(self._resize)
        canvas.detail_wanted.connect(self.step_maps.open)
        self.naming.named.connect(self._name)

    def _on_part(self, part: Part) -> None:
        self.canvas.writing.finish()
        if part.kind == "add":
            self.menus.for_part(part).popup(QCursor.pos())
        elif part.kind == "detail":
            self.step_maps.open(int(part.id))

    def _show_menu(self, part: Part, place: QPointF) -> None:
        self.menus.for_part(part).popup(place.toPoint())

    def rename(self, part: Part) -> None:
        """Write another name where the part stands."""
        bar = self.canvas.lanes if part.kind == "lane" else self.canvas.head
        self._start_naming(part, bar.place_of(part))

    def _start_naming(self, part: Part, place: QRectF) -> None:
        bar = self.canvas.lanes if part.kind == "lane" else self.canvas.head
        self.naming.open(part, self._name_of(part), place.translated(QPointF(bar.pos())))

    def _name_of(self, part: Part) -> str:
        data = self.canvas.map.data
        named: dict[tuple[str, Id], str] = {
            **{("stage", stage.id): stage.name for stage in data.stages},
            **{("step", step.id): step.name for step in data.steps},
            **{("lane", lane.id): lane.name for lane in data.lanes},
        }
        return named.get((part.kind, part.id), "")

    def _name(self, part: Part, name: str) -> None:
        self.structure.rename(part.kind, int(part.id), name)

    def put(self, part: Part, before: Part | None) -> None:
        """Move a part before another one of its kind, or to the end."""
        target = None if before is None else int(before.id)
        match part.kind:
            case "lane":
                self.structure.put_lane(int(part.id), target)
            case "stage":
                self.structure.put_stage(int(part.id), target)
            case "step":
                self.structure.put_step(int(part.id), target)

    def _resize(self, part: Part, height: float) -> None:
        self.structure.set_height(int(part.id), max(LEAST_HEIGHT, round(height)))
