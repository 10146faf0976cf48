"""The fishbone out of the program: as PNG, SVG or PDF, and as a picture on the clipboard."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.gaps.causes import Why, whys
from cxstudio.drawing.fishbone.sheet import Kind, image_of, lay_sheet, written
from cxstudio.i18n import _
from cxstudio.model import Cause, Gap
from cxstudio.ui import saving
from cxstudio.ui.saving import Words, Write
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
        saving.show_menu(button, self.ask, self.copy)

    def ask(self, kind: str) -> None:
        """Ask where to, and save in the background."""
        words = self._words()
        path = saving.ask_path(self.workspace, self._window, words.doing, self._read()[0], kind)
        if path is not None:
            saving.save(self.workspace, path, self.writer(kind), self._window, words)

    def writer(self, kind: str) -> Write:
        """What gives the bytes, in the background."""
        return partial(_write, *self._read(), cast(Kind, kind))

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        draw = partial(_picture, *self._read())
        saving.copy_picture(self.workspace, draw, self._window, self._words())

    def _words(self) -> Words:
        return Words(
            _("Export the fishbone"),
            _("The fishbone was not saved"),
            _("The fishbone is on the clipboard as a picture."),
        )

    def _read(self) -> tuple[str, tuple[Why, ...], str]:
        """Code and title of the gap, its causes, and the language of the report."""
        file = self.workspace.file
        gap = file.get(Gap, self.id)
        title = f"{gap.code} {gap.title}".strip() if gap else ""
        tree = whys(file.all(Cause, Cause.gap_id == gap.id), gap.id) if gap else ()
        return title, tree, "ja" if file.engagement.report_language == "ja" else "en"


def _picture(title: str, tree: tuple[Why, ...], language: str) -> QImage:
    return image_of(lay_sheet(title, tree, language))


def _write(
    title: str, tree: tuple[Why, ...], language: str, kind: Kind, progress: Progress
) -> bytes:
    progress(0.1)
    try:
        return written(lay_sheet(title, tree, language), kind)
    except ValueError as error:
        raise saving.too_large() from error
