"""What the window does with files: reading only, passphrases, snapshots, library and backups."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from cxstudio.model import Department
from cxstudio.store import EngagementFile, backup
from cxstudio.store.header import is_encrypted
from cxstudio.store.opening import open_file
from cxstudio.ui.library.backups_dialog import BackupsDialog
from cxstudio.ui.library.card import EngagementCard
from cxstudio.ui.library.new_engagement import NewEngagementDialog
from cxstudio.ui.library.view import LibraryView
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.history_dialog import HistoryDialog
from cxstudio.ui.shell.passphrase_dialog import PassphraseDialog
from cxstudio.ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed engagement with one department."""
    path = tmp_path / "渡し船 2026.cxs"
    with EngagementFile.create(path, client="Harbour Ferries") as file, file.change("Add") as c:
        c.add(Department(name="Ticket office"))
    return path


def answer(*steps: Callable[[QDialog], None]) -> list[QDialog]:
    """Do each step with the dialog that is open then, one dialog after the other."""
    seen: list[QDialog] = []

    def next_one() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or (seen and dialog is seen[-1]):
            QTimer.singleShot(30, next_one)
            return
        seen.append(dialog)
        if len(seen) < len(steps):
            QTimer.singleShot(30, next_one)
        steps[len(seen) - 1](dialog)

    QTimer.singleShot(30, next_one)
    return seen


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def type_and_accept(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return act


def test_a_file_in_use_can_be_read_and_not_written(open_window, path: Path, tmp_path: Path) -> None:
    with open_file(path):
        answer(lambda dialog: button(dialog, "Open to read").click())
        window: MainWindow = open_window(path, home=tmp_path)
        assert window.workspace.read_only
        assert window.view.status_bar._saved.text() == "Open to read only"
        window.view.show_page("organisation")
        QApplication.processEvents()
        fields = window.view.page.findChildren(QLineEdit)
        assert not any(field.isEnabled() for field in fields if field.text() == "Ticket office")
        window.new_record()
        window.view.page.delete_record()
        assert window.workspace.file.count(Department) == 1
        assert not window._actions["record"].isEnabled()
        window.close()


def test_a_wrong_passphrase_is_told_and_asked_again(
    open_window, path: Path, tmp_path: Path
) -> None:
    with open_file(path) as file:
        file.set_key("three plain words")
    faults: list[str] = []

    def second(dialog: QDialog) -> None:
        faults.append(dialog.fault.text())
        type_and_accept("three plain words")(dialog)

    answer(type_and_accept("wrong"), second)
    window = open_window(path, home=tmp_path)
    assert faults and faults[0]
    assert window.workspace.file.count(Department) == 1
    window.close()


def test_a_passphrase_is_set_changed_and_removed(open_window, path: Path, tmp_path: Path) -> None:
    window = open_window(path, home=tmp_path)
    setting = PassphraseDialog(window, window.workspace)
    setting._new.setText("one")
    setting._again.setText("two")
    setting._set()
    assert setting.fault.text() == "The two passphrases differ."
    setting._again.setText("one")
    setting._set()
    assert is_encrypted(path)
    changing = PassphraseDialog(window, window.workspace)
    changing._old.setText("not it")
    changing._remove()
    assert "not right" in changing.fault.text()
    assert is_encrypted(path)
    changing._old.setText("one")
    changing._remove()
    assert not is_encrypted(path)
    window.close()


def test_a_snapshot_is_taken_looked_at_restored_and_that_undone(
    open_window, path: Path, tmp_path: Path
) -> None:
    window = open_window(path, home=tmp_path)
    file = window.workspace.file
    answer(type_and_accept("Before the workshop"))
    window.take_snapshot()
    assert [one.name for one in file.snapshots()] == ["Before the workshop"]
    with window.workspace.change("Rename") as change:
        change.get(Department, 1).name = "Desk"
    history = HistoryDialog(window, window.workspace)
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        shown.append(dialog._file.one(Department, 1).name)
        dialog.reject()

    answer(look)
    history._look_at()
    assert shown == ["Ticket office"]
    assert file.one(Department, 1).name == "Desk"
    answer(lambda dialog: button(dialog, "Restore").click())
    history._restore_chosen()
    assert file.one(Department, 1).name == "Ticket office"
    window.undo()
    assert file.one(Department, 1).name == "Desk"
    window.close()


def test_the_library_shows_a_card_and_opens_it(
    open_window, path: Path, tmp_path: Path, qtbot
) -> None:
    Settings(tmp_path / "settings.ini").add_recent(path)
    window = open_window(home=tmp_path)
    library = window.centralWidget()
    assert isinstance(library, LibraryView)
    qtbot.waitUntil(lambda: bool(shown_cards(library)))
    card = shown_cards(library)[0]
    assert card.accessibleName() == "Harbour Ferries Harbour Ferries"
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert window.workspace.file.path == path
    window.close()


def shown_cards(library: LibraryView) -> list[EngagementCard]:
    return [card for card in library.findChildren(EngagementCard) if card.isVisible()]


def test_a_missing_file_says_so_in_the_library(
    open_window, path: Path, tmp_path: Path, qtbot
) -> None:
    Settings(tmp_path / "settings.ini").add_recent(tmp_path / "gone" / "away.cxs")
    library = open_window(home=tmp_path).centralWidget()
    qtbot.waitUntil(lambda: any(card._shelved.problem for card in shown_cards(library)))


def test_a_backup_is_restored_from_the_library(open_window, path: Path, tmp_path: Path) -> None:
    with open_file(path) as file:
        backup.make(file)
        with file.change("Rename") as change:
            change.get(Department, 1).name = "Desk"
    window = open_window(home=tmp_path)
    dialog = BackupsDialog(window)
    rows = [one.original for one in dialog._backups]
    dialog._list.setCurrentRow(rows.index(path))
    dialog._restore()
    with open_file(path) as file:
        assert file.one(Department, 1).name == "Ticket office"
    window.close()


def test_a_new_engagement_needs_a_client_and_equal_passphrases(open_window, tmp_path: Path) -> None:
    window = open_window(home=tmp_path)
    dialog = NewEngagementDialog(window, window.settings)
    dialog._create()
    assert dialog.fault.text()
    dialog.client.setText("Harbour / Ferries")
    dialog.passphrase.setText("one")
    dialog._create()
    assert "differ" in dialog.fault.text()
    dialog.again.setText("one")
    dialog._create()
    assert is_encrypted(dialog.file.path)
    dialog.file.close()
    window.close()
