"""The lane of measures: a KPI on a card, its target, and what happens when it is read anew."""

import datetime as dt
import json

import pyarrow as pa
import pytest
from acts import wear
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.survey.columnar import packed
from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.sheet import lay_sheet, paint_sheet
from cxstudio.exchange.journey_table import rows_of
from cxstudio.model import Card, Evidence, Kpi, Persona, Reading, Touchpoint, Wave
from cxstudio.model.chain import End
from cxstudio.model.columns import Column, Mapping
from cxstudio.ui.editors.journeys.measures import MeasurePopup
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.editors.journeys.palette import PaletteCard
from cxstudio.ui.printing.content import content_of
from cxstudio.ui.workshop.board import read_board
from cxstudio.ui.workspace import MIME

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot, workspace):
    with workspace.file.change("People") as change:
        change.add(Persona(name="Couple", number=1, primary=True))
        wait = change.add(Kpi(name="Wait", number=1, unit="min", direction="down", target=20.0))
        change.add(Reading(kpi_id=wait.id, read_on=dt.date(2026, 4, 1), value=47.0))
        score = change.add(Kpi(name="NPS", number=2, target=20.0, position=1))
        change.add(Reading(kpi_id=score.id, read_on=dt.date(2026, 4, 1), value=20.3, n=812))
        change.add(Kpi(name="Left behind", number=3, unit="a week", target=5.0, position=2))
        change.add(Touchpoint(name="Bus", icon="bus", number=1, satisfaction=6.4))
    page = JourneysPage(workspace)
    qtbot.addWidget(page)
    page.resize(1376, 872)
    page.show()
    qtbot.waitExposed(page)
    page.new_record()
    page.canvas.fit()
    return page


def cell(page, step, kind="measures"):
    lane = next(lane for lane in page.canvas.map.data.lanes if lane.kind == kind)
    return Cell(page.canvas.map.data.steps[step].id, lane.id)


def shown(page, card):
    return page.canvas.map.laid.places[card][1].card


def offered(palette):
    body = palette._column.body
    found = (body.itemAt(place).widget() for place in range(body.count()))
    return [widget for widget in found if isinstance(widget, PaletteCard)]


def drop(page, kind, id, at):
    """Let a record fall into a cell with real events."""
    page.canvas.zoom_step(0)
    page.canvas.stop_gliding()
    page.canvas.set_zoom(1.0)
    rect = page.canvas.map.card_place(at)
    page.canvas.show_rect(rect)
    place = page.canvas.mapFromScene(rect.center())
    data = QMimeData()
    data.setData(MIME, f"{kind}:{id}".encode())
    actions, left = Qt.DropAction.LinkAction | Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, port = Qt.KeyboardModifier.NoModifier, page.canvas.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(place, actions, data, left, none))
    QApplication.sendEvent(port, QDragMoveEvent(place, actions, data, left, none))
    QApplication.sendEvent(port, QDropEvent(QPointF(place), actions, data, left, none))
    return page.canvas.document.cards_in(at)[-1]


def test_a_kpi_dropped_on_the_lane_shows_its_reading_and_target_and_follows_new_ones(page):
    card = drop(page, "kpi", 1, cell(page, 0))
    data = shown(page, card)
    assert (data.text, data.value, data.aim, data.met) == ("Wait", "47 min", "target 20 min", False)
    with page.workspace.change("Reading") as change:
        change.add(Reading(kpi_id=1, read_on=dt.date(2026, 9, 1), value=18.0, n=40))
    data = shown(page, card)
    assert (data.value, data.met, data.basis) == ("18 min", True, "n = 40")
    page.workspace.undo()
    assert shown(page, card).value == "47 min"
    page.workspace.undo()
    assert page.workspace.file.count(Card) == 0


def test_a_kpi_without_readings_is_not_measured_and_few_answers_are_not_shown(page):
    card = drop(page, "kpi", 3, cell(page, 0))
    assert (shown(page, card).value, shown(page, card).missing) == ("not measured", True)
    with page.workspace.change("Reading") as change:
        change.add(Reading(kpi_id=3, read_on=dt.date(2026, 9, 1), value=4.0, n=7))
    data = shown(page, card)
    assert (data.value, data.basis, data.met) == ("too few answers", "n = 7", None)


def test_a_touchpoint_on_the_lane_shows_its_satisfaction(page):
    card = drop(page, "touchpoint", 1, cell(page, 1))
    data = shown(page, card)
    assert (data.text, data.value, data.basis) == ("Bus", "6.4", "satisfaction, of 10")
    other = drop(page, "touchpoint", 1, cell(page, 0, "touchpoints"))
    assert shown(page, other).value == ""


def test_the_measure_is_picked_by_keys_alone(page, qtbot):
    card = page.canvas.document.add_card(cell(page, 0), "Recommend us")
    page.canvas.select_cards([card])
    page.canvas.setFocus()
    QTest.keyClick(page.canvas.editor, Qt.Key.Key_M, ALT)
    popup = page.findChild(MeasurePopup)
    assert popup is not None and popup.isVisible()
    QTest.keyClicks(popup.search, "nps")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    data = shown(page, card)
    assert (data.text, data.value, data.met) == ("Recommend us", "20.3", True)
    page.workspace.undo()
    assert shown(page, card).value == ""


def test_a_figure_can_be_written_and_a_kpi_taken_away(page):
    card = drop(page, "kpi", 1, cell(page, 0))
    page.canvas.measure_wanted.emit([card])
    popup = page.findChild(MeasurePopup)
    popup.figure.setFocus()
    QTest.keyClicks(popup.figure, "half an hour")
    QTest.keyClick(popup.figure, Qt.Key.Key_Return)
    assert (shown(page, card).value, shown(page, card).aim) == ("half an hour", "")
    page.workspace.undo()
    assert shown(page, card).value == "47 min"
    page.menus.cards.measuring.set_kpi([card], None)
    assert (shown(page, card).value, shown(page, card).missing) == ("", True)


def test_alt_m_elsewhere_says_where_measures_stand(page):
    card = page.canvas.document.add_card(cell(page, 0, "actions"), "Waits")
    page.canvas.select_cards([card])
    said = []
    page.workspace.said.connect(lambda text, *_: said.append(text))
    QTest.keyClick(page.canvas.editor, Qt.Key.Key_M, ALT)
    assert said == ["Only cards in a lane of measures carry a KPI."]


def test_the_palette_offers_kpis_with_their_standing(page, qtbot):
    palette = page.palette_pane
    palette.tabs.choose("inventory")
    palette._on_tab("inventory")
    palette._on_filter("kpi", True)
    kpis = [("kpi", 1), ("kpi", 2), ("kpi", 3)]
    qtbot.waitUntil(lambda: [(c.end.kind, c.end.id) for c in offered(palette)] == kpis)
    page.canvas.map.selection.set((), cell(page, 2))
    QTest.keyClick(offered(palette)[0], Qt.Key.Key_Return)
    (card,) = page.canvas.document.cards_in(cell(page, 2))
    assert page.workspace.file.one(Card, card).kpi_id == 1


def test_the_figure_is_read_out_with_its_standing(page):
    card = drop(page, "kpi", 1, cell(page, 0))
    page.canvas.select_cards([card])
    said = page.canvas.editor.accessibleName()
    assert "47 min" in said and "target 20 min" in said and "off target" in said


def test_the_lane_is_the_same_on_the_poster_and_in_the_table(page):
    drop(page, "kpi", 1, cell(page, 0))
    drop(page, "kpi", 2, cell(page, 1))
    data = page.canvas.map.data
    sheet = lay_sheet(data, "en")
    image = QImage(int(sheet.width), int(sheet.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_sheet(painter, sheet)
    painter.end()
    assert not image.isNull()
    row = next(row for row in rows_of(content_of(data), "en") if row[1] == "Measures")
    assert row[2:4] == ["Wait = 47 min", "NPS = 20.3"]


def test_in_japanese(page):
    card = drop(page, "kpi", 1, cell(page, 0))
    wear("ja", "dark")
    page.canvas.refresh()
    assert shown(page, card).aim == "目標 20min"
    wear("en", "light")


@pytest.fixture
def surveyed(page):
    """The page with a wave of forty answers: half promoters, and the bus rated 4 by all."""
    table = pa.table({"nps": ["10", "5"] * 20, "bus": ["4"] * 40})
    columns = (Column("nps", "score"), Column("bus", "rating", touchpoint="Bus", low=1, high=5))
    with page.workspace.change("Wave") as change:
        digest = page.workspace.file.put_blob(packed(table))
        mapping = json.dumps(Mapping(columns).as_dict())
        change.add(Wave(name="April", sha256=digest, mapping=mapping, rows=40))
    return page


def test_the_survey_s_score_at_a_touchpoint_is_offered_first_and_shown_with_n_and_wave(surveyed):
    card = drop(surveyed, "touchpoint", 1, cell(surveyed, 0))
    surveyed.canvas.select_cards([card])
    surveyed.canvas.setFocus()
    QTest.keyClick(surveyed.canvas.editor, Qt.Key.Key_M, ALT)
    popup = surveyed.findChild(MeasurePopup)
    offers = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert offers[-2:] == ["Bus   April", "NPS   April"]
    QTest.keyClicks(popup.search, "april")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    data = shown(surveyed, card)
    assert (data.text, data.value, data.basis) == ("Bus", "4.0", "n = 40 · April")
    surveyed.menus.cards.measuring.set_survey([card], 1, "nps")
    assert shown(surveyed, card).value == "0.0"
    with surveyed.workspace.change("Gone") as change:
        change.delete(change.get(Wave, 1))
    assert shown(surveyed, card).basis == "satisfaction, of 10"


def test_cut_and_pasted_a_card_keeps_its_measure_and_evidence(page):
    workspace = page.workspace
    with workspace.change("Evidence") as change:
        evidence = change.add(Evidence(evidence_kind="comment", text="Long.", number=1)).id
    card = drop(page, "kpi", 1, cell(page, 0))
    workspace.link(End("evidence", evidence), End("card", card))
    page.canvas.select_cards([card])
    page.canvas.setFocus()
    QTest.keyClick(page.canvas.editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    page.canvas.map.selection.set((), cell(page, 2))
    QTest.keyClick(page.canvas.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (again,) = page.canvas.document.cards_in(cell(page, 2))
    assert shown(page, again).value == "47 min"
    assert workspace.chain.evidence_of(End("card", again)) == [evidence]
    assert workspace.file.one(Card, again).value == ""


def test_the_room_reads_figure_and_target_on_one_note(page):
    drop(page, "kpi", 1, cell(page, 0))
    board = read_board(page.workspace, page.journey_id)
    said = [note.text for note in board.notes()]
    assert said == ["Wait 47 min  ▽ target 20 min"]
