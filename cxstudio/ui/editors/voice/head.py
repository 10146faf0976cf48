"""The head of the page: which wave, of whom, and a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio import formats
from cxstudio.analysis.survey.asked import Asked, segment
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.people_filter import PeopleFilter
from cxstudio.ui.editors.voice.working import Wave

SIDE_BY_SIDE = 4
"""Waves that stand side by side; more are chosen from a list."""


class VoiceHead(QWidget):
    """`chosen` with a wave's id, `asked` with a question of other people, `comparing`,
    `importing` and `menu_wanted` when these are to be done."""

    chosen = Signal(int)
    asked = Signal(object)
    importing = Signal()
    comparing = Signal()
    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wave: Wave | None = None
        self._question, self._titles = Asked(), dict[str, str]()
        self._head = widgets.PageHead(_("Voice of the customer"))
        self.waves = widgets.Choice()
        self.waves.setAccessibleName(_("Wave"))
        self.waves.setMinimumWidth(theme.px(150))
        self.waves.setMaximumWidth(theme.px(260))
        self.waves.activated.connect(self._on_wave)
        self.months = widgets.Segmented([], _("Wave"))
        self.people = widgets.outline(_("Everyone"), "list-filter")
        self.people.clicked.connect(self.open_people)
        self.compare = widgets.outline(_("Compare"), "arrow-left-right")
        self.compare.clicked.connect(self.comparing)
        self.more = widgets.icon_button("ellipsis", _("More"))
        self.more.clicked.connect(self.menu_wanted)
        add = widgets.filled(_("Import wave"), "upload")
        add.clicked.connect(self.importing)
        self.months.chosen.connect(self._on_month)
        for widget in (self.waves, self.months, self.people, self.compare, self.more, add):
            self._head.add_action(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)

    def show_waves(self, waves: Sequence[Wave]) -> None:
        """The waves there are."""
        self.waves.clear()
        for wave in waves:
            self.waves.addItem(wave.name, wave.id)
        months = _months(waves)
        self.months.set_options(months)
        self.months.setVisible(bool(months))
        self.waves.setVisible(bool(waves) and not months)
        self.people.setVisible(bool(waves))
        self.compare.setVisible(bool(waves))
        self.more.setVisible(bool(waves))

    def show_wave(self, wave: Wave, titles: Mapping[str, str]) -> None:
        """The wave that is shown, and the questions that group its people."""
        self._wave, self._titles = wave, dict(titles)
        self.waves.setCurrentIndex(self.waves.findData(wave.id))
        self.months.choose(str(wave.id))
        self.people.setEnabled(bool(titles))

    def show_asked(self, asked: Asked, words: str) -> None:
        """Of whom figures are shown."""
        self._question = asked
        self.people.setText(_("Some people") if asked.people else _("Everyone"))
        self.people.setToolTip(words)
        self._head.set_subtitle(words)

    def _on_month(self, key: str) -> None:
        self.chosen.emit(int(key))

    def _on_wave(self) -> None:
        self.chosen.emit(int(self.waves.currentData()))

    def open_people(self) -> None:
        """Choose of whom figures are shown."""
        popup = PeopleFilter(self._question, self._titles, self._labels, self.asked.emit, self)
        popup.open_under(self.people)
        popup.questions.setFocus()

    def _labels(self, name: str) -> list[tuple[str, int]]:
        """The answers to a question with how many gave each."""
        if self._wave is None or not name:
            return []
        from cxstudio.analysis.survey.segments import labels, members

        groups = segment(self._wave.responses, name)
        return [(label, int(members(groups, label).sum())) for label in labels(groups)]


def _months(waves: Sequence[Wave]) -> list[tuple[str, str]]:
    """A few waves of different months are called by these; none when they are not."""
    days = [wave.dated for wave in waves if wave.dated is not None]
    names = [formats.month(day, theme.language()) for day in days]
    if not 1 < len(waves) <= SIDE_BY_SIDE or len(set(names)) < len(waves):
        return []
    return [(str(wave.id), name) for wave, name in zip(waves, names, strict=True)]
