"""An engagement open in a workspace, as every page gets it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from acts import wear
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cxstudio.store import EngagementFile
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace


@pytest.fixture
def workspace(themed: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on a new, empty file."""
    file = EngagementFile.create(tmp_path / "engagement.cxs", client="Fukui Prefecture")
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.flush_requested.emit()
    workspace.close()
    file.close()


@pytest.fixture
def looks(themed: QApplication) -> Iterator[list[tuple[str, str]]]:
    """(language, theme) of every look; the first is put back in the end.

    A new theme restyles every widget, so those that earlier tests left are deleted first.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield [("en", "light"), ("ja", "dark"), ("en", "projector")]
    wear("en", "light")
