"""The report's page: sections, words, preview, check, and the Word file at the end."""

import zipfile

import pytest
from acts import look_at, wear
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.model import Engagement, Evidence, Gap, Initiative, ReportSection, Stakeholder
from cxstudio.report.checks.finding import Finding
from cxstudio.report.checks.whole import Findings
from cxstudio.report.difference import changes
from cxstudio.report.docx.kept_text import read
from cxstudio.report.sections import TITLES
from cxstudio.report.telling import nobody
from cxstudio.report.texts import Texts
from cxstudio.ui import saving, widgets
from cxstudio.ui.documents import written
from cxstudio.ui.editors.report.compare import CompareDialog, said_by
from cxstudio.ui.editors.report.listing import INCLUDED
from cxstudio.ui.editors.report.page import ReportPage
from cxstudio.ui.forms.mark_picker import MarkPicker
from cxstudio.ui.shell import export
from cxstudio.ui.tasks import Progress
from cxstudio.ui.widgets.record_rows import Row


@pytest.fixture
def page(qtbot, workspace):
    page = ReportPage(workspace)
    qtbot.addWidget(page)
    page.resize(1500, 900)
    page.show()
    return page


@pytest.fixture
def ready(qtbot, page, workspace):
    with workspace.change("records") as change:
        change.add(Evidence(number=1, text="The bus left without us.", speaker="x"))
        change.add(Gap(number=1, title="Nobody owns the way"))
    page.set_up()
    settled(qtbot, page)
    return page


def settled(qtbot, page):
    """Wait until preview and check have followed."""
    qtbot.waitUntil(
        lambda: not page._timer.isActive() and not page.workspace.tasks.busy, timeout=8000
    )


def section(workspace, key):
    return workspace.file.all(ReportSection, ReportSection.key == key)[0]


def test_looking_at_it_writes_nothing(page, workspace):
    assert workspace.file.count(ReportSection) == 0
    assert not workspace.file.undo_steps


def test_setting_up_makes_all_sections_in_one_step(page, workspace):
    page.set_up()
    assert [s.key for s in workspace.file.all(ReportSection)] == list(TITLES)
    assert len(workspace.file.undo_steps) == 1
    workspace.undo()
    assert workspace.file.count(ReportSection) == 0


def test_typing_a_message_shows_in_the_preview(qtbot, ready, workspace):
    field = ready.words.fields["message"]
    field.setFocus()
    qtbot.keyClicks(field, "Buses come late on 3 of 5 days")
    workspace.flush_requested.emit()
    assert section(workspace, "summary").message == "Buses come late on 3 of 5 days"
    qtbot.waitUntil(lambda: "Buses come late" in ready.paper.plain_text(), timeout=8000)


def test_a_mark_behind_the_message_stands_below_the_heading(qtbot, ready, workspace):
    for name, typed in (("message", "Buses come late [E-"), ("lead", "We asked [E-")):
        field = ready.words.fields[name]
        field.setFocus()
        qtbot.keyClicks(field, typed)
        picker = field.findChild(MarkPicker)
        picker.field.setText("E-001")
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    text = section(workspace, "summary")
    assert (text.message, text.lead) == ("Buses come late [E-001]", "We asked [E-001]")
    assert ready.words.length.text().startswith("Message: 15 of")
    settled(qtbot, ready)
    told = ready.paper.plain_text()
    assert "Buses come late\n" in told and told.count("E\u2011001 · one source") == 2


def test_a_text_with_no_break_spaces_is_not_written_by_being_shown(qtbot, ready, workspace):
    text, id = "Changed (z\u00a0=\u00a07.3). [E-001]\nAnd more.", section(workspace, "vision").id
    with workspace.change("words") as change:
        change.get(ReportSection, id).narrative = text
    steps = len(workspace.file.undo_steps)
    ready.pane.choose(id)
    settled(qtbot, ready)
    workspace.flush_requested.emit()
    assert ready.words.fields["narrative"].value() == text == section(workspace, "vision").narrative
    assert len(workspace.file.undo_steps) == steps


def test_a_mark_in_the_text_leads_to_the_evidence(qtbot, ready, workspace):
    went = []
    workspace.place_requested.connect(lambda kind, id: went.append((kind, id)))
    ready.follow("E-001")
    assert went == [("evidence", 1)]
    ready.follow("E-999")
    ready.follow("nonsense")
    assert len(went) == 1


def test_the_suggestion_is_a_placeholder_until_it_is_used(qtbot, ready, workspace):
    ready.show_record("report_section", section(workspace, "gaps").id)
    settled(qtbot, ready)
    offered = ready.words.fields["message"].placeholderText()
    assert offered == "1 gap has been found, 0 scored"
    assert section(workspace, "gaps").message == ""
    ready.words.use("message")
    assert section(workspace, "gaps").message == offered


def test_space_switches_and_alt_arrows_move(qtbot, ready, workspace):
    first = section(workspace, "summary").id
    ready.pane.choose(first)
    qtbot.keyClick(ready.pane._view, Qt.Key.Key_Space)
    assert not section(workspace, "summary").included
    assert ready.pane.rows.data(ready.pane.rows.index(0), INCLUDED) is False
    ready.pane._on_step(1)
    assert [s.key for s in workspace.file.all(ReportSection)][:2] == ["approach", "summary"]
    workspace.undo()
    workspace.undo()
    assert section(workspace, "summary").included


def test_language_and_reader_are_the_engagements(qtbot, ready, workspace):
    ready._on_language("ja")
    ready.settings._on_reader("internal")
    one = workspace.file.one(Engagement, 1)
    assert (one.report_language, one.audience) == ("ja", "internal")
    settled(qtbot, ready)
    assert "エグゼクティブサマリー" in ready.paper.plain_text()
    with workspace.change("note") as change:
        change.add(Stakeholder(number=1, role="Planner", notes="Short of drivers"))
    ready.pane.choose(section(workspace, "team_notes").id)
    settled(qtbot, ready)
    assert "Short of drivers" in ready.paper.plain_text()
    ready.settings._on_reader("client")
    settled(qtbot, ready)
    assert "Short of drivers" not in ready.paper.plain_text()


def test_the_check_finds_what_rests_on_nothing_and_goes_there(qtbot, ready, workspace):
    kinds = {finding.kind for finding in ready.check.found}
    assert "gap" in kinds
    finding = next(one for one in ready.check.found if one.kind == "gap")
    assert finding.text == "Nobody owns the way"
    with workspace.change("long") as change:
        change.get(ReportSection, section(workspace, "gaps").id).message = "long " * 30
    settled(qtbot, ready)
    assert any("too long" in one.text for one in ready.check.found)
    many = tuple(Finding(f"{n}", "Because.", "gap", n, grave=False) for n in range(14))
    ready.check.show_findings(Findings(0, 0, many, ()))
    shows = [*ready.check.findChildren(QPushButton)]
    assert not any(one.accessibleName() == "Show 13" for one in shows)
    ready.check.show_all()  # "and 2 more" shows them, each with its way to the place
    shows = [*ready.check.findChildren(QPushButton)]
    assert any(one.accessibleName() == "Show 13" for one in shows)


def test_saving_writes_a_word_file_in_the_background(qtbot, ready, workspace, tmp_path):
    path = tmp_path / "報告書 report.docx"
    with qtbot.waitSignal(workspace.tasks.finished, timeout=15000):
        export.save(ready, workspace, export.the_report(workspace), path)
    with zipfile.ZipFile(path) as package:
        assert b"E_001" in package.read("word/document.xml")
    assert [p.name for p in tmp_path.glob("*.docx")] == [path.name]


def test_a_target_that_cannot_be_written_is_told_kindly(
    qtbot, ready, workspace, tmp_path, monkeypatch
):
    told = []
    monkeypatch.setattr(saving, "tell", lambda _window, title, text: told.append((title, text)))
    target = tmp_path / "taken.docx"
    target.mkdir()
    (target / "inside").write_text("x")
    export.save(ready, workspace, export.the_report(workspace), target)
    qtbot.waitUntil(lambda: bool(told), timeout=15000)
    assert "taken.docx" in told[0][1]
    assert "another folder or name" in told[0][1]
    assert not list(tmp_path.glob(".taken*"))


def test_an_unfit_template_is_told_kindly(qtbot, ready, workspace, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(saving, "tell", lambda _window, title, text: told.append(text))
    bad = tmp_path / "bad.docx"
    bad.write_text("no Word file")
    ready.settings.use(str(bad))
    settled_or_failed = tmp_path / "out.docx"
    export.save(ready, workspace, export.the_report(workspace), settled_or_failed)
    qtbot.waitUntil(lambda: bool(told), timeout=15000)
    assert not settled_or_failed.exists()


def test_the_name_offered_can_be_a_file_name(workspace):
    with workspace.change("x") as change:
        change.get(Engagement, 1).title = "A/B: what?"
    name = export.the_report(workspace).name
    assert name.endswith(".docx")
    assert not set('\\/:*?"<>|') & set(name)


def test_deleting_a_section_can_be_undone(ready, workspace):
    ready.pane.choose(section(workspace, "vision").id)
    ready.remove()
    assert "vision" in ready.missing()
    workspace.undo()
    assert "vision" not in ready.missing()


def test_a_suggestion_is_not_offered_where_something_is_written(ready, workspace):
    ready.words.suggest(Texts("Suggested", "", ""))
    assert ready.words._uses["message"].isVisibleTo(ready)
    with workspace.change("x") as change:
        change.get(ReportSection, ready.id).message = "Mine"
    assert not ready.words._uses["message"].isVisibleTo(ready)
    use = ready.words._uses["narrative"]
    with workspace.change("words") as change:
        change.get(ReportSection, ready.id).narrative = "Mine.\n- One"
    ready.words.suggest(Texts("", "", "- One\n- Two"))
    assert not use.isHidden() and use.toolTip() == "- Two"  # what the text does not have
    ready.words.use("narrative")
    assert workspace.file.get(ReportSection, ready.id).narrative == "Mine.\n- One\n- Two"
    assert use.isHidden()


def test_it_opens_in_every_look(qtbot, workspace, looks):
    for language, name in looks:
        wear(language, name)
        page = ReportPage(workspace)
        qtbot.addWidget(page)
        page.resize(1500, 900)
        look_at(page)


def test_nothing_is_read_once_the_file_is_closed(qtbot, ready, workspace):
    with workspace.change("words") as change:
        change.get(ReportSection, ready.id).lead = "The bus is full."
    assert ready._timer.isActive()
    workspace.closed.emit()
    assert not ready._timer.isActive()


def test_each_initiative_has_a_heading_computed_until_it_is_written(qtbot, ready, workspace):
    with workspace.change("initiative") as change:
        change.add(Initiative(number=1, title="Name one person"))
    ready.pane.choose(section(workspace, "initiatives").id)
    settled(qtbot, ready)
    heading = ready.words.pages.fields["I-01"]
    assert heading.field.placeholderText() == "Name one person"
    assert heading.origin.text() == "Computed"
    heading.field.setFocus()
    qtbot.keyClicks(heading.field, "One person answers for the way")
    workspace.flush_requested.emit()
    assert heading.origin.text() == "Your words"
    assert section(workspace, "initiatives").narrative == "## [I-01] One person answers for the way"
    settled(qtbot, ready)
    assert "One person answers for the way" in ready.paper.plain_text()
    workspace.undo()
    assert section(workspace, "initiatives").narrative == ""
    assert heading.field.toPlainText() == ""


def test_what_a_template_needs_said_stands_below_its_name(qtbot, ready, tmp_path):
    broken = tmp_path / "firm.docx"
    broken.write_bytes(b"no zip at all")
    ready.settings.use(str(broken))
    settled(qtbot, ready)
    texts = [label.text() for label in ready.settings.findChildren(widgets.Label)]
    assert any("firm.docx" in text for text in texts)
    broken.unlink()
    ready._follow_up()
    settled(qtbot, ready)
    texts = [label.text() for label in ready.settings.findChildren(widgets.Label)]
    assert "firm.docx is no longer there. The report has CX Studio’s own look." in texts


def test_what_changed_since_the_clients_version_is_listed(qtbot, ready, workspace, tmp_path):
    path = tmp_path / "sent.docx"
    with workspace.file.in_memory() as copy:
        path.write_bytes(written(export.the_report(workspace).build, None, copy, nobody))
    with workspace.change("later") as change:
        change.get(Gap, workspace.file.all(Gap)[0].id).title = "Nobody owns the whole way"
        change.add(Gap(number=2, title="Signs end at the exit"))
    found = changes(read(path), said_by(workspace, workspace.file)(Progress(nobody)))
    assert any("whole way" in one.after for one in found if one.how == "changed")
    dialog = CompareDialog(found, path.name, ready)
    qtbot.addWidget(dialog)
    assert str(len(found)) in dialog.sentence.text()
    nothing = CompareDialog([], path.name, ready)
    qtbot.addWidget(nothing)
    assert nothing.sentence.text() == "The report says what it said then."


def test_the_text_is_formatted_by_keys_and_buttons_and_paste_is_cleaned(qtbot, ready, workspace):
    field, bar = ready.words.fields["narrative"], ready.words.bar
    field.setPlainText("buses do not wait")
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(6)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "buses **do** not wait"
    assert bar.buttons["bold"].isChecked()
    for key, taken in ((Qt.Key.Key_B, True), (Qt.Key.Key_K, field.textCursor().hasSelection()),
                       (Qt.Key.Key_S, False)):  # fmt: skip
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        asked.ignore()
        QApplication.sendEvent(field, asked)
        assert asked.isAccepted() == taken  # else the rail would fold
    field.undo()
    assert field.toPlainText() == "buses do not wait"
    bar.buttons["bullet"].click()
    assert field.toPlainText() == "- buses do not wait"
    assert bar.buttons["bullet"].isChecked() and not bar.buttons["number"].isChecked()
    field.moveCursor(cursor.MoveOperation.End)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    pasted = QMimeData()
    pasted.setText("one\u200b\r\n•\ttwo")
    pasted.setHtml("<b>one</b>")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "- buses do not wait\n- one\n- two"
    qtbot.waitUntil(lambda: "- two" in workspace.file.get(ReportSection, ready.id).narrative)
    bar.buttons["comment"].click()
    settled(qtbot, ready)
    assert "%% two" in field.toPlainText()
    assert "buses do not wait" in ready.paper.plain_text()
    assert "two" not in ready.paper.plain_text()


def test_an_evidence_mark_is_found_by_words_and_put_in_as_one_step(qtbot, ready, workspace):
    field = ready.words.fields["narrative"]
    field.setFocus()
    qtbot.keyClicks(field, "Buses do not wait. [E-")
    picker = field.marking.picker
    assert picker.rows.rows[-1][Row.CODE] == "assumption"
    picker.field.setText("LEFT without")
    assert [row[Row.CODE] for row in picker.rows.rows] == ["E-001"]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    text = section(workspace, "summary").narrative
    assert text == field.toPlainText() == "Buses do not wait. [E-001]"
    workspace.undo()
    assert section(workspace, "summary").narrative == "Buses do not wait. [E-"
    qtbot.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.marking.picker.field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "Buses do not wait. [E-"
    assert not ready.words.bar.buttons["evidence"].isCheckable()
