"""What stands on the canvas while a map has no steps: how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView


class Blank(QObject):
    """Says it in the middle of the view, made when it is first needed; clicks go through."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.words: widgets.EmptyState | None = None
        view.map.laid_out.connect(self.show)
        view.viewport().installEventFilter(self)
        theme.changed.connect(self._anew)

    @Slot()
    def show(self) -> None:
        """Be there while there are no steps, and not otherwise."""
        shown = self._view.document.journey_id is not None and not self._view.map.data.steps
        if shown and self.words is None:
            self.words = widgets.EmptyState(
                "map",
                _("This map has no steps yet."),
                _("Press + at the top to add a stage with its first step."),
                parent=self._view.viewport(),
            )
            self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.words is not None:
            self.words.setGeometry(self._view.viewport().rect())
            self.words.setVisible(shown)

    @Slot()
    def _anew(self) -> None:
        """Words and sizes follow theme and language."""
        words, self.words = self.words, None
        if words is not None:
            words.hide()
            words.deleteLater()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.show()
        return super().eventFilter(watched, event)
