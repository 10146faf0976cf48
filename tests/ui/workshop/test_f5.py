"""F5 in the whole window: the dialog, the show, going on, and the laptop's console."""

import shutil

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Card, Workshop
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.window import MainWindow
from cxstudio.ui.workshop.console import Console
from cxstudio.ui.workshop.starting import ResumeDialog, StartDialog, mapped


def answer(press) -> None:
    """Press something in the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, act)
        else:
            press(dialog)

    QTimer.singleShot(50, act)


def open_window(qtbot, workspace, tmp_path) -> MainWindow:
    path = tmp_path / "copy.cxs"
    shutil.copy(workspace.file.path, path)
    window = MainWindow(Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1400, 900)
    assert window.open_path(path)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_f5_starts_a_workshop_and_offers_to_go_on(qtbot, workspace, made, tmp_path):
    window = open_window(qtbot, workspace, tmp_path)
    answer(lambda dialog: (dialog.people.setValue(12), dialog.accept()))
    QTest.keyClick(window, Qt.Key.Key_F5)
    show = window.workshop
    assert show is not None and show.projector.isFullScreen()
    assert show.session.workshop.people == 12
    qtbot.waitUntil(show.projector.capture.hasFocus)
    QTest.keyClicks(show.projector.capture, "Two stops")
    QTest.keyClick(show.projector.capture, Qt.Key.Key_Return)
    assert "Two stops" in show.projector.texts()
    show.projector.close()
    assert show.over and window.workspace.file.count(Card, Card.text == "Two stops") == 1

    qtbot.waitUntil(window.isActiveWindow)
    answer(lambda dialog: dialog._go_on())
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.workspace.file.count(Workshop) == 1
    assert window.workshop is not show and not window.workshop.over
    window.workshop.projector.end()
    window.workshop.projector.report_wanted.emit()
    assert "It is in the report" in window.workshop.projector.texts()
    window.close()


def test_closing_the_window_leaves_the_workshop_in_order(qtbot, workspace, made, tmp_path):
    window = open_window(qtbot, workspace, tmp_path)
    answer(StartDialog.accept)
    window.start_workshop()
    window.close()
    assert window.workshop.over


def test_the_dialogs_say_what_will_happen(qtbot, workspace, made, projector):
    start = StartDialog(None, mapped(workspace), (8, 3, 10))
    resume = ResumeDialog(None, projector.session.workshop)
    for dialog in (start, resume):
        qtbot.addWidget(dialog)
        dialog.show()
    assert start.journey_id == made.journey and start.people.value() == 8
    assert "First visit" in resume.sentence.text()


def test_the_console_shows_what_the_room_does_not_see(qtbot, workspace, projector):
    console = Console(projector.session, projector.countdown, projector)
    qtbot.addWidget(console)
    console.resize(1440, 900)
    console.show()
    assert "The director sells the line" in console._withheld.text()
    assert "Nothing is parked." in console._parked.text()
    projector.session.set_parking(True)
    projector.session.capture("Who pays?")
    assert "Who pays?" in console._parked.text()
    QTest.keyClick(console, Qt.Key.Key_PageDown)
    assert "Explore" in console._where.text()
    QTest.keyClicks(console._notes, "Ask about winter")
    workspace.flush_requested.emit()
    assert projector.session.workshop.notes == "Ask about winter"
    console._people.setValue(7)
    console._minutes.setValue(5)
    assert projector.session.workshop.people == 7 and projector.countdown.text() == "05:00"
