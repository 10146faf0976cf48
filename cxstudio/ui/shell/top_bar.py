"""The bar at the top: where we are, search, undo and redo, language, theme, workshop."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cxstudio import resources
from cxstudio.i18n import LANGUAGES, _, language
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.key_button import KeyButton
from cxstudio.ui.shell.search_button import SearchButton
from cxstudio.ui.workspace import Workspace

SHORT = {"en": "EN", "ja": "日本語"}
NEXT_THEME = {"light": "dark", "dark": "projector", "projector": "light"}
THEME_ICON = {"light": "sun", "dark": "moon", "projector": "presentation"}


class TopBar(widgets.Ground):
    """Shows client and engagement; emits what the user asks for."""

    menu_pressed = Signal()
    search_pressed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    workshop_pressed = Signal()

    def __init__(self, workspace: Workspace, undo: QAction, redo: QAction) -> None:
        super().__init__("window")
        self.workspace = workspace
        self.setFixedHeight(theme.px(48))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(8))
        self._place = self._make_place()
        left, right = QWidget(), QWidget()
        self._fill(left, [self._logo(), self._place], stretch_last=True)
        self._fill(right, self._right_side(undo, redo), stretch_first=True)
        row.addWidget(left, 1)
        row.addWidget(self._make_search(), 2)
        row.addWidget(right, 1)
        workspace.changed.connect(self.refresh)
        theme.changed.connect(self._show_theme)
        self.refresh()

    def _fill(
        self,
        holder: QWidget,
        parts: list[QWidget],
        *,
        stretch_first: bool = False,
        stretch_last: bool = False,
    ) -> None:
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        if stretch_first:
            row.addStretch(1)
        for part in parts:
            row.addWidget(part)
        if stretch_last:
            row.addStretch(1)

    def _logo(self) -> QWidget:
        logo = QSvgWidget(str(resources.path("icons", "cxstudio.svg")))
        logo.setFixedSize(theme.px(22), theme.px(22))
        return logo

    def _make_place(self) -> QPushButton:
        button = widgets.quiet("")
        button.setAccessibleName(_("Menu"))
        button.setToolTip(_("Menu"))
        button.setIcon(theme.icon("chevron-down", "text_3"))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon behind the text
        font = theme.font("body_strong")
        font.setWeight(QFont.Weight.DemiBold)
        button.setFont(font)
        button.clicked.connect(self.menu_pressed)
        return button

    def _make_search(self) -> QPushButton:
        button = SearchButton(_("Search, or run a command"), "Ctrl K")
        button.clicked.connect(self.search_pressed)
        return button

    def _right_side(self, undo: QAction, redo: QAction) -> list[QWidget]:
        self._undo = self._action_button(undo, "undo-2")
        self._redo = self._action_button(redo, "redo-2")
        options = [(code, SHORT[code]) for code in LANGUAGES]
        self._language = widgets.Segmented(options, _("Language of the program"))
        self._language.choose(language())
        self._language.chosen.connect(self.language_chosen)
        self._theme = widgets.icon_button("sun", _("Switch the theme"))
        self._theme.clicked.connect(self._on_theme)
        self._show_theme()
        line = widgets.Hairline(vertical=True)
        line.setFixedHeight(theme.px(20))
        return [self._undo, self._redo, line, self._language, self._theme, self._workshop()]

    def _workshop(self) -> QWidget:
        button = KeyButton("presentation", _("Workshop"), "F5")
        button.setEnabled(not self.workspace.read_only)
        button.clicked.connect(self.workshop_pressed)
        return button

    def _action_button(self, action: QAction, icon: str) -> QWidget:
        button = widgets.icon_button(icon, action.text())
        button.clicked.connect(action.trigger)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_theme(self) -> None:
        self.theme_chosen.emit(NEXT_THEME[theme.current()])

    def _show_theme(self) -> None:
        self._theme.setIcon(theme.icon(THEME_ICON[theme.current()], "text_2"))

    def below_place(self) -> QPoint:
        """Where the menu opens, on the screen."""
        return self._place.mapToGlobal(QPoint(0, self._place.height()))

    def refresh(self, _changes: object = None) -> None:
        engagement = self.workspace.file.engagement
        parts = [text for text in (engagement.client, engagement.title) if text]
        self._place.setText("  /  ".join(dict.fromkeys(parts)) or _("Untitled"))
        file = self.workspace.file
        self._show_step(self._undo, _("Undo"), [s.label for s in file.undo_steps])
        self._show_step(self._redo, _("Redo"), [s.label for s in file.redo_steps])

    def _show_step(self, button: QWidget, verb: str, labels: list[str]) -> None:
        button.setEnabled(bool(labels))
        text = _("{verb}: {step}").format(verb=verb, step=labels[-1]) if labels else verb
        button.setToolTip(text)
        button.setAccessibleName(text)
