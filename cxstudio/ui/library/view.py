"""The library page: what the user works on, and the ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxstudio import __version__, resources
from cxstudio.i18n import LANGUAGES, _, language
from cxstudio.store import backup
from cxstudio.ui import theme, widgets
from cxstudio.ui.library.big_button import BigButton
from cxstudio.ui.library.card import EngagementCard, when
from cxstudio.ui.library.shelf import Shelved, files, look_at
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.actions import BY_KEY

COLUMNS = 3
MOST_CARDS = 5
SHORT = {"en": "EN", "ja": "日本語"}


class LibraryView(QWidget):
    """Emits what the user wants; the window does it."""

    open_requested = Signal(Path)
    open_dialog_requested = Signal()
    new_requested = Signal()
    sample_requested = Signal(str)
    language_chosen = Signal(str)
    theme_pressed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._shelved: list[Shelved] = []
        self._waiting: list[Path] = []
        self._search = widgets.SearchField(_("Search all files"))
        self._search.setFixedWidth(theme.px(240))
        self._search.textChanged.connect(self._show)
        self._column = widgets.ScrollColumn(max_width=1160)
        self._column.body.setContentsMargins(*(theme.px(56),) * 3, theme.px(32))
        self._shelf = QWidget()
        self._lay_out()
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_next)
        self.reload()

    # -- reading the folders -----------------------------------------------------------

    def reload(self) -> None:
        """Look at the files anew, one at a time, so that the page shows at once."""
        self._shelved = []
        self._waiting = files(self._settings)
        self._show()
        self._reading.start()

    def _read_next(self) -> None:
        if not self._waiting:
            self._reading.stop()
            return
        self._shelved.append(look_at(self._waiting.pop(0)))
        if not self._waiting or len(self._shelved) % 3 == 0:
            self._show()

    # -- layout ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(widgets.Hairline(vertical=True))
        row.addWidget(self._column, 1)
        head = QHBoxLayout()
        head.addWidget(widgets.Label(_("Engagements"), "title"), 1)
        head.addWidget(self._search)
        holder = QWidget()
        holder.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._column.add(holder)
        self._column.add(self._shelf)
        self._column.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(widgets.Hairline())
        column.addWidget(self._foot())

    def _side(self) -> QWidget:
        side = widgets.Ground("window")
        side.setFixedWidth(theme.px(400))
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(56), theme.px(56), theme.px(40), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addLayout(self._name())
        column.addSpacing(theme.px(32))
        new = BigButton(_("New engagement"), "plus", BY_KEY["new"].shortcut, main=True)
        opening = BigButton(_("Open a file"), "folder-open", BY_KEY["open"].shortcut)
        restore = BigButton(_("Restore from a backup"), "archive-restore")
        for button, wish in (
            (new, self.new_requested),
            (opening, self.open_dialog_requested),
            (restore, self._restore),
        ):
            button.clicked.connect(wish)
            column.addWidget(button)
        column.addSpacing(theme.px(24))
        column.addWidget(self._sample())
        column.addStretch(1)
        for icon, text in (
            ("wifi-off", _("Works without a network, always")),
            ("lock", _("Files can be encrypted; the key stays with you")),
        ):
            column.addLayout(_fact(icon, text))
        column.addSpacing(theme.px(12))
        column.addLayout(self._choices())
        return side

    def _name(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        logo = QSvgWidget(str(resources.path("icons", "cxstudio.svg")))
        logo.setFixedSize(theme.px(40), theme.px(40))
        row.addWidget(logo)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(widgets.Label("CX Studio", "page"))
        sentence = _("From what customers say to what to do")
        texts.addWidget(widgets.Label(sentence, "small", "text_2"))
        row.addLayout(texts, 1)
        return row

    def _sample(self) -> QWidget:
        panel = widgets.Panel("accent", padding=16)
        panel.body.setSpacing(theme.px(8))
        panel.body.addLayout(_fact("book-open", _("Sample engagement"), "label", "accent"))
        text = _(
            "Visitors to Fukui: three survey waves, interviews, journeys and a plan. "
            "Change what you like: it opens as a copy."
        )
        panel.body.addWidget(widgets.Label(text, "body", "text_2", wrap=True))
        row = QHBoxLayout()
        for code, words in (("en", "Open in English"), ("ja", "日本語で開く")):
            button = widgets.outline(words, small=True)
            button.setProperty("sample", code)
            button.clicked.connect(self._on_sample)
            row.addWidget(button)
        row.addStretch(1)
        panel.body.addLayout(row)
        return panel

    def _on_sample(self) -> None:
        self.sample_requested.emit(self.sender().property("sample"))

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        options = [(code, SHORT[code]) for code in LANGUAGES]
        languages = widgets.Segmented(options, _("Language of the program"))
        languages.choose(language())
        languages.chosen.connect(self.language_chosen)
        row.addWidget(languages)
        row.addStretch(1)
        look = widgets.icon_button("sun", _("Switch the theme"))
        look.clicked.connect(self.theme_pressed)
        row.addWidget(look)
        return row

    def _foot(self) -> QWidget:
        foot = widgets.Ground("window")
        foot.setFixedHeight(theme.px(28))
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.addWidget(widgets.Label(f"CX Studio {__version__}", "small", "text_2"), 1)
        last = next(iter(backup.all()), None)
        if last is not None:
            text = _("Last backup: {when}").format(when=when(last.at.astimezone()))
            row.addWidget(widgets.Label(text, "small", "text_3"))
        return foot

    # -- the shelf ---------------------------------------------------------------------

    def _show(self, _text: str = "") -> None:
        wanted = self._search.text().strip().casefold()
        shown = [
            s for s in self._shelved if wanted in f"{s.client} {s.title} {s.path.stem}".casefold()
        ]
        shown.sort(key=_last_change, reverse=True)
        shelf = QWidget()
        grid = QGridLayout(shelf)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(24))
        cards: list[QWidget] = []
        for number, shelved in enumerate(shown[:MOST_CARDS]):
            card = EngagementCard(shelved, number)
            card.opened.connect(self.open_requested)
            cards.append(card)
        cards.append(_drop_place())
        for number, widget in enumerate(cards):
            grid.addWidget(widget, number // COLUMNS, number % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._add_earlier(grid, shown[MOST_CARDS:])
        self._column.body.replaceWidget(self._shelf, shelf)
        self._shelf.hide()
        self._shelf.deleteLater()
        self._shelf = shelf

    def _add_earlier(self, grid: QGridLayout, others: list[Shelved]) -> None:
        if not others:
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.addWidget(widgets.Label(_("Earlier"), "section"))
        for shelved in others:
            column.addWidget(widgets.Hairline())
            row = _EarlierRow(shelved)
            row.opened.connect(self.open_requested)
            column.addWidget(row)
        grid.addWidget(holder, grid.rowCount(), 0, 1, COLUMNS)

    def _restore(self) -> None:
        from cxstudio.ui.library.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self.window())
        dialog.restored.connect(self.open_requested)
        dialog.exec()
        self.reload()


class _EarlierRow(QPushButton):
    """An engagement in one line, for those beyond the cards."""

    opened = Signal(Path)

    def __init__(self, shelved: Shelved) -> None:
        super().__init__()
        self._path = shelved.path
        self.setProperty("kind", "quiet")
        self.setFixedHeight(theme.px(36))
        self.setAccessibleName(f"{shelved.client} {shelved.title}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widgets.Label(shelved.client, "body", "text_2"), 2)
        row.addWidget(widgets.Label(shelved.title, "label"), 4)
        row.addWidget(widgets.Label(_(shelved.phase) if shelved.phase else "", "body"), 1)
        row.addWidget(widgets.Label(shelved.problem, "small", "warning"), 3)
        row.addWidget(widgets.Label(when(shelved.changed), "small", "text_3"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._path)


def _last_change(shelved: Shelved) -> float:
    """Seconds; a file that cannot be reached stands last."""
    return shelved.changed.timestamp() if shelved.changed else 0.0


def _fact(icon: str, text: str, role: str = "small", tone: str = "text_2") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(widgets.Glyph(icon, tone if tone == "accent" else "text_3", 16))
    row.addWidget(widgets.Label(text, role, tone), 1)
    return row


def _drop_place() -> QWidget:
    panel = widgets.Panel("dashed", padding=24)
    panel.setMinimumHeight(theme.px(248))
    middle = Qt.AlignmentFlag.AlignHCenter
    panel.body.addStretch(1)
    panel.body.addWidget(widgets.TintedIcon("file-input"), 0, middle)
    panel.body.addWidget(widgets.Label(_("Drop a file here"), "section"), 0, middle)
    text = widgets.Label(_("An engagement, to open it."), "small", "text_2", wrap=True)
    panel.body.addWidget(text, 0, middle)
    panel.body.addStretch(1)
    return panel
