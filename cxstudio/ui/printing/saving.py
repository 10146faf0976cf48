"""Writing a map into a file the user chose: in the background, whole or not at all, then said."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.drawing.journey.export import map_png, map_svg
from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.poster import Pages, pages_pdf
from cxstudio.exchange.journey_sheets import UnwritableJourney, csv_of, xlsx_of
from cxstudio.exchange.journey_table import rows_of
from cxstudio.i18n import _
from cxstudio.store import durable
from cxstudio.ui import widgets
from cxstudio.ui.printing.content import content_of
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

FOLDER = "journeys/export_folder"
KINDS = {"png": "PNG", "svg": "SVG", "pdf": "PDF", "csv": "CSV", "xlsx": "Excel"}

Write = Callable[[Progress], bytes]


class NotSaved(Exception):
    """The file could not be written; the message is a sentence for the user."""


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


def ask_path(workspace: Workspace, data: MapData, kind: str, parent: QWidget) -> Path | None:
    """Where to; None when the user thought better of it."""
    start = Path(workspace.settings.text(FOLDER, str(workspace.file.path.parent)))
    name = re.sub(r'[\\/:*?"<>|\n]+', "-", title_of(data))[:120]
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Export the map"), str(start / f"{name}.{kind}"), f"{KINDS[kind]} (*.{kind})"
    )
    if not chosen:
        return None
    path = Path(chosen)
    path = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
    workspace.settings.set_text(FOLDER, str(path.parent))
    return path


def save(
    workspace: Workspace,
    path: Path,
    write: Write,
    window: QWidget,
    words: tuple[str, str] | None = None,
) -> int:
    """Write in the background; gives the number of the task. `words` are those for another thing
    than a map: what is done, and that it was not saved."""
    doing, failed = words or (_("Export the map"), _("The map was not saved"))

    def work(progress: Progress) -> str | NotSaved:
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(write(progress))
            progress(1.0)
            durable.replace(part, path)
        except NotSaved as fault:
            return fault
        except OSError as error:
            return NotSaved(
                _(
                    "“{name}” cannot be written: {why}. Choose another folder or name. "
                    "The engagement itself is safe."
                ).format(name=path.name, why=error.strerror or str(error))
            )
        finally:
            part.unlink(missing_ok=True)
        return path.name

    said = _Said(workspace, window, failed)
    return workspace.tasks.run(doing, work, said.done)


def save_cells(
    workspace: Workspace, data: MapData, kind: str, language: str, parent: QWidget
) -> None:
    """Ask where to, and save the cells as CSV or as a workbook."""
    path = ask_path(workspace, data, kind, parent)
    if path is not None:
        save(workspace, path, cells_writer(data, language, kind), parent)


class _Said:
    """Tells the user how it ended."""

    def __init__(self, workspace: Workspace, window: QWidget, failed: str) -> None:
        self._workspace, self._window, self._failed = workspace, window, failed

    def done(self, result: str | NotSaved) -> None:
        if isinstance(result, NotSaved):
            tell(self._window, self._failed, str(result))
        else:
            self._workspace.say(_("Saved “{name}”.").format(name=result))


def labelled(text: str, field: QWidget) -> tuple[widgets.Label, QWidget]:
    """A field with its label, which also names it to a screen reader."""
    label = widgets.Label(text, "label", "text_2")
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label, field
