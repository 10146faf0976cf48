"""The graph out of the program: as PNG, SVG or PDF, and as a picture on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QImage

from cxstudio.drawing.trace.folding import shown
from cxstudio.drawing.trace.graph import Graph, Node
from cxstudio.drawing.trace.sheet import Kind, Sheet, image_of, lay_sheet, written
from cxstudio.i18n import _, catalogue
from cxstudio.model import Stakeholder
from cxstudio.store import EngagementFile
from cxstudio.ui import saving
from cxstudio.ui.saving import Words
from cxstudio.ui.tasks import Progress

if TYPE_CHECKING:
    from cxstudio.ui.editors.trace.page import TracePage

CLIPBOARD_PIXELS = 24_000_000
SHORTEST_NAME = 2


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


def export(page: TracePage, kind: str) -> None:
    """Ask where to, and write the picture in the background."""
    one = page.workspace.file.engagement
    name = f"{one.title or one.client} - {_('Traceability')}"
    path = saving.ask_path(page.workspace, page, words().doing, name, kind)
    if path is not None:
        write = partial(_write, sheet_of(page), cast(Kind, kind))
        saving.save(page.workspace, path, write, page, words())


def copy(page: TracePage) -> None:
    """Put the picture on the clipboard."""
    draw = partial(_picture, sheet_of(page))
    saving.copy_picture(page.workspace, draw, page, words())


def words() -> Words:
    """What is said of the chain as a picture."""
    return Words(
        _("Export the chain"),
        _("The picture was not saved"),
        _("The chain is on the clipboard as a picture."),
    )


def _picture(lay: Callable[[], Sheet]) -> QImage:
    return image_of(lay(), CLIPBOARD_PIXELS)


def _write(lay: Callable[[], Sheet], kind: Kind, progress: Progress) -> bytes:
    progress(0.05)
    try:
        return written(lay(), kind)
    except ValueError as error:
        raise saving.too_large() from error
