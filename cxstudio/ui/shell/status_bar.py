"""The bar at the bottom: saved when, how confidential, counts, work under way, a hint."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.page import Page
from cxstudio.ui.workspace import Workspace


class StatusBar(widgets.Ground):
    """Quiet facts; the progress and Cancel of background work while there is any."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("window")
        self.workspace = workspace
        self._page: Page | None = None
        self._task = 0
        self.setFixedHeight(theme.px(28))
        self._saved = widgets.Label("", "small", "text_2")
        self._label = widgets.Label("", "small", "text_2")
        self._counts = widgets.Label("", "small", "text_2")
        self._hint = widgets.Label("", "small", "text_3")
        self._work = self._make_work()
        self._lay_out()
        self._connect()
        self.refresh()

    def _make_work(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._title = widgets.Label("", "small", "text_2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(theme.px(120), theme.px(6))
        self._bar.setAccessibleName(_("Progress"))
        self._cancel = widgets.link(_("Cancel"))
        self._cancel.clicked.connect(self._on_cancel)
        self._doing = widgets.Label("", "small", "text_3")
        for part in (self._title, self._bar, self._cancel, self._doing):
            row.addWidget(part)
        holder.hide()
        return holder

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(6))
        for icon, part in (("check", self._saved), ("lock", self._label)):
            row.addWidget(widgets.Glyph(icon, "text_3"))
            row.addWidget(part)
            row.addSpacing(theme.px(8))
        row.addWidget(self._counts)
        row.addSpacing(theme.px(16))
        row.addWidget(self._work)
        row.addStretch(1)
        row.addWidget(self._hint)

    def _connect(self) -> None:
        tasks = self.workspace.tasks
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_progress)
        tasks.said.connect(self._on_said)
        tasks.finished.connect(self._on_finished)
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the page was told, once
        self._soon.timeout.connect(self.refresh)
        self.workspace.changed.connect(self._refresh_soon)
        self.workspace.selected.connect(self._refresh_soon)
        self.workspace.closed.connect(self._soon.stop)

    def show_page(self, page: Page) -> None:
        self._page = page
        self.refresh()

    def _refresh_soon(self, _what: object) -> None:
        self._soon.start()

    def refresh(self) -> None:
        """Read anew what is saved and what the page counts."""
        self._soon.stop()
        file = self.workspace.file
        if file.read_only:
            self._saved.setText(_("Open to read only"))
        elif file.saved_at is None:
            self._saved.setText(_("Saved"))
        else:
            saved = dt.datetime.fromtimestamp(file.saved_at)  # noqa: DTZ006 - the user's clock
            self._saved.setText(_("Saved {time}").format(time=f"{saved:%H:%M}"))
        self._label.setText(file.engagement.confidentiality or _("No label"))
        self._counts.setText(self._page.status() if self._page else "")
        self._hint.setText(self._page.help_line if self._page else "")

    def _on_started(self, number: int, title: str) -> None:
        self._task = number
        self._title.setText(title)
        self._doing.setText("")
        self._bar.setRange(0, 0)
        self._hint.hide()  # room for what is being done
        self._work.show()

    def _on_progress(self, number: int, share: float) -> None:
        if number == self._task:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(share * 100))

    def _on_said(self, number: int, doing: str) -> None:
        if number == self._task:
            self._doing.setText(doing)

    def _on_finished(self, number: int) -> None:
        if number == self._task:
            self._work.hide()
            self._hint.show()

    def _on_cancel(self) -> None:
        self.workspace.tasks.cancel(self._task)
