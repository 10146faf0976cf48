"""The graph out of the program: as PNG, SVG or PDF, and as a picture on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.drawing.trace.folding import shown
from cxstudio.drawing.trace.graph import Graph, Node
from cxstudio.drawing.trace.sheet import Kind, Sheet, image_of, lay_sheet, written
from cxstudio.i18n import _, catalogue
from cxstudio.model import Stakeholder
from cxstudio.store import EngagementFile, durable
from cxstudio.ui import widgets
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.ui.editors.trace.page import TracePage

FOLDER = "trace/export_folder"
NAMES: dict[Kind, str] = {"png": "PNG", "svg": "SVG", "pdf": "PDF"}
CLIPBOARD_PIXELS = 24_000_000
SHORTEST_NAME = 2


@dataclass(frozen=True)
class NotSaved:
    """Why the file could not be written, as a sentence for the user."""

    sentence: str


def fill_export_menu(menu: widgets.Menu, page: TracePage) -> None:
    """What the Export button offers."""
    for kind, name in NAMES.items():
        menu.addAction(f"{name}…", partial(export, page, kind))
    menu.addSeparator()
    menu.addAction(_("Copy as picture"), partial(copy, page))


def for_readers(file: EngagementFile, graph: Graph, language: str) -> Graph:
    """The graph as it may leave: people behind their pseudonyms, and for a client's report
    without the words of what is confidential."""
    names = {
        person.name: person.public_name
        for person in file.all(Stakeholder)
        if len(person.name) >= SHORTEST_NAME and person.name != person.public_name
    }
    withheld = catalogue(language).gettext("Confidential")
    client = file.engagement.audience != "internal"

    def told(node: Node) -> Node:
        words = node.words
        if client and node.confidential:
            return replace(node, words=withheld)
        for name, pseudonym in names.items():
            words = words.replace(name, pseudonym)
        return replace(node, words=words)

    groups = {end: told(node) for end, node in graph.groups.items()}
    return replace(graph, nodes=tuple(map(told, graph.nodes)), groups=groups)


def sheet_of(page: TracePage) -> Callable[[], Sheet]:
    """What lays out the sheet of what is shown, in the language of the report; needs no file."""
    file = page.workspace.file
    language = "ja" if file.engagement.report_language == "ja" else "en"
    graph = for_readers(file, page.read(language), language)
    title = file.engagement.title or file.engagement.client
    kept, folded, opened = page.kept(), page.folded, page.opened
    lit = None if page.chosen is None else graph.chain(page.starts(page.chosen))

    def lay() -> Sheet:
        drawn = shown(graph, folded, opened, kept)
        return lay_sheet(drawn, title, language, None if lit is None else drawn.lit(lit))

    return lay


def export(page: TracePage, kind: Kind) -> None:
    """Ask where to, and write the picture in the background."""
    path = _ask(page.workspace, kind, page)
    if path is None:
        return
    lay = sheet_of(page)

    def work(progress: Progress) -> str | NotSaved:
        progress(0.05)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(written(lay(), kind))
            progress(1.0)
            durable.replace(part, path)
        except ValueError:
            return NotSaved(
                _("The picture would be too large for any program to open. Choose SVG or PDF.")
            )
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

    page.workspace.tasks.run(_("Export the chain"), work, _Said(page).saved)


def copy(page: TracePage) -> None:
    """Put the picture on the clipboard."""
    lay = sheet_of(page)

    def work(progress: Progress) -> QImage:
        progress(0.05)
        return image_of(lay(), CLIPBOARD_PIXELS)

    page.workspace.tasks.run(_("Copy as picture"), work, _Said(page).copied)


def _ask(workspace: Workspace, kind: Kind, parent: QWidget) -> Path | None:
    start = Path(workspace.settings.text(FOLDER, str(workspace.file.path.parent)))
    title = workspace.file.engagement.title or workspace.file.engagement.client
    name = re.sub(r'[\\/:*?"<>|\n]+', "-", f"{title} - {_('Traceability')}")[:120]
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Export the chain"), str(start / f"{name}.{kind}"), f"{NAMES[kind]} (*.{kind})"
    )
    if not chosen:
        return None
    path = Path(chosen)
    path = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
    workspace.settings.set_text(FOLDER, str(path.parent))
    return path


class _Said:
    """Tells the user how it ended."""

    def __init__(self, page: TracePage) -> None:
        self._page = page

    def saved(self, result: str | NotSaved) -> None:
        if isinstance(result, NotSaved):
            tell(self._page, _("The picture was not saved"), result.sentence)
        else:
            self._page.workspace.say(_("Saved “{name}”.").format(name=result))

    def copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._page.workspace.say(_("The chain is on the clipboard as a picture."))
