"""Saved views of a map: what is looked for, how near, and where."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.filtering import MapFilter
from cxstudio.i18n import _
from cxstudio.model import SavedView
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.editors.journeys.filter import Filtering
from cxstudio.ui.editors.journeys.popover import LinePopup


class Views:
    """The views of the map shown, in a menu."""

    def __init__(self, canvas: MapView, filtering: Filtering, parent: QWidget) -> None:
        self._canvas, self._filtering, self._parent = canvas, filtering, parent
        self._workspace = canvas.workspace

    def all(self) -> list[SavedView]:
        """The views of this map in order."""
        where = SavedView.journey_id == self._canvas.document.journey_id
        return self._workspace.file.all(SavedView, where)

    def open_under(self, button: QWidget) -> None:
        """The views to go to; a new one, or one less."""
        menu, views = widgets.menu(self._parent), self.all()
        for view in views:
            menu.addAction(view.name, partial(self.show, view.id))
        if views:
            menu.addSeparator()
        menu.addAction(_("The whole map"), self._whole)
        if self._canvas.document.writable:
            save = partial(self._ask, button)
            menu.addAction(theme.icon("plus", "text_2"), _("Save this view…"), save)
            if views:
                inside = menu.add_submenu(_("Delete a view"))
                for view in views:
                    inside.addAction(view.name, partial(self.delete, view.id))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 4)))

    def _whole(self) -> None:
        self._filtering.clear()
        self._canvas.fit()

    def _ask(self, button: QWidget) -> None:
        popup = LinePopup(_("Name of the view"), "", self.save, self._parent)
        popup.open_under(button)
        popup.line.setFocus()

    def save(self, name: str) -> None:
        """Keep what is seen now under a name; the same name again replaces it."""
        if not name:
            return
        centre = self._canvas.in_view().center()
        settings = {
            "filter": self._canvas.map.filter.as_json(),
            "zoom": round(self._canvas.zoom, 3),
            "x": round(centre.x()),
            "y": round(centre.y()),
        }
        same = [view for view in self.all() if view.name == name]
        with self._workspace.change(_("Save view")) as change:
            if same:
                change.get(SavedView, same[0].id).settings = json.dumps(settings)
                return
            journey, place = self._canvas.document.journey_id, len(self.all())
            made = SavedView(journey_id=journey, name=name, position=place)
            made.settings = json.dumps(settings)
            change.add(made)

    def show(self, id: int) -> None:
        """Go to a view."""
        settings = _settings(self._workspace.file.one(SavedView, id))
        self._filtering.set(MapFilter.from_json(settings.get("filter")))
        self._canvas.stop_gliding()
        self._canvas.set_zoom(_number(settings, "zoom", 1.0))
        self._canvas.centre(QPointF(_number(settings, "x", 0.0), _number(settings, "y", 0.0)))

    def delete(self, id: int) -> None:
        name = self._workspace.file.one(SavedView, id).name
        with self._workspace.change(_("Delete view")) as change:
            change.delete(change.get(SavedView, id))
        self._workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)


def _settings(view: SavedView) -> dict[str, Any]:
    try:
        found = json.loads(view.settings)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _number(settings: dict[str, Any], name: str, usual: float) -> float:
    found = settings.get(name)
    return float(found) if isinstance(found, int | float) else usual
