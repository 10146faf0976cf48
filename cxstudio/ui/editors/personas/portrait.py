"""The portrait: plain shapes in the persona's colour, or a picture that was dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QMenu

from cxstudio.drawing import raster
from cxstudio.i18n import _
from cxstudio.model import Attachment, Persona
from cxstudio.ui import widgets
from cxstudio.ui.canvas.keeping import forget_pictures
from cxstudio.ui.workspace import Workspace

LARGEST = 960  # pixels of the longer side that are kept
KINDS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Portrait(widgets.Avatar):
    """Takes a picture by the menu, by dropping a file, or with Ctrl+V; Delete removes it."""

    def __init__(self, workspace: Workspace, size: int = 112) -> None:
        super().__init__(size=size)
        self.workspace = workspace
        self.id: int | None = None
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", round(size * 0.2))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Portrait"))
        self.setToolTip(_("Choose, drop or paste a picture"))

    def show_persona(self, id: int | None, place: int) -> None:
        """The persona, and its place in the list, which gives the colour."""
        self.id = id
        self.set_index(place)
        persona = self.workspace.file.get(Persona, id)
        self.set_picture(photo_of(self.workspace, persona) if persona else QPixmap())

    # -- writing -----------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """Keep the picture of a file, or say why not."""
        try:
            self.take(raster.picture_in(path, LARGEST), path.name)
        except raster.UnreadablePicture as fault:
            self.workspace.say(str(fault))

    def take(self, image: QImage, name: str) -> None:
        """Keep a picture, made smaller where it is large, in the engagement."""
        if self.id is None or self.workspace.read_only:
            return
        if image.isNull():
            self.workspace.say(_("The picture on the clipboard cannot be read."))
            return
        data, media_type = _bytes_of(image)
        with self.workspace.change(_("Change the portrait")) as change:
            digest = self.workspace.file.put_blob(data)
            kept = Attachment(name=name, media_type=media_type, sha256=digest, size=len(data))
            id = change.add(kept).id
            persona = change.get(Persona, self.id)
            before, persona.photo_id = persona.photo_id, id
            forget_pictures(change, [before])

    def remove(self) -> None:
        """Bring the drawn portrait back."""
        persona = self.workspace.file.get(Persona, self.id)
        if persona is None or persona.photo_id is None or self.workspace.read_only:
            return
        with self.workspace.change(_("Remove the portrait")) as change:
            before, change.get(Persona, persona.id).photo_id = persona.photo_id, None
            forget_pictures(change, [before])

    # -- ways to give a picture ----------------------------------------------------------

    def choose_file(self) -> None:
        title, kinds = _("Choose a picture"), _("Pictures ({kinds})").format(kinds=KINDS)
        path, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.take_file(Path(path))

    def paste(self) -> None:
        self.take_from(QGuiApplication.clipboard().mimeData())

    def take_from(self, data: QMimeData) -> None:
        """A picture, or the first file, of a drop or the clipboard."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_file(files[0])
        elif data.hasImage():
            self.take(QImage(data.imageData()), _("Pasted picture"))
        else:
            self.workspace.say(_("There is no picture on the clipboard."))

    def fill_menu(self, menu: QMenu) -> None:
        """The lines of the menu that concern the portrait."""
        menu.addAction(_("Choose a picture…"), self.choose_file)
        menu.addAction(_("Paste a picture"), QKeySequence.StandardKey.Paste, self.paste)
        persona = self.workspace.file.get(Persona, self.id)
        if persona is not None and persona.photo_id is not None:
            menu.addAction(_("Remove the picture"), self.remove)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.show_menu()

    def show_menu(self) -> None:
        if not self.workspace.read_only:
            menu = widgets.menu(self)
            self.fill_menu(menu)
            menu.exec(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in _PRESSES:
            self.show_menu()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if (data.hasUrls() or data.hasImage()) and not self.workspace.read_only:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take_from(event.mimeData())


def photo_of(workspace: Workspace, persona: Persona) -> QPixmap:
    """The persona's picture, an empty one when it has none."""
    attachment = workspace.file.get(Attachment, persona.photo_id)
    if attachment is None:
        return QPixmap()
    return QPixmap.fromImage(raster.image_in(workspace.file.blob(attachment.sha256), LARGEST))


def _bytes_of(image: QImage) -> tuple[bytes, str]:
    """The picture as it is kept, and its media type."""
    image = raster.fitted(image, LARGEST)
    clear = image.hasAlphaChannel()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG" if clear else "JPEG", -1 if clear else 90)  # type: ignore[call-overload]
    return bytes(data.data()), "image/png" if clear else "image/jpeg"
