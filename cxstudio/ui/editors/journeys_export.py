"""A journey map written to a file the user chooses: PNG, SVG, or PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.drawing.journey.export import map_pdf, map_png, map_svg
from cxstudio.drawing.journey.map import MapData
from cxstudio.i18n import _
from cxstudio.store import durable
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

WRITERS: dict[str, Callable[[MapData, str], bytes]] = {
    "png": map_png,
    "svg": map_svg,
    "pdf": map_pdf,
}


def ask_and_export(
    workspace: Workspace, data: MapData, kind: str, language: str, parent: QWidget
) -> None:
    """Ask where to, then write in the background and say so."""
    name = f"{data.code} {data.title}".strip().replace("/", "-")
    start = workspace.file.path.parent / f"{name}.{kind}"
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Export the map"), str(start), f"{kind.upper()} (*.{kind})"
    )
    if chosen:
        export(workspace, data, Path(chosen).with_suffix(f".{kind}"), language)


def export(workspace: Workspace, data: MapData, path: Path, language: str) -> None:
    """Write the map in the background; the kind follows from the name of the file."""
    writer = WRITERS[path.suffix.lower().lstrip(".")]

    def work(progress: Progress) -> str:
        progress(0.1)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(writer(data, language))
            durable.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
        return path.name

    workspace.tasks.run(
        _("Export the map"),
        work,
        lambda name: workspace.say(_("Saved {name}.").format(name=name)),
    )
