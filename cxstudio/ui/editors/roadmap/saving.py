"""The roadmap into a file: PNG, SVG or PDF, in the language of the report."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.drawing.roadmap_content import By, RoadmapData
from cxstudio.i18n import _, catalogue
from cxstudio.ui import widgets
from cxstudio.ui.printing.saving import FOLDER, KINDS, NotSaved, Write, save
from cxstudio.ui.roadmap import acts
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
        for kind in ("png", "svg", "pdf"):
            menu.addAction(f"{KINDS[kind]}…", partial(self.ask, kind))

    def ask(self, kind: str) -> None:
        """Ask where to, and save."""
        start = Path(self.workspace.settings.text(FOLDER, str(self.workspace.file.path.parent)))
        name = re.sub(r'[\\/:*?"<>|\n]+', "-", self.title())[:120]
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Export the roadmap"),
            str(start / f"{name}.{kind}"),
            f"{KINDS[kind]} (*.{kind})",
        )
        if chosen:
            path = Path(chosen)
            path = (
                path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
            )
            self.workspace.settings.set_text(FOLDER, str(path.parent))
            words = (_("Export the roadmap"), _("The roadmap was not saved"))
            save(self.workspace, path, self.writer(kind), self._window, words)

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
    from cxstudio.drawing import roadmap_picture as picture

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
        text = _("The picture would be too large for any program to open. Choose SVG or PDF.")
        raise NotSaved(text) from error
