"""A picture or a table into a file that the user chose: in the background, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.i18n import _
from cxstudio.store import FileProblem, durable
from cxstudio.ui import widgets
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

FOLDER = "export_folder"
KINDS = {"png": "PNG", "svg": "SVG", "pdf": "PDF", "csv": "CSV", "xlsx": "Excel"}
PICTURES = ("png", "svg", "pdf")

Write = Callable[[Progress], bytes]


class NotSaved(Exception):
    """The file could not be written; the message is a sentence for the user."""


@dataclass(frozen=True)
class Words:
    """What is said: what is being done, that it was not saved, and that it is on the clipboard."""

    doing: str
    failed: str
    copied: str = ""


def fill_menu(menu: widgets.Menu, ask: Callable[[str], object]) -> None:
    """A line for each kind of picture."""
    for kind in PICTURES:
        menu.addAction(f"{KINDS[kind]}…", partial(ask, kind))


def show_menu(button: QWidget, ask: Callable[[str], object], copy: Callable[[], object]) -> None:
    """Under a button: the kinds of pictures, and the clipboard."""
    menu = widgets.menu(button)
    fill_menu(menu, ask)
    menu.addSeparator()
    menu.addAction(_("Copy as picture"), copy)
    menu.exec(button.mapToGlobal(QPoint(0, button.height())))


def ask_path(
    workspace: Workspace, parent: QWidget, doing: str, name: str, kind: str
) -> Path | None:
    """Where to; None when the user thought better of it."""
    start = Path(workspace.settings.text(FOLDER, str(workspace.file.path.parent)))
    offered = re.sub(r'[\\/:*?"<>|\n]+', "-", name)[:120]
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, doing, str(start / f"{offered}.{kind}"), f"{KINDS[kind]} (*.{kind})"
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
    words: Words,
    said: Callable[[], object] | None = None,
) -> int:
    """Write in the background; gives the number of the task. `said` says that it is saved, where
    that takes more than a sentence."""

    def work(progress: Progress) -> str | NotSaved:
        try:
            content = write(progress)
            with durable.whole(path) as part:
                part.write_bytes(content)
                progress(1.0)
        except NotSaved as fault:
            return fault
        except FileProblem as problem:
            return NotSaved(str(problem))
        return path.name

    return workspace.tasks.run(words.doing, work, _Said(workspace, window, words, said).saved)


def copy_picture(
    workspace: Workspace, draw: Callable[[], QImage], window: QWidget, words: Words
) -> int:
    """Draw in the background, and put the picture on the clipboard."""

    def work(progress: Progress) -> QImage:
        progress(0.1)
        return draw()

    said = _Said(workspace, window, words)
    return workspace.tasks.run(_("Copy as picture"), work, said.copied)


def too_large() -> NotSaved:
    """Of a picture that has more dots than programs open."""
    return NotSaved(_("The picture would be too large for any program to open. Choose SVG or PDF."))


class _Said:
    """Tells the user how it ended."""

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        words: Words,
        said: Callable[[], object] | None = None,
    ) -> None:
        self._workspace, self._window, self._words, self._own = workspace, window, words, said

    def saved(self, result: str | NotSaved) -> None:
        if isinstance(result, NotSaved):
            tell(self._window, self._words.failed, str(result))
        elif self._own is not None:
            self._own()
        else:
            self._workspace.say(_("Saved “{name}”.").format(name=result))

    def copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._workspace.say(self._words.copied)
