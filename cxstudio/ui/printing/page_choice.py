"""How a map comes onto paper: on one page or several, which paper, which way, how large."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.drawing.journey.export import LONG_SIDE_MM, Paper
from cxstudio.drawing.journey.poster import Pages, poster, tiles
from cxstudio.drawing.journey.sheet import Sheet
from cxstudio.drawing.journey.tiles import Turn
from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.printing.saving import labelled

POSTER, TILES = "poster", "tiles"
EXACT = ""


class PageChoice(QWidget):
    """`changed` when the user chose; `pages(sheet)` is what was chosen.

    With `exact` a page as large as the map is offered, which a printer could not print.
    """

    changed = Signal()

    def __init__(self, exact: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exact = exact
        self.layout_choice = widgets.Segmented(
            [(POSTER, _("One page")), (TILES, _("Pages to glue together"))], _("Pages")
        )
        self.paper = widgets.Choice()
        self.turn = widgets.Segmented(
            [
                ("auto", _("Automatic")),
                ("portrait", pgettext("orientation", "Portrait")),
                ("landscape", pgettext("orientation", "Landscape")),
            ],
            _("Orientation"),
        )
        self.whole = widgets.Choice()
        self.whole.addItem(_("As on screen (100 %)"), EXACT)
        for paper in ("A3", "A2", "A1", "A0"):
            self.whole.addItem(_("About {paper}").format(paper=paper), paper)
        self._lay_out()
        self._fill_papers()
        self._show_fields()
        self.layout_choice.chosen.connect(self._on_layout)
        self.turn.chosen.connect(self._on_changed)
        self.paper.activated.connect(self._on_changed)
        self.whole.activated.connect(self._on_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._fields = {
            "pages": labelled(_("Pages"), self.layout_choice),
            "whole": labelled(_("Size when glued"), self.whole),
            "paper": labelled(_("Paper"), self.paper),
            "turn": labelled(_("Orientation"), self.turn),
        }
        for label, field in self._fields.values():
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(theme.px(4))

    def _fill_papers(self) -> None:
        before = self.paper.currentData()
        self.paper.clear()
        single = self.layout_choice.key() != TILES
        if single and self._exact:
            self.paper.addItem(_("As large as the map"), EXACT)
        for paper in LONG_SIDE_MM if single else ("A4", "A3", "A2"):
            self.paper.addItem(paper, paper)
        self.paper.setCurrentIndex(max(0, self.paper.findData(before or "A3" if single else "A4")))

    def _on_layout(self, _key: str) -> None:
        self._fill_papers()
        self._on_changed()

    def _on_changed(self, _choice: object = None) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        shown = {
            "whole": self.layout_choice.key() == TILES,
            "turn": self.paper.currentData() != EXACT,
        }
        for name, visible in shown.items():
            for widget in self._fields[name]:
                widget.setVisible(visible)

    def choose(self, layout: str, paper: str = "A4", whole: str = EXACT) -> None:
        """Choose for the user, as a beginning."""
        self.layout_choice.choose(layout)
        self._fill_papers()
        self.paper.setCurrentIndex(max(0, self.paper.findData(paper)))
        self.whole.setCurrentIndex(max(0, self.whole.findData(whole)))
        self._on_changed()

    def pages(self, sheet: Sheet) -> Pages:
        """The sheet on the pages that were chosen."""
        turn = cast(Turn, self.turn.key() or "auto")
        paper = cast(Paper, self.paper.currentData())
        if self.layout_choice.key() == TILES:
            whole = self.whole.currentData()
            return tiles(sheet, paper, turn, cast(Paper, whole) if whole else None)
        return poster(sheet, paper if paper != EXACT else None, turn)

    def paper_name(self) -> str:
        """The paper's name, for a sentence; empty for a page as large as the map."""
        return str(self.paper.currentData() or "")


def in_words(pages: Pages, paper: str) -> str:
    """How many pages of what, and how large the whole is."""
    count = ngettext("{count} page", "{count} pages", pages.count).format(count=pages.count)
    lying = pages.paper[0] > pages.paper[1]
    way = pgettext("orientation", "landscape") if lying else pgettext("orientation", "portrait")
    cm = " × ".join(f"{side / 10:.0f}" for side in pages.size)
    if not paper:
        return _("{count}, {size} cm").format(count=count, size=cm)
    words = _("{count} {paper} {way}, the map {size} cm")
    return words.format(count=count, paper=paper, way=way, size=cm)
