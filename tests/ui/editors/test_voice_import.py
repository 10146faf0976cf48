"""Importing a survey in the window: what is understood, corrected and kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.analysis.survey.responses import responses_of
from cxstudio.exchange import mapping as profiles
from cxstudio.exchange.survey_reading import read_survey
from cxstudio.exchange.understanding import propose
from cxstudio.model import Wave
from cxstudio.ui.editors.voice import VoicePage
from cxstudio.ui.editors.voice.import_dialog import ImportDialog
from cxstudio.ui.editors.voice.importing import Read, SurveyImport
from cxstudio.ui.shell.dialog import Dialog

ROWS = [
    ("How likely are you to recommend us?", "Ease of booking", "Region", "Why?", "E-mail"),
    *(
        (str(n % 11), str(n % 5 + 1), "North" if n % 2 else "South", f"words {n}", f"{n}@a.example")
        for n in range(60)
    ),
    ("11", "3", "North", "", "x@a.example"),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "autumn.csv"
    path.write_text("\n".join(",".join(row) for row in ROWS) + "\n", "utf-8")
    return path


@pytest.fixture
def survey_import(qtbot, workspace) -> SurveyImport:
    parent = QWidget()
    qtbot.addWidget(parent)
    return SurveyImport(workspace, parent)


@pytest.fixture
def dialog(qtbot, survey_import, table) -> Iterator[ImportDialog]:
    survey = read_survey(table)
    dialog = survey_import.dialog(Read(survey, propose(survey)))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.reject()


def decide(then: Callable[[ImportDialog], None]) -> None:
    """When the import asks, do this to its dialog and press Import."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ImportDialog):
            QTimer.singleShot(50, found)
            return
        then(dialog)
        QTest.mouseClick(dialog._import, Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, found)


def close_message(texts: list[str]) -> None:
    """When something is told, note it and close it."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            QTimer.singleShot(50, found)
            return
        texts.append(dialog.sentence.text())
        dialog.accept()

    QTimer.singleShot(50, found)


def select(dialog: ImportDialog, name: str) -> None:
    names = [column.name for column in dialog.mapping.columns]
    dialog.table.selectRow(names.index(name))


def test_what_is_understood_is_shown(dialog):
    assert dialog.mapping.score == ROWS[0][0]
    assert dialog.mapping["Ease of booking"].role == "rating"
    assert dialog.mapping["E-mail"].role == "left_out"
    assert "61" in dialog.summary.text()
    assert dialog.meaning.reason.text()


def test_what_is_no_score_must_be_decided(dialog):
    assert not dialog.outcome.ready
    assert not dialog._import.isEnabled()
    assert "11" in dialog.notes.text()
    QTest.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
    assert dialog.outcome.ready
    assert dialog._import.isEnabled()
    assert "11" in dialog.mapping[ROWS[0][0]].no_answer


def test_a_meaning_is_corrected(dialog):
    select(dialog, "Region")
    role = dialog.meaning.role
    role.setCurrentIndex(role.findData("other"))
    role.activated.emit(role.currentIndex())
    assert dialog.mapping["Region"].role == "other"
    select(dialog, "Ease of booking")
    dialog.meaning.about.setText("Booking")
    dialog.meaning.about.editingFinished.emit()
    assert dialog.mapping["Ease of booking"].touchpoint == "Booking"
    assert role.currentData() == "rating"
    for key, stands_as in (("outcome", "outcome"), ("rating", "driver")):
        role.setCurrentIndex(role.findData(key))
        role.activated.emit(role.currentIndex())
        corrected = dialog.mapping["Ease of booking"]
        assert (corrected.role, corrected.stands_as) == ("rating", stands_as)
        assert role.currentData() == key
    codes = dialog.meaning.codes
    codes.item(0).setCheckState(Qt.CheckState.Checked)
    assert len(dialog.mapping["Ease of booking"].no_answer) == 1


def test_a_mapping_is_saved_and_used_again(dialog, tmp_path):
    dialog.count_as_none()
    kept = tmp_path / "kept.json"
    profiles.save(dialog.mapping, kept)
    select(dialog, "Region")
    dialog._correct({"role": "other"})
    dialog.load_from(kept)
    assert dialog.mapping["Region"].role == "segment"


def test_a_file_becomes_a_wave_that_can_be_undone(qtbot, workspace, survey_import, table):
    def then(dialog: ImportDialog) -> None:
        dialog.count_as_none()
        dialog.name.setText("Autumn")

    decide(then)
    survey_import.start(table)
    qtbot.waitUntil(lambda: workspace.file.count(Wave) == 1, timeout=20_000)
    wave = workspace.file.all(Wave)[0]
    assert (wave.name, wave.rows) == ("Autumn", 61)
    responses = responses_of(wave, workspace.file.blob)
    assert "E-mail" not in responses.names
    assert responses.column(ROWS[0][0]).notna().sum() == 60
    workspace.undo()
    assert workspace.file.count(Wave) == 0
    workspace.redo()
    page = VoicePage(workspace)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: not page.room.busy)
    assert page.figures.score.n == 60


def test_the_same_file_is_noticed_and_its_mapping_offered(qtbot, workspace, survey_import, table):
    def then(dialog: ImportDialog) -> None:
        dialog.count_as_none()
        select(dialog, "Why?")
        dialog._correct({"role": "segment"})

    decide(then)
    survey_import.start(table)
    qtbot.waitUntil(lambda: workspace.file.count(Wave) == 1, timeout=20_000)
    survey = read_survey(table)
    again = survey_import.dialog(Read(survey, propose(survey)))
    qtbot.addWidget(again)
    assert "autumn" in again.notes.text()
    assert again.mapping["Why?"].role == "segment"
    assert again.outcome.ready


def test_what_cannot_be_read_is_told(qtbot, workspace, survey_import, tmp_path):
    told: list[str] = []
    close_message(told)
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    survey_import.start(empty)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "empty.csv" in told[0]
    assert workspace.file.count(Wave) == 0
