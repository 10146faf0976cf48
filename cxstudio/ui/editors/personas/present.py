"""One persona on the whole screen, large, for the wall."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout

from cxstudio.model import Persona
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.card import PersonaCard
from cxstudio.ui.workspace import Workspace

WIDE = 1440  # pixels of screen at which letters have their usual size
LARGEST = 2.0
STEP = 80  # pixels that an arrow key scrolls
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_SCROLL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PresentedPersona(widgets.Ground):
    """The card in larger letters, to read: Left and Right change the persona, Escape ends.

    The zoom of the whole program is raised while it is open, and then put back.
    """

    def __init__(self, workspace: Workspace, id: int) -> None:
        super().__init__("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workspace = workspace
        self._zoom = theme.zoom()
        wide = QGuiApplication.primaryScreen().availableGeometry().width()
        theme.use_zoom(self._zoom * min(max(wide / WIDE, 1.0), LARGEST))
        self.card = PersonaCard(workspace, max_width=1600)
        self.card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.card.show_for_reading()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_persona(id)

    def show_persona(self, id: int) -> None:
        persona = self.workspace.file.one(Persona, id)
        self.setWindowTitle(persona.name)
        self.card.show_persona(id)

    def step(self, by: int) -> None:
        """The persona before or after, round and round."""
        ids = [persona.id for persona in self.workspace.file.all(Persona)]
        if self.card.id in ids:
            self.show_persona(ids[(ids.index(self.card.id) + by) % len(ids)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _BACK:
            self.step(-1)
        elif event.key() in _ON:
            self.step(1)
        elif event.key() in _SCROLL:
            self._scroll(_SCROLL[Qt.Key(event.key())] * theme.px(STEP))
        else:
            super().keyPressEvent(event)

    def _scroll(self, way: int) -> None:
        bar = self.card.verticalScrollBar()
        bar.setValue(bar.value() + way)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y())

    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # nothing here is written

    def closeEvent(self, event: QCloseEvent) -> None:
        theme.use_zoom(self._zoom)
        super().closeEvent(event)
