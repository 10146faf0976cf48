"""Every action of the window as data: menus, shortcuts, the palette and the shortcut page
are built from this one table."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.i18n import N_


@dataclass(frozen=True)
class ActionEntry:
    """`method` names the window's method; `menu` where it stands; `needs_file` hides it
    in the library."""

    key: str
    title: str
    menu: str
    method: str
    shortcut: str = ""
    icon: str = ""
    needs_file: bool = True
    writes: bool = False
    words: str = ""  # other words people may type for it


MENUS = {
    "file": N_("File"),
    "edit": N_("Edit"),
    "view": N_("View"),
    "go": N_("Go"),
    "help": N_("Help"),
}

ACTIONS = (
    ActionEntry("new", N_("New engagement"), "file", "new_file", "Ctrl+Shift+N", "plus", False),
    ActionEntry("open", N_("Open a file"), "file", "open_file", "Ctrl+O", "folder-open", False),
    ActionEntry(
        "sample_en",
        N_("Open the sample in English"),
        "file",
        "open_sample_en",
        "",
        "book-open",
        False,
    ),
    ActionEntry(
        "sample_ja",
        N_("Open the sample in Japanese"),
        "file",
        "open_sample_ja",
        "",
        "book-open",
        False,
    ),
    ActionEntry("library", N_("All engagements"), "file", "show_library", "Ctrl+W", "layout-grid"),
    ActionEntry(
        "snapshot",
        N_("Take a snapshot"),
        "file",
        "take_snapshot",
        "Ctrl+Shift+S",
        "save",
        writes=True,
    ),
    ActionEntry(
        "history", N_("History and snapshots"), "file", "show_history", "Ctrl+H", "history"
    ),
    ActionEntry(
        "passphrase",
        N_("Passphrase"),
        "file",
        "change_passphrase",
        "",
        "key-round",
        writes=True,
        words="encrypt lock key",
    ),
    ActionEntry("check", N_("Check the file"), "file", "check_file", "", "shield-check"),
    ActionEntry(
        "export",
        N_("Save the report as Word"),
        "file",
        "export_report",
        "Ctrl+Shift+E",
        "file-down",
        words="docx report export",
    ),
    ActionEntry("quit", N_("Quit"), "file", "close", "Ctrl+Q", "log-out", False),
    ActionEntry("undo", N_("Undo"), "edit", "undo", "Ctrl+Z", "undo-2", writes=True),
    ActionEntry("redo", N_("Redo"), "edit", "redo", "Ctrl+Shift+Z", "redo-2", writes=True),
    ActionEntry(
        "record", N_("New record on this page"), "edit", "new_record", "Ctrl+N", "plus", writes=True
    ),
    ActionEntry(
        "link",
        N_("Link to…"),
        "edit",
        "link_record",
        "Ctrl+L",
        "link",
        writes=True,
        words="evidence attach",
    ),
    ActionEntry(
        "palette", N_("Search, or run a command"), "edit", "show_palette", "Ctrl+K", "search"
    ),
    ActionEntry("light", N_("Light theme"), "view", "use_light", "", "sun", False),
    ActionEntry("dark", N_("Dark theme"), "view", "use_dark", "", "moon", False),
    ActionEntry(
        "projector", N_("Projector theme"), "view", "use_projector", "", "presentation", False
    ),
    ActionEntry("english", N_("English"), "view", "use_english", "", "languages", False),
    ActionEntry("japanese", N_("Japanese"), "view", "use_japanese", "", "languages", False),
    ActionEntry("zoom_in", N_("Larger text"), "view", "zoom_in", "Ctrl++", "zoom-in", False),
    ActionEntry("zoom_out", N_("Smaller text"), "view", "zoom_out", "Ctrl+-", "zoom-out", False),
    ActionEntry(
        "zoom_reset", N_("Normal text size"), "view", "zoom_reset", "Ctrl+0", "search", False
    ),
    ActionEntry(
        "evidence", N_("Evidence panel"), "view", "toggle_evidence", "Ctrl+Shift+L", "panel-right"
    ),
    ActionEntry("rail", N_("Fold the rail"), "view", "toggle_rail", "Ctrl+B", "panel-left"),
    ActionEntry(
        "workshop",
        N_("Workshop"),
        "view",
        "start_workshop",
        "F5",
        "presentation",
        writes=True,
        words="present projector vote timer",
    ),
    ActionEntry(
        "full_screen", N_("Full screen"), "view", "toggle_full_screen", "F11", "maximize", False
    ),
    ActionEntry("next_part", N_("Next part of the window"), "go", "next_part", "F6", "arrow-right"),
    ActionEntry(
        "previous_part",
        N_("Previous part of the window"),
        "go",
        "previous_part",
        "Shift+F6",
        "arrow-left",
    ),
    ActionEntry(
        "next_field", N_("Next field"), "go", "next_field", "Ctrl+Tab", "arrow-right", False
    ),
    ActionEntry(
        "previous_field",
        N_("Previous field"),
        "go",
        "previous_field",
        "Ctrl+Shift+Tab",
        "arrow-left",
        False,
    ),
    ActionEntry(
        "shortcuts", N_("Keyboard shortcuts"), "help", "show_shortcuts", "F1", "keyboard", False
    ),
    ActionEntry("about", N_("About CX Studio"), "help", "show_about", "", "info", False),
)

BY_KEY = {action.key: action for action in ACTIONS}
