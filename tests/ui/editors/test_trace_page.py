"""The traceability page: walking, filtering, folding, opening and exporting the graph."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from cxstudio.drawing.trace import sheet
from cxstudio.model import Evidence, Gap, Initiative, Insight, Interview, Kpi, Link, Stakeholder
from cxstudio.model.chain import End
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.trace import TracePage, export
from cxstudio.ui.forms.chain_line import ChainLine
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.engagement_view import EngagementView
from cxstudio.ui.workspace import Workspace

Key = Qt.Key
PIECES = 45


def add_chain(workspace: Workspace) -> None:
    """45 excerpts of three talks, two insights, two gaps, an initiative and a KPI: E → N-01 → G-01
    → I-01 → K-01, and E-002 → N-02; G-02 hangs in the air."""
    with workspace.change("A chain") as change:
        who = change.add(Stakeholder(name="Sato Hanako", role="desk lead"))
        talks = [change.add(Interview(title=f"Talk {n + 1}", position=n)) for n in range(3)]
        change.flush()
        pieces = [
            change.add(Evidence(text=f"Words {n + 1}", interview_id=talks[n % 3].id))
            for n in range(PIECES)
        ]
        pieces[0].text = "Sato Hanako said it"
        pieces[1].text, pieces[1].confidential = "A secret", True
        first, second = (change.add(Insight(statement=s)) for s in ("They wait", "They leave"))
        gap, alone = change.add(Gap(title="No seat is shown")), change.add(Gap(title="Alone"))
        initiative, kpi = change.add(Initiative(title="Show it")), change.add(Kpi(name="Waits"))
        change.flush()
        assert who.id and alone.id
        for source, target in (
            *((pieces[0], first), (pieces[1], second), (first, gap)),
            *((gap, initiative), (initiative, kpi)),
        ):
            ends = (source.kind, source.id, target.kind, target.id)
            names = ("source_kind", "source_id", "target_kind", "target_id")
            change.add(Link(**dict(zip(names, ends, strict=True))))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory, themed) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("trace")
    file = EngagementFile.create(folder / "engagement.cxs", client="Fukui Prefecture")
    workspace = Workspace(file, Settings(folder / "settings.ini"))
    add_chain(workspace)
    yield workspace
    workspace.close()
    file.close()


@pytest.fixture
def page(qtbot, workspace: Workspace) -> TracePage:
    workspace.select(None)
    page = TracePage(workspace)
    qtbot.addWidget(page)
    page.resize(1544, 800)
    page.show()
    return page


def end_of(page: TracePage, code: str) -> End:
    return next(node.end for node in page.graph.nodes if node.code == code)


def codes(page: TracePage, nodes=None) -> set[str]:
    chosen = range(len(page.shown.nodes)) if nodes is None else nodes
    return {page.shown.nodes[node].code for node in chosen}


def place(page: TracePage, code: str, dx: float = 40) -> QPoint:
    node = page.node_of(end_of(page, code))
    assert node is not None and page.view.laid is not None
    page.view.show_node(node)
    rect = page.view.laid.rects[node]
    at = QPointF(rect.x + dx, rect.y + 10) * page.view.scale + page.view.offset
    return at.toPoint()


def press(page: TracePage, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.sendEvent(page.view, QKeyEvent(QEvent.Type.KeyPress, key, held))


def test_a_click_lights_the_chain_both_ways_and_escape_lights_all(page, workspace) -> None:
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place(page, "G-01"))
    assert page.view.node == page.node_of(end_of(page, "G-01"))
    assert codes(page, page.view.lit) == {"V-01", "N-01", "G-01", "I-01", "K-01"}
    assert workspace.selection == end_of(page, "G-01")
    assert page.view.accessibleName() == "G-01 No seat is shown"
    assert "1 before it, 1 after it" in page.view.accessibleDescription()
    press(page, Key.Key_Escape)
    assert page.view.lit is None and workspace.selection is None


def test_arrows_walk_along_the_links_and_the_walk_can_be_gone_back(page) -> None:
    page.choose(end_of(page, "K-01"))
    for _step in range(3):
        press(page, Key.Key_Left)
    assert page.chosen == end_of(page, "N-01")
    press(page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.chosen == end_of(page, "G-01")
    page.back.click()
    assert page.chosen == end_of(page, "I-01") and page.forward.isEnabled()
    press(page, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.chosen == end_of(page, "G-01")
    press(page, Key.Key_Down)
    assert page.chosen == end_of(page, "G-02")


def test_enter_and_a_double_click_open_the_record(page, workspace) -> None:
    went = []
    note = lambda kind, id: went.append((kind, page.shows_here(kind, id)))  # noqa: E731
    workspace.place_requested.connect(note)
    page.choose(end_of(page, "I-01"))
    press(page, Key.Key_Return)
    at = place(page, "N-02")
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went == [("initiative", False), ("insight", False)]
    assert page.shows_here("gap", 1) and not page.shows_here("department", 1)
    workspace.place_requested.disconnect(note)


def test_much_evidence_is_folded_by_interview_and_opens(page) -> None:
    assert {"V-01", "V-02", "V-03"} <= codes(page) and "E-001" not in codes(page)
    group = next(n for n, node in enumerate(page.shown.nodes) if node.code == "V-01")
    assert page.shown.nodes[group].count == PIECES / 3
    assert page.shown.nodes[group].loose == PIECES / 3 - 1
    page.fold(group)
    assert "E-001" in codes(page) and "E-002" not in codes(page)
    head = next(n for n, node in enumerate(page.shown.nodes) if node.code == "V-01")
    assert page.shown.nodes[head].open
    page.view.choose(head)
    press(page, Key.Key_Right)  # the links are those of its records: the walk goes on there
    assert page.shown.nodes[page.view.node].code == "E-001"
    page.filters.grouped.setChecked(False)
    assert "E-002" in codes(page) and "V-02" not in codes(page)
    page.show_record("evidence", 2)
    page.filters.grouped.setChecked(True)
    page.show_record("evidence", 2)  # opens the group that hides it
    assert page.view.node == page.node_of(end_of(page, "E-002")) is not None


def test_the_head_of_a_column_shows_only_its_dead_ends(page) -> None:
    button = next(b for head in page.view.heads.columns for b in head.faults if b.count == 1)
    texts = {b.text() for head in page.view.heads.columns for b in head.faults if b.count}
    assert texts == {"43 not used", "1 leads nowhere", "1 no initiative", "1 no evidence"}
    assert button.text() == "1 leads nowhere"
    button.click()
    assert codes(page) == {"E-002", "N-02"}
    button = next(b for head in page.view.heads.columns for b in head.faults if b.isChecked())
    button.click()
    assert "G-01" in codes(page)


def test_only_this_chain_is_laid_out_alone_and_all_comes_back(page) -> None:
    page.choose(end_of(page, "I-01"))
    page.alone.setChecked(True)
    assert codes(page) == {"E-001", "N-01", "G-01", "I-01", "K-01"}
    assert page.chosen == end_of(page, "I-01")
    page.show_all()
    assert not page.alone.isChecked() and "G-02" in codes(page)


def test_what_is_looked_for_is_lit_and_enter_goes_on(page) -> None:
    QTest.keyClicks(page.search, "no seat")
    assert codes(page, page.view.lit) == {"G-01"}
    QTest.keyClick(page.search, Key.Key_Return)
    assert page.chosen == end_of(page, "G-01")
    page.search.setText("Words 4")
    assert codes(page, page.view.lit) <= {"V-01", "V-02", "V-03"}
    QTest.keyClick(page.search, Key.Key_Return)
    assert page.chosen == end_of(page, "E-004")


def test_a_change_keeps_what_is_chosen_and_a_deletion_lets_it_go(page, workspace) -> None:
    page.choose(end_of(page, "N-02"))
    with workspace.change("Rename") as change:
        change.get(Insight, 2).statement = "They leave early"
    assert page.view.accessibleName() == "N-02 They leave early"
    with workspace.change("Delete") as change:
        change.delete(change.get(Insight, 2))
    assert page.chosen is None and page.view.lit is None
    assert "N-02" not in codes(page)
    workspace.file.undo()
    assert "N-02" in codes(page)


def test_zoom_stays_about_the_pointer_and_panning_follows_the_hand(page) -> None:
    view = page.view
    page.filters.grouped.setChecked(False)
    at = QPointF(300, 200)
    before = view.place(at)
    view.set_zoom(2.0, at)
    assert (view.place(at) - before).manhattanLength() < 1
    down = view.verticalScrollBar().value()
    QTest.mousePress(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    QTest.mouseMove(view.viewport(), QPoint(300, 250))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 250))
    assert view.verticalScrollBar().value() == down + 50
    view.hide()
    view.fit()
    assert view.horizontalScrollBar().maximum() == 0


def test_the_picture_leaves_without_names_and_secrets(page, tmp_path, monkeypatch, qtbot) -> None:
    page.filters.grouped.setChecked(False)
    svg = sheet.written(export.sheet_of(page)(), "svg").decode()
    assert "Words 3" in svg and "Sato Hanako" not in svg and "A secret" not in svg
    target = tmp_path / "chain.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    export.export(page, "pdf")
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
    export.copy(page)
    qtbot.waitUntil(lambda: not page.workspace.tasks.busy, timeout=20_000)
    assert not QGuiApplication.clipboard().image().isNull()


def test_from_the_evidence_panel_and_the_chain_line_one_comes_to_the_graph(
    qtbot, workspace
) -> None:
    view = EngagementView(workspace, QAction(), QAction())
    qtbot.addWidget(view)
    view.resize(1600, 900)
    view.show()
    view.show_page("overview")
    workspace.select(End("gap", 1))
    view.panel._traced.click()
    assert view.page_key == "trace" and view.page.chosen == End("gap", 1)
    line = ChainLine(workspace)
    qtbot.addWidget(line)
    line.show_chain(End("insight", 1))
    view.show_page("overview")
    QTest.mouseClick(line.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert view.page_key == "trace" and view.page.chosen == End("insight", 1)
    workspace.go_to("gap", 2)  # as a card of the panel does: the walk goes on in the graph
    assert view.page_key == "trace" and view.page.chosen == End("gap", 2)
    assert workspace.selection == End("gap", 2)


def test_without_records_the_page_says_what_belongs_here(qtbot, tmp_path) -> None:
    with EngagementFile.create(tmp_path / "empty.cxs", client="Nobody") as file:
        workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
        page = TracePage(workspace)
        qtbot.addWidget(page)
        asked = []
        workspace.page_requested.connect(asked.append)
        state = page._views.currentWidget()
        state.button.click()
        assert asked == ["evidence"] and not page.export_button.isEnabled()
        workspace.close()
