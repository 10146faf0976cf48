"""The head of the preview: which page is looked at, the pages beside it, and their size."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.report.preview import Preview, Size
from cxstudio.ui.editors.report.preview_paper import Paper

SHARES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class Turning(widgets.ListHead):
    """“Page 14 of 24”, two arrows, and the size with its menu."""

    def __init__(self, view: Preview, paper: Paper) -> None:
        super().__init__()
        self._view, self._paper = view, paper
        self.before = widgets.icon_button("chevron-left", _("Page before"))
        self.after = widgets.icon_button("chevron-right", _("Next page"))
        self.zoom = widgets.outline("", small=True)
        self.before.clicked.connect(partial(view.go, -1))
        self.after.clicked.connect(partial(view.go, 1))
        self.zoom.clicked.connect(self._on_size)
        for part in (self.before, self.after, self.zoom):
            self.add_action(part)
        view.moved.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say which page it is and how large."""
        here, paper = self._view.page, self._paper
        if paper.first and paper.whole:
            words = _("Page {page} of {count}").format(page=paper.first + here, count=paper.whole)
        elif paper.count:
            words = _("Page {page} of {count} here").format(page=here + 1, count=paper.count)
        else:
            words = ""
        self.set_title(words)
        share = _("{share} %").format(share=round(100 * self._view.share))
        self.zoom.setText(share)
        self.zoom.setAccessibleName(_("Size of the pages: {share}").format(share=share))
        self.zoom.setToolTip(_("Size of the pages (Ctrl and the wheel)"))

    def _on_size(self) -> None:
        menu = widgets.menu(self)
        sizes: list[tuple[str, Size]] = [
            (_("As wide as the room"), "width"),
            (_("Whole page"), "page"),
        ]
        sizes += [(_("{share} %").format(share=round(100 * share)), share) for share in SHARES]
        for words, size in sizes:
            action = menu.addAction(words, partial(self._view.set_zoom, size))
            action.setCheckable(True)
            action.setChecked(size == self._view.zoom)
        menu.exec(self.zoom.mapToGlobal(QPoint(0, self.zoom.height() + theme.px(4))))
