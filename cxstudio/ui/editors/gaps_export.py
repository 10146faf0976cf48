"""The fishbone out of the program: as PNG, SVG or PDF, and as a picture on the clipboard."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.analysis.causes import Why, whys
from cxstudio.drawing.fishbone_sheet import Kind, image_of, lay_sheet, written
from cxstudio.i18n import _
from cxstudio.model import Cause, Gap
from cxstudio.ui import widgets
from cxstudio.ui.printing.saving import FOLDER, KINDS, NotSaved, Write, save
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace


class FishboneExport(QObject):
    """Draws the causes of one gap in the light theme and the language of the report."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self._window = workspace, window
        self.id: int | None = None

    def offer(self, button: QWidget, id: int | None) -> None:
        """Show under a button what can be done with the fishbone of a gap."""
        self.id = id
        menu = widgets.menu(button)
        kinds: tuple[Kind, ...] = ("png", "svg", "pdf")
        for kind in kinds:
            menu.addAction(f"{KINDS[kind]}…", partial(self.ask, kind))
        menu.addSeparator()
        menu.addAction(_("Copy as picture"), self.copy)
        menu.exec(button.mapToGlobal(QPoint(0, button.height())))

    def ask(self, kind: Kind) -> None:
        """Ask where to, and save in the background."""
        start = Path(self.workspace.settings.text(FOLDER, str(self.workspace.file.path.parent)))
        name = re.sub(r'[\\/:*?"<>|\n]+', "-", self._read()[0])[:120]
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Export the fishbone"),
            str(start / f"{name}.{kind}"),
            f"{KINDS[kind]} (*.{kind})",
        )
        if chosen:
            path = Path(chosen)
            right = path.suffix.lower() == f".{kind}"
            path = path if right else path.with_name(f"{path.name}.{kind}")
            self.workspace.settings.set_text(FOLDER, str(path.parent))
            words = (_("Export the fishbone"), _("The fishbone was not saved"))
            save(self.workspace, path, self.writer(kind), self._window, words)

    def writer(self, kind: Kind) -> Write:
        """What gives the bytes, in the background."""
        return partial(_write, *self._read(), kind)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        title, tree, language = self._read()

        def work(progress: Progress) -> QImage:
            progress(0.1)
            return image_of(lay_sheet(title, tree, language))

        self.workspace.tasks.run(_("Copy as picture"), work, self._copied)

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.workspace.say(_("The fishbone is on the clipboard as a picture."))

    def _read(self) -> tuple[str, tuple[Why, ...], str]:
        """Code and title of the gap, its causes, and the language of the report."""
        file = self.workspace.file
        gap = file.get(Gap, self.id)
        title = f"{gap.code} {gap.title}".strip() if gap else ""
        tree = whys(file.all(Cause, Cause.gap_id == gap.id), gap.id) if gap else ()
        return title, tree, "ja" if file.engagement.report_language == "ja" else "en"


def _write(
    title: str, tree: tuple[Why, ...], language: str, kind: Kind, progress: Progress
) -> bytes:
    progress(0.1)
    try:
        return written(lay_sheet(title, tree, language), kind)
    except ValueError as error:
        text = _("The picture would be too large for any program to open. Choose SVG or PDF.")
        raise NotSaved(text) from error
