"""The page of evidence: insights, the table of all evidence, themes."""

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from cxstudio.model import Attachment, Evidence, EvidenceTheme, Gap, Insight, Link, Theme
from cxstudio.model.chain import End
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.evidence import EvidencePage
from cxstudio.ui.editors.evidence.rows import Filter, read_pieces
from cxstudio.ui.editors.evidence.themes_view import merge_themes
from cxstudio.ui.evidence.cards import EvidenceCard
from cxstudio.ui.workspace import MIME


@pytest.fixture
def made(workspace: object) -> dict[str, int]:
    """Three pieces of evidence, two themes, one insight."""
    with workspace.change("x") as change:
        pieces = {
            "bus": Evidence(evidence_kind="comment", text="The bus was full.", sentiment=-1),
            "map": Evidence(evidence_kind="observation", text="A map by hand", sentiment=1),
            "nps": Evidence(evidence_kind="figure", text="NPS −12", n=120),
        }
        ids = {name: change.add(piece).id for name, piece in pieces.items()}
        ids["seats"] = change.add(Theme(name="Seats", position=0)).id
        ids["buses"] = change.add(Theme(name="Buses", position=1)).id
        for theme in ("seats", "buses"):
            change.add(EvidenceTheme(evidence_id=ids["bus"], theme_id=ids[theme]))
        change.add(EvidenceTheme(evidence_id=ids["map"], theme_id=ids["seats"]))
        ids["insight"] = change.add(Insight(statement="Nobody knows the seats")).id
    workspace.link(End("evidence", ids["nps"]), End("insight", ids["insight"]))
    workspace.file.undo_steps.clear()
    return ids


@pytest.fixture
def page(qtbot, workspace, made):
    page = EvidencePage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.activateWindow()
    return page


# -- insights ----------------------------------------------------------------------------


def test_an_insight_is_written_linked_by_a_drop_and_deleted(qtbot, page, workspace, made):
    view = page.insights
    view.new_record()
    qtbot.keyClicks(view.focusWidget(), "The desk guesses")
    workspace.flush_requested.emit()
    insight = workspace.file.one(Insight, view.id)
    assert insight.statement == "The desk guesses"
    assert drop(view.form.viewport(), "evidence", made["bus"])
    assert workspace.chain.strength(End("insight", view.id)) == "thin"
    assert view._under._cards.count() == 1
    view.delete_record()
    assert workspace.file.count(Insight) == 1
    workspace.undo()
    assert workspace.file.count(Insight) == 2


def test_insights_are_reordered_and_duplicated(page, workspace, made):
    view = page.insights
    page.show_record("insight", made["insight"])
    view.duplicate_record()
    first, second = view.pane.rows.ids
    assert workspace.chain.evidence_of(End("insight", second)) == [made["nps"]]
    view.pane.rows.move(second, 0)
    assert [record.id for record in workspace.file.all(Insight)] == [second, first]


def test_a_link_is_taken_off(page, workspace, made):
    page.show_record("insight", made["insight"])
    card = page.insights._under._cards.itemAt(0).widget()
    card._unlink()
    assert workspace.file.count(Link) == 0
    assert page.insights._under._cards.count() == 0


def test_a_gap_rests_on_the_insight_by_a_drop(page, workspace, made):
    with workspace.change("x") as change:
        gap = change.add(Gap(title="No seats shown")).id
    page.show_record("insight", made["insight"])
    drop(page.insights.form.viewport(), "gap", gap)
    assert workspace.chain.rests_on(End("gap", gap))[0][0] == End("insight", made["insight"])
    assert page.insights._above._cards.count() == 1


# -- evidence ----------------------------------------------------------------------------


def test_filters_narrow_the_table(qtbot, page, workspace, made):
    page.show_view("pieces")
    view = page.pieces
    qtbot.keyClicks(view.filters.search, "MAP")
    assert view.table.ids == [made["map"]]
    view.filters.clear()
    view.filters.theme.setCurrentText("Buses")
    view.filters.changed.emit()
    assert view.table.ids == [made["bus"]]
    view.filters.clear()
    view.filters.unused.click()
    assert view.table.ids == [made["bus"], made["map"]]
    assert page.status() == "3 pieces of evidence, 1 insight, 2 themes"


def test_a_figure_has_no_feeling(workspace, made):
    pieces = read_pieces(workspace)
    assert [piece.sentiment for piece in pieces] == [-1, 1, None]
    assert [p.id for p in pieces if Filter(sentiment=-1).takes(p)] == [made["bus"]]


@pytest.mark.parametrize("kind", ["comment", "figure", "document", "observation"])
def test_each_kind_is_added_and_typed(qtbot, page, workspace, kind):
    page.show_view("pieces")
    page.pieces.add(kind)
    qtbot.keyClicks(page.pieces.focusWidget(), "What it says")
    workspace.flush_requested.emit()
    evidence = workspace.file.all(Evidence)[-1]
    assert (evidence.evidence_kind, evidence.text) == (kind, "What it says")
    assert page.pieces.selected_ids() == [evidence.id]


def test_an_insight_is_made_from_several(page, workspace, made):
    page.show_view("pieces")
    view = page.pieces
    flags = QItemSelectionModel.SelectionFlag
    for id in (made["bus"], made["map"]):
        index = view.table.index(view.table.row_of_id(id), 0)
        view.rows.selectionModel().select(index, flags.Select | flags.Rows)
    asked = []
    workspace.place_requested.connect(lambda kind, id: asked.append((kind, id)))
    view.make_insight()
    insight = workspace.file.all(Insight)[-1]
    assert set(workspace.chain.evidence_of(End("insight", insight.id))) == {
        made["bus"],
        made["map"],
    }
    assert asked == [("insight", insight.id)]


def test_rows_carry_their_record_when_dragged(page, made):
    data = page.pieces.table.mimeData([page.pieces.table.index(0, 0)])
    assert bytes(data.data(MIME).data()).decode() == f"evidence:{made['bus']}"


def test_delete_key_and_undo(page, workspace, made):
    page.show_record("evidence", made["bus"])
    QTest.keyClick(page.pieces.rows, Qt.Key.Key_Delete)
    assert workspace.file.get(Evidence, made["bus"]) is None
    assert page.pieces.forms.id is None
    workspace.undo()
    assert workspace.file.one(Evidence, made["bus"]).text == "The bus was full."


def test_evidence_is_duplicated(page, workspace, made):
    page.show_record("evidence", made["bus"])
    page.pieces.duplicate_selected()
    assert workspace.file.count(Evidence) == 4
    assert workspace.file.count(EvidenceTheme) == 5


def test_a_document_is_kept_and_given_out(qtbot, page, workspace, tmp_path):
    page.show_view("pieces")
    page.pieces.add("document")
    path = tmp_path / "契約 2026.txt"
    path.write_text("for residents", "utf-8")
    box = page.pieces.forms.currentWidget().attachment
    box.attach(path)
    qtbot.waitUntil(lambda: workspace.file.count(Attachment) == 1, timeout=5000)
    attachment = workspace.file.all(Attachment)[0]
    assert (attachment.name, attachment.size) == ("契約 2026.txt", 13)
    assert box._name.text() == "契約 2026.txt"
    assert box._copy(attachment.sha256, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_text("utf-8") == "for residents"
    workspace.undo()
    assert workspace.file.count(Attachment) == 0


def test_a_file_that_cannot_be_read_is_told(qtbot, page, workspace, tmp_path):
    page.show_view("pieces")
    page.pieces.add("document")
    box = page.pieces.forms.currentWidget().attachment
    with qtbot.waitSignal(workspace.said, timeout=5000) as said:
        box.attach(tmp_path / "missing.pdf")
    assert "missing.pdf" in said.args[0]


# -- themes ------------------------------------------------------------------------------


def test_themes_are_renamed_counted_and_merged(qtbot, page, workspace, made):
    page.show_record("theme", made["seats"])
    view = page.themes
    name = view.form._bindings[0]._field
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Free seats")
    workspace.flush_requested.emit()
    assert workspace.file.one(Theme, made["seats"]).name == "Free seats"
    assert len(view.form.findChildren(EvidenceCard)) >= 2
    view.merge_into(made["buses"])
    ties = workspace.file.all(EvidenceTheme)
    assert [(tie.evidence_id, tie.theme_id) for tie in ties] == [
        (made["bus"], made["buses"]),
        (made["map"], made["buses"]),
    ]
    assert workspace.file.get(Theme, made["seats"]) is None
    workspace.undo()
    assert workspace.file.count(EvidenceTheme) == 3


def test_a_theme_deleted_leaves_its_evidence(page, workspace, made):
    page.show_record("theme", made["seats"])
    page.themes.delete_record()
    assert workspace.file.count(Evidence) == 3
    assert workspace.file.count(EvidenceTheme) == 1


def test_merging_is_one_step(workspace, made):
    merge_themes(workspace, made["seats"], made["buses"])
    assert len(workspace.file.undo_steps) == 1


# -- looks -------------------------------------------------------------------------------


def test_every_look(workspace, made, looks):
    for language, name in looks:
        wear(language, name)
        page = EvidencePage(workspace)
        for key in ("insights", "pieces", "themes"):
            page.show_view(key)
        page.show_record("evidence", made["bus"])
        look_at(page)


def test_an_empty_engagement_says_what_belongs_here(qtbot, workspace):
    page = EvidencePage(workspace)
    qtbot.addWidget(page)
    page.show()
    assert page.pieces._stack.currentIndex() == 1
    page.new_record()
    assert isinstance(workspace.file, EngagementFile)
    assert workspace.file.count(Evidence) == 1
    assert page.pieces._stack.currentIndex() == 0
