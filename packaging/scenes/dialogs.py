"""What opens each dialog."""

from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from cxstudio.store import EngagementFile
from cxstudio.ui.shell.error_dialog import show_error
from cxstudio.ui.shell.palette import Palette
from scenes.camera import Camera


def palette(camera: Camera) -> None:
    camera.window.show_palette()


def search(camera: Camera) -> None:
    camera.window.show_palette()
    _type(camera, "バス" if camera.language == "ja" else "bus")


def link(camera: Camera) -> None:
    window = camera.window
    assert window.view is not None and window.workspace is not None
    window.view.show_page("gaps")
    window.link_record()
    _type(camera, "駅" if camera.language == "ja" else "station")


def _type(camera: Camera, text: str) -> None:
    """Type before the picture is taken, which is soon after the palette is there."""
    for palette in camera.window.findChildren(Palette):
        palette.field.setText(text)


def error(camera: Camera) -> None:
    """A made-up mistake; that it also goes to standard error would look like one of this run."""
    try:
        raise LookupError("An example of a mistake in the program")
    except LookupError as example:
        with redirect_stderr(StringIO()):
            show_error(example)


def question(camera: Camera) -> None:
    """The passphrase that a protected file asks for."""
    path = camera.home / "protected.cxs"
    if not path.exists():
        EngagementFile.create(path, client="Illustrative bank", key="three plain words").close()
    camera.window.open_path(path)


def in_use(camera: Camera) -> None:
    """A file that somebody has open."""
    path = camera.home / "shared.cxs"
    path.unlink(missing_ok=True)
    with EngagementFile.create(path, client="Illustrative bank"):
        camera.window.open_path(path)


def unreadable(camera: Camera) -> None:
    path = Path(camera.home / "notes.cxs")
    path.write_text("These are notes and no engagement.", encoding="utf-8")
    camera.window.open_path(path)


DIALOGS = {
    "new": lambda camera: camera.window.new_file(),
    "palette": palette,
    "search": search,
    "link": link,
    "snapshot": lambda camera: camera.window.take_snapshot(),
    "history": lambda camera: camera.window.show_history(),
    "passphrase": lambda camera: camera.window.change_passphrase(),
    "question": question,
    "in-use": in_use,
    "unreadable": unreadable,
    "shortcuts": lambda camera: camera.window.show_shortcuts(),
    "about": lambda camera: camera.window.show_about(),
    "error": error,
}
