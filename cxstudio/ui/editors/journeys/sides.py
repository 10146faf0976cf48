"""What stands beside the map: the list of journeys at the left, the palette at the right."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from cxstudio.ui import theme
from cxstudio.ui.settings import Settings

SIDE, MAP = 272, 1080  # how wide a side is, and the map at least while both are shown
PALETTE = "journeys/palette"


class Sides:
    """Shows and hides the sides; where there is no room for both, the other one gives way.

    Whether the palette is wanted is remembered, and not whether it had to give way.
    """

    def __init__(
        self,
        splitter: QSplitter,
        sides: tuple[QWidget, QWidget, QWidget],
        palette_button: QAbstractButton,
        settings: Settings,
    ) -> None:
        """`sides` are the list, the map in the middle and the palette, as the splitter has them."""
        self._splitter, self._button, self._settings = splitter, palette_button, settings
        self._list, self._middle, self._palette = sides
        self._show(self._palette, settings.text(PALETTE, "shown") == "shown")

    def toggle_list(self) -> None:
        """Show or fold the list of all journeys."""
        showing = self._list.isHidden()
        if showing and not self._room_for_both():
            self._show(self._palette, False)
        self._show(self._list, showing)
        if not showing:
            self._show(self._palette, self._settings.text(PALETTE, "shown") == "shown")

    def show_palette(self, on: bool) -> None:
        """Show or fold the palette, as the user wants it from now on."""
        self._settings.set_text(PALETTE, "shown" if on else "hidden")
        if on and not self._room_for_both():
            self._show(self._list, False)
        self._show(self._palette, on)

    def _room_for_both(self) -> bool:
        middle = max(self._middle.minimumSizeHint().width(), theme.px(MAP))
        return self._splitter.width() >= middle + 2 * theme.px(SIDE)

    def _show(self, side: QWidget, on: bool) -> None:
        side.setVisible(on)
        if side is self._palette:
            with QSignalBlocker(self._button):
                self._button.setChecked(on)
        rest = max(self._splitter.width() - 2 * theme.px(SIDE), theme.px(SIDE))
        self._splitter.setSizes([theme.px(SIDE), rest, theme.px(SIDE)])
