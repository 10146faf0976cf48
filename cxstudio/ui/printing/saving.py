"""Writing a map into a file the user chose: in the background, whole or not at all, then said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.export import map_png, map_svg
from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.poster import Pages, pages_pdf
from cxstudio.exchange.journey_sheets import UnwritableJourney, csv_of, xlsx_of
from cxstudio.exchange.journey_table import rows_of
from cxstudio.i18n import _
from cxstudio.ui import saving, widgets
from cxstudio.ui.printing.content import content_of
from cxstudio.ui.saving import NotSaved, Words, Write
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace


def png_writer(data: MapData, language: str, dpi: float) -> Write:
    """The map as a picture of so many dots an inch."""

    def write(progress: Progress) -> bytes:
        progress(0.1)
        try:
            return map_png(data, language, dpi)
        except ValueError as error:
            raise NotSaved(
                _(
                    "The picture would be too large for any program to open. "
                    "Choose a lower resolution, or PDF."
                )
            ) from error

    return write


def svg_writer(data: MapData, language: str) -> Write:
    """The map as a drawing whose text is text."""

    def write(progress: Progress) -> bytes:
        progress(0.1)
        return map_svg(data, language)

    return write


def pdf_writer(pages: Pages) -> Write:
    """The pages as PDF."""

    def write(progress: Progress) -> bytes:
        return pages_pdf(pages, progress)

    return write


def cells_writer(data: MapData, language: str, kind: str) -> Write:
    """The cells of the map as "csv" or "xlsx"."""

    def write(progress: Progress) -> bytes:
        progress(0.1)
        rows = rows_of(content_of(data), language)
        try:
            return csv_of(rows) if kind == "csv" else xlsx_of(rows, title_of(data))
        except UnwritableJourney as error:
            raise NotSaved(str(error)) from error

    return write


def title_of(data: MapData) -> str:
    """The code and the title of the map."""
    return f"{data.code} {data.title}".strip()


def words() -> Words:
    """What is said of a map."""
    return Words(_("Export the map"), _("The map was not saved"))


def ask_path(workspace: Workspace, data: MapData, kind: str, parent: QWidget) -> Path | None:
    """Where to; None when the user thought better of it."""
    return saving.ask_path(workspace, parent, _("Export the map"), title_of(data), kind)


def save(workspace: Workspace, path: Path, write: Write, window: QWidget) -> int:
    """Write in the background; gives the number of the task."""
    return saving.save(workspace, path, write, window, words())


def save_cells(
    workspace: Workspace, data: MapData, kind: str, language: str, parent: QWidget
) -> None:
    """Ask where to, and save the cells as CSV or as a workbook."""
    path = ask_path(workspace, data, kind, parent)
    if path is not None:
        save(workspace, path, cells_writer(data, language, kind), parent)


def labelled(text: str, field: QWidget) -> tuple[widgets.Label, QWidget]:
    """A field with its label, which also names it to a screen reader."""
    label = widgets.Label(text, "label", "text_2")
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label, field
