"""The dialogs of the journey maps: out to every format, and in again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cxstudio.model import Card
from cxstudio.ui.editors.journeys.exporting import export_map, print_map
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.printing.export_dialog import ExportDialog
from cxstudio.ui.printing.page_choice import POSTER, TILES
from scenes.camera import Camera
from scenes.maps import lanes_of, page_of


def export_poster(camera: Camera) -> None:
    _with_export(camera, partial(_choose_paper, POSTER, "A3"))


def export_tiles(camera: Camera) -> None:
    _with_export(camera, partial(_choose_paper, TILES, "A4", "A1"))


def export_picture(camera: Camera) -> None:
    _with_export(camera, _choose_png)


def printing(camera: Camera) -> None:
    print_map(page_of(camera))


def read_back(camera: Camera) -> None:
    """The cells of the map, written out, changed by hand, and read."""
    from cxstudio.exchange.journey_sheets import csv_of
    from cxstudio.exchange.journey_table import rows_of
    from cxstudio.ui.printing.content import content_of
    from cxstudio.ui.printing.source import MapSource

    page = page_of(camera)
    data = MapSource(page.workspace, page.journey_id or 0).data(camera.language, False)
    text = csv_of(rows_of(content_of(data), camera.language)).decode("utf-8-sig")
    for card, changed in zip(_some_texts(page), ("", " (Friday)", " (winter)"), strict=False):
        text = text.replace(card, card + changed if changed else "")
    path = camera.home / "cells.csv"
    path.write_text(text, encoding="utf-8-sig")
    page.importing.start(path)
    camera.finish_work()


def not_a_map(camera: Camera) -> None:
    page = page_of(camera)
    path = camera.home / "notes.md"
    path.write_text("Only a sentence, and no table.\n", encoding="utf-8")
    page.importing.start(path)
    camera.finish_work()


MAP_DIALOGS: dict[str, Callable[[Camera], None]] = {
    "export": export_poster,
    "export-tiles": export_tiles,
    "export-picture": export_picture,
    "print": printing,
    "read-back": read_back,
    "not-a-map": not_a_map,
}


def _export_dialog() -> ExportDialog:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, ExportDialog)
    return shown


def _with_export(camera: Camera, choose: Callable[[], object]) -> None:
    """Open the dialog and choose in it as soon as it is there."""
    page = page_of(camera)
    QTimer.singleShot(0, choose)
    export_map(page)


def _choose_paper(layout: str, paper: str, whole_paper: str = "") -> None:
    dialog = _export_dialog()
    dialog.format.choose("pdf")
    dialog.paper.choose(layout, paper, whole_paper)
    dialog.show_choice()


def _choose_png() -> None:
    dialog = _export_dialog()
    dialog.format.choose("png")
    dialog.show_choice()


def _some_texts(page: JourneysPage) -> list[str]:
    file = page.workspace.file
    return [file.one(Card, id).text for id in lanes_of(page)["pain_points"][:3]]
