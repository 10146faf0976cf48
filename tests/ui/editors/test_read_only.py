"""A file that is open to read only: the pages show it and change nothing."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from cxstudio.model import Department, Kpi, Principle, Stakeholder, WorksheetAnswer
from cxstudio.ui.pages import BY_KEY
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

PAGES = ("engagement", "worksheet", "organisation", "stakeholders", "strategy", "kpis")


@pytest.fixture
def reading(workspace, tmp_path):
    with workspace.change("x") as change:
        for cls in (Department, Kpi, Stakeholder, Principle, WorksheetAnswer):
            change.add(cls(position=0))
            change.add(cls(position=1))
    copy = workspace.file.in_memory()
    reading = Workspace(copy, Settings(tmp_path / "reading.ini"))
    yield reading
    reading.close()
    copy.close()


@pytest.mark.parametrize("key", PAGES)
def test_nothing_can_be_written(qtbot, reading, key):
    page = BY_KEY[key].build(reading)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.new_record()
    pane = getattr(page, "pane", None)
    if pane is not None:
        page.duplicate_record()
        page.delete_record()
        pane.rows.move(pane.rows.ids[0], 2)
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    assert [f.accessibleName() for f in fields if f.isEnabled()] in ([], ["Filter"])
    assert not reading.file.undo_steps
