"""About the program, and the page of keyboard shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cxstudio import __version__
from cxstudio.i18n import N_, _
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.actions import ACTIONS, MENUS
from cxstudio.ui.shell.dialog import Dialog

TRADEMARK = N_(
    "Net Promoter, Net Promoter Score and NPS are registered trademarks of "
    "Bain & Company, Inc., Fred Reichheld and Satmetrix Systems, Inc."
)


class AboutDialog(Dialog):
    """Version, what it never does, and whose marks and work it uses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("CX Studio {version}").format(version=__version__),
            _("From what customers say to what to do. The program never uses a network."),
        )
        texts = (
            _(TRADEMARK),
            _("Icons: Lucide (ISC licence). Fonts: Inter and Noto Sans CJK JP (SIL OFL 1.1)."),
            _(
                "Sample: survey of visitors to Fukui prefecture, Fukui Prefecture Tourism "
                "Federation, CC BY 4.0."
            ),
        )
        for text in texts:
            self.body.addWidget(widgets.Label(text, "small", "text_2", wrap=True))
        self.add_button(widgets.filled(_("Close")), accepts=True)


class ShortcutsDialog(Dialog):
    """Every shortcut, built from the table of actions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Keyboard shortcuts"), width=880)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(48))
        for menus in (("file", "edit"), ("view", "go", "help")):
            columns.addLayout(self._column(menus), 1)
        self.body.addLayout(columns)
        self.add_button(widgets.filled(_("Close")), accepts=True)

    def _column(self, menus: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        for menu in menus:
            row = grid.rowCount()
            grid.addWidget(widgets.Label(_(MENUS[menu]), "small", "text_3"), row, 0)
            for entry in (entry for entry in ACTIONS if entry.menu == menu and entry.shortcut):
                row += 1
                grid.addWidget(widgets.Label(_(entry.title)), row, 0)
                grid.addWidget(self._keys(entry.shortcut), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _keys(self, shortcut: str) -> QWidget:
        native = QKeySequence.SequenceFormat.NativeText
        return widgets.KeyCap(QKeySequence(shortcut).toString(native))
