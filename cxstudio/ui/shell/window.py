"""The window: the library, or one open engagement, and everything the actions do.

What needs SQLAlchemy is imported where it is used, so that the window appears first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from cxstudio import i18n
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell import menus
from cxstudio.ui.shell.by_keyboard import ByKeyboard
from cxstudio.ui.shell.error_dialog import show_error
from cxstudio.ui.shell.remembered import Remembered

if TYPE_CHECKING:
    from cxstudio.model.chain import End
    from cxstudio.store import EngagementFile
    from cxstudio.store.claiming import Claim
    from cxstudio.ui.shell.background import Background
    from cxstudio.ui.shell.first_frame import FirstFrame
    from cxstudio.ui.workshop.show import Show
    from cxstudio.ui.workspace import Workspace

SUFFIX = ".cxs"


class MainWindow(ByKeyboard):
    """Each method without arguments named in `shell/actions.py` is one action."""

    first_frame: FirstFrame  # there from `claim_path` until the view is built

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.workspace: Workspace | None = None
        self.view = None
        self._background: Background | None = None
        self.workshop: Show | None = None
        self._actions: dict[str, QAction] = {}
        self._remembered = Remembered(self, settings)
        self.setAcceptDrops(True)
        widgets.WholeWords(self)
        self.setWindowTitle("CX Studio")
        self._make_actions()
        self._remembered.restore_window()

    # -- files ---------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a file, asking what must be asked; False when it was not opened."""
        claimed = self.claim_path(path)
        if claimed is None:
            return False
        self.use_claim(claimed)
        return True

    def claim_path(self, path: Path) -> Claim | None:
        """Claim a file and show at once whose engagement it is; `use_claim` does the rest."""
        from cxstudio.ui.shell.first_frame import FirstFrame
        from cxstudio.ui.shell.opening import claim_with_questions

        if self.workspace and self.workspace.file.path.absolute() == path.absolute():
            return None
        claimed = claim_with_questions(self, path)
        if claimed is not None and self.workspace is None:
            self._take_view()
            self.first_frame = FirstFrame(*claimed.names)
            self.setCentralWidget(self.first_frame)
        return claimed

    def use_claim(self, claimed: Claim) -> None:
        """Build the view of a claimed file."""
        from cxstudio.store.opening import open_claimed

        self.use_file(open_claimed(claimed))

    def use_file(self, file: EngagementFile) -> None:
        """Show an open file, closing the one that was open."""
        from cxstudio.ui.shell.background import Background
        from cxstudio.ui.workspace import Workspace

        self._close_file()
        self.workspace = Workspace(file, self.settings)
        self.workspace.said.connect(self._on_said)
        self.workspace.tasks.failed.connect(show_error)
        self._background = Background(self.workspace)
        self.settings.add_recent(file.path)
        self._show_engagement("overview", None)

    def _close_file(self) -> None:
        if self.workspace is None or self._background is None:
            return
        if self.workshop is not None:
            self.workshop.close()
        self.workspace.flush_requested.emit()
        self._remembered.save_panes()
        file = self.workspace.file
        self._background.stop()
        self._take_view()
        self.workspace.close()
        self.workspace.deleteLater()
        self.workspace = self._background = None
        file.close()

    def _take_view(self) -> None:
        if old := self.takeCentralWidget():
            old.hide()
            old.deleteLater()
        self.view = None

    def _show_engagement(self, page: str, selection: End | None) -> None:
        from cxstudio.ui.shell.engagement_view import EngagementView

        assert self.workspace is not None
        self._take_view()
        self.view = EngagementView(self.workspace, self._actions["undo"], self._actions["redo"])
        self.view.top_bar.menu_pressed.connect(self.show_menu)
        self.view.top_bar.search_pressed.connect(self.show_palette)
        self.view.top_bar.language_chosen.connect(self.use_language)
        self.view.top_bar.theme_chosen.connect(self.use_theme)
        self.view.top_bar.workshop_pressed.connect(self.start_workshop)
        self.view.panel.link_pressed.connect(self.link_record)
        self.view.page_shown.connect(self._remembered.restore_panes)
        self.setCentralWidget(self.view)
        self.view.show_page(page)
        if selection is not None:
            self.view.go_to(selection.kind, selection.id)
        self._enable_actions()
        engagement = self.workspace.file.engagement
        self.setWindowTitle(f"{engagement.title or engagement.client} — CX Studio")

    def show_library(self) -> None:
        from cxstudio.ui.library.view import LibraryView

        self._close_file()
        self._take_view()
        library = LibraryView(self.settings)
        library.open_requested.connect(self.open_path)
        library.open_dialog_requested.connect(self.open_file)
        library.new_requested.connect(self.new_file)
        library.sample_requested.connect(self.open_sample)
        library.language_chosen.connect(self.use_language)
        library.theme_pressed.connect(self._next_theme)
        self.setCentralWidget(library)
        self.setWindowTitle("CX Studio")
        self._enable_actions()

    def new_file(self) -> None:
        from cxstudio.ui.library.new_engagement import ask_new_engagement

        file = ask_new_engagement(self, self.settings)
        if file is not None:
            self.use_file(file)

    def open_file(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            _("Open a file"),
            str(self.settings.folder),
            _("Engagements (*.cxs)") + ";;" + _("All files (*)"),
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_sample(self, language: str) -> None:
        from cxstudio.sample.copy import sample_copy

        self.open_path(sample_copy(self.settings.folder, language, EngagementFile.create))

    def open_sample_en(self) -> None:
        self.open_sample("en")

    def open_sample_ja(self) -> None:
        self.open_sample("ja")

    def check_file(self) -> None:
        if self._background:
            self._background.check(told=True)

    # -- edit ----------------------------------------------------------------------

    def undo(self) -> None:
        if self.workspace:
            self.workspace.undo()

    def redo(self) -> None:
        if self.workspace:
            self.workspace.redo()

    def new_record(self) -> None:
        if self.view:
            self.view.page.new_record()

    def show_palette(self) -> None:
        from cxstudio.ui.shell.palette import Palette

        if self.workspace:
            palette = Palette(self, _("Search, or run a command"), self._offers)
            palette.open_over(self)

    def _offers(self, query: str) -> list:  # type: ignore[type-arg]
        from cxstudio.ui.shell.palette import action_offers, page_offers, record_offers

        assert self.workspace is not None
        commands = self.view.page.commands() if self.view else ()
        of_page = [(c.icon, c.title, c.keys, c.words, c.run) for c in commands]
        offers = action_offers([*of_page, *menus.palette_entries(self._actions)], query)
        if not query.strip():
            return [*page_offers(self.workspace, query), *offers]
        records = record_offers(self.workspace, query, self.workspace.go_to)
        return [*page_offers(self.workspace, query), *offers[:5], *records]

    def link_record(self) -> None:
        from cxstudio.ui.shell.palette import Palette

        if self.workspace and self.workspace.selection:
            Palette(self, _("Link to…"), self._link_offers).open_over(self)

    def _link_offers(self, query: str) -> list:  # type: ignore[type-arg]
        from cxstudio.ui.shell.palette import record_offers

        assert self.workspace is not None
        return record_offers(self.workspace, query, self._link_to) if query.strip() else []

    def _link_to(self, kind: str, id: int) -> None:
        from cxstudio.model.chain import End

        if self.workspace and self.workspace.selection:
            self.workspace.link(End(kind, id), self.workspace.selection)

    # -- snapshots, history, passphrase, report --------------------------------------

    def take_snapshot(self) -> None:
        from cxstudio.ui.shell.history_dialog import ask_snapshot

        if self.workspace:
            ask_snapshot(self, self.workspace)

    def show_history(self) -> None:
        from cxstudio.ui.shell.history_dialog import HistoryDialog

        if self.workspace:
            HistoryDialog(self, self.workspace).exec()

    def change_passphrase(self) -> None:
        from cxstudio.ui.shell.passphrase_dialog import PassphraseDialog

        if self.workspace:
            PassphraseDialog(self, self.workspace).exec()

    def export_report(self) -> None:
        from cxstudio.ui.shell.export import export, the_report

        if self.workspace:
            export(self, self.workspace, the_report(self.workspace))

    # -- workshop ----------------------------------------------------------------------

    def start_workshop(self) -> None:
        """Show a journey to a roomful of people, or go on with the workshop left open."""
        from cxstudio.ui.workshop.show import start

        if self.workspace and (self.workshop is None or self.workshop.over):
            self.workshop = start(self, self.workspace)

    # -- look ------------------------------------------------------------------------

    def use_theme(self, name: str) -> None:
        theme.use(name)  # type: ignore[arg-type]
        self.settings.set_text("theme", name)

    def use_light(self) -> None:
        self.use_theme("light")

    def use_dark(self) -> None:
        self.use_theme("dark")

    def use_projector(self) -> None:
        self.use_theme("projector")

    def _next_theme(self) -> None:
        order = {"light": "dark", "dark": "projector", "projector": "light"}
        self.use_theme(order[theme.current()])

    def use_language(self, language: str) -> None:
        """Switch the interface's language at once: every text is built anew."""
        if language == i18n.language():
            return
        i18n.use(language)
        theme.use_language(language)  # type: ignore[arg-type]
        self.settings.set_text("language", language)
        self._rebuild()

    def use_english(self) -> None:
        self.use_language("en")

    def use_japanese(self) -> None:
        self.use_language("ja")

    def zoom_in(self) -> None:
        self._zoom_to(theme.zoom() + 0.1)

    def zoom_out(self) -> None:
        self._zoom_to(theme.zoom() - 0.1)

    def zoom_reset(self) -> None:
        self._zoom_to(1.0)

    def _zoom_to(self, zoom: float) -> None:
        theme.use_zoom(round(zoom, 2))
        self.settings.set_number("zoom", theme.zoom())
        self._rebuild()

    def _rebuild(self) -> None:
        self._make_actions()
        if self.workspace and self.view:
            self.workspace.flush_requested.emit()
            self._remembered.save_panes()
            self._show_engagement(self.view.page_key, self.workspace.selection)
        else:
            self.show_library()

    def toggle_evidence(self) -> None:
        if self.view:
            self.view.toggle_panel()

    def toggle_rail(self) -> None:
        if self.view:
            self.view.toggle_rail()

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def show_menu(self) -> None:
        if self.view:
            menu = menus.main_menu(self, self._actions)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.view.top_bar.below_place())

    def show_shortcuts(self) -> None:
        from cxstudio.ui.shell.about import ShortcutsDialog

        ShortcutsDialog(self).exec()

    def show_about(self) -> None:
        from cxstudio.ui.shell.about import AboutDialog

        AboutDialog(self).exec()

    # -- the window itself -------------------------------------------------------------

    def _make_actions(self) -> None:
        for action in self._actions.values():
            self.removeAction(action)
            action.deleteLater()
        self._actions = menus.build(self)
        self._enable_actions()

    def _enable_actions(self) -> None:
        writable = self.workspace is not None and not self.workspace.read_only
        menus.enable(self._actions, open_file=self.workspace is not None, writable=writable)

    def _on_said(self, text: str, undo: bool) -> None:
        offer = (_("Undo"), self.undo, self.workspace.changed) if undo and self.workspace else ()
        widgets.Toast.show_over(self, text, *offer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := _dropped_file(event)) is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remembered.save_window()
        self._close_file()
        self.settings.sync()
        super().closeEvent(event)


def _dropped_file(event: QDropEvent) -> Path | None:
    """The engagement file that is being dropped, if it is one."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            return path
    return None
