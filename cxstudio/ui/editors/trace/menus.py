"""The menus of the traceability page, and what it offers to the command palette."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from cxstudio.i18n import _
from cxstudio.ui import pages, saving, widgets
from cxstudio.ui.editors.trace.export import copy, export
from cxstudio.ui.page import Command

if TYPE_CHECKING:
    from cxstudio.ui.editors.trace.page import TracePage


class Menus:
    """Built each time they are opened."""

    def __init__(self, page: TracePage) -> None:
        self._page = page

    def show_export(self) -> None:
        """What the Export button offers, below it."""
        page = self._page
        saving.show_menu(page.export_button, partial(export, page), partial(copy, page))

    def show(self, at: QPoint) -> None:
        """What can be done with the chosen record, at a place of the screen."""
        self.built().exec(at)

    def built(self) -> widgets.Menu:
        """The menu of the chosen record, or of the chain when none is chosen."""
        page = self._page
        menu = widgets.menu(page)
        node = page.node_of(page.chosen) if page.chosen is not None else None
        if node is not None:
            here = page.shown.nodes[node]
            if here.count:
                text = _("Fold this group") if here.open else _("Open this group")
                menu.addAction(text, partial(page.fold, node))
            if here.end.kind in pages.PAGE_OF:
                text = _("Go to {code}").format(code=here.code)
                menu.addAction(text, partial(page.open, here.end.record))
            menu.addAction(_("Only this chain"), partial(page.alone.setChecked, True))
            menu.addSeparator()
        menu.addAction(_("Show all"), page.show_all)
        menu.addAction(_("Copy as picture"), partial(copy, page))
        return menu

    def commands(self) -> Sequence[Command]:
        """What Ctrl+K offers besides."""
        page = self._page
        return (
            Command("git-fork", _("Only this chain"), "", page.alone.toggle),
            Command("list-filter", _("Show the whole chain"), "", page.show_all),
            Command("maximize", _("Fit the whole chain"), "Ctrl+1", page.view.fit),
            Command("copy", _("Copy as picture"), "", partial(copy, page)),
        )
