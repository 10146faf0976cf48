"""In which language, and with or without what is confidential."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.i18n import LANGUAGES, _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.printing.saving import labelled
from cxstudio.ui.printing.source import MapSource


class ReaderChoice(QWidget):
    """`changed` when the user chose."""

    changed = Signal()

    def __init__(self, source: MapSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = widgets.Segmented(list(LANGUAGES.items()), _("Language of the map"))
        self._language.choose(source.language)
        count = source.confidential()
        text = ngettext(
            "Leave out {count} confidential card", "Leave out {count} confidential cards", count
        )
        self._withheld = widgets.Toggle(text.format(count=count), text.format(count=count))
        self._withheld.setChecked(source.client)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for widget in labelled(_("Language of the map"), self._language):
            column.addWidget(widget)
        if count:
            column.addSpacing(theme.px(4))
            column.addWidget(self._withheld)
        else:
            self._withheld.setParent(self)
            self._withheld.hide()
        self._language.chosen.connect(self._on_changed)
        self._withheld.toggled.connect(self._on_changed)

    def _on_changed(self, _choice: object) -> None:
        self.changed.emit()

    @property
    def language(self) -> str:
        return self._language.key() or "en"

    @property
    def client(self) -> bool:
        """Whether confidential cards are left out."""
        return self._withheld.isChecked()
