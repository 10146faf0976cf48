"""The roadmap into a file: PNG, SVG or PDF, in the language of the report."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from cxstudio.drawing.roadmap.content import By, RoadmapData
from cxstudio.i18n import _, catalogue
from cxstudio.ui import saving, widgets
from cxstudio.ui.roadmap import acts
from cxstudio.ui.saving import NotSaved, Words, Write
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace


class RoadmapExport:
    """Saves what the page shows: its lanes, with or without the critical path."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self.workspace, self._window = workspace, window
        self.by: By = "tier"
        self.critical = False

    def fill(self, menu: widgets.Menu, by: By, critical: bool) -> None:
        """The lines of the menu, for what is shown now."""
        self.by, self.critical = by, critical
        saving.fill_menu(menu, self.ask)

    def ask(self, kind: str) -> None:
        """Ask where to, and save."""
        doing = _("Export the roadmap")
        path = saving.ask_path(self.workspace, self._window, doing, self.title(), kind)
        if path is not None:
            words = Words(doing, _("The roadmap was not saved"))
            saving.save(self.workspace, path, self.writer(kind), self._window, words)

    @property
    def language(self) -> str:
        return "ja" if self.workspace.file.engagement.report_language == "ja" else "en"

    def title(self) -> str:
        """The engagement's title with the word, in the report's language."""
        word = catalogue(self.language).gettext("Roadmap")
        one = self.workspace.file.engagement
        return f"{one.title or one.client} {word}".strip()

    def writer(self, kind: str) -> Write:
        """What gives the bytes, in the background."""
        data = acts.read(self.workspace)
        return partial(_write, data, kind, self.language, self.by, self.critical, self.title())


def _write(
    data: RoadmapData,
    kind: str,
    language: str,
    by: By,
    critical: bool,
    title: str,
    progress: Progress,
) -> bytes:
    from cxstudio.drawing.roadmap import picture

    progress(0.1)
    if not data.spans:
        raise NotSaved(_("No initiative has dates yet, so there is nothing to draw."))
    if kind == "svg":
        return picture.roadmap_svg(data, language, by, critical)
    if kind == "pdf":
        return picture.roadmap_pdf(data, language, by, critical, title)
    try:
        return picture.roadmap_png(data, language, by, critical)
    except ValueError as error:
        raise saving.too_large() from error
