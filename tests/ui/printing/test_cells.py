"""Cells out of a map and back into it, and files dropped on the page."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from cxstudio.exchange.journey_matching import differences
from cxstudio.exchange.journey_reading import read_journeys
from cxstudio.model import Card, Journey
from cxstudio.model.chain import End
from cxstudio.ui.editors.journeys import importing
from cxstudio.ui.editors.journeys.exporting import export_cells
from cxstudio.ui.printing.content import content_of
from cxstudio.ui.printing.read_back_dialog import HERE, NEW, ReadBackDialog


def written(page, qtbot, monkeypatch, tmp_path: Path, kind: str) -> Path:
    path = tmp_path / f"cells.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    with qtbot.waitSignal(page.workspace.said, timeout=10_000):
        export_cells(page, kind)
    return path


def answer(monkeypatch, seen: list[ReadBackDialog]) -> None:
    """Accept the dialog as a user would, and keep it to look at."""

    def accept(dialog: ReadBackDialog) -> QDialog.DialogCode:
        seen.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ReadBackDialog, "exec", accept)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_cells_come_back_as_they_went_out(page, qtbot, monkeypatch, tmp_path, kind):
    for journey in page.workspace.file.all(Journey):
        page.show_journey(journey.id)
        path = written(page, qtbot, monkeypatch, tmp_path, kind)
        shown = content_of(page.canvas.map.data)
        assert differences(shown, read_journeys(path)[0]) == []


def test_an_edited_table_goes_back_as_one_step(page, qtbot, monkeypatch, tmp_path):
    path = written(page, qtbot, monkeypatch, tmp_path, "csv")
    card = next(c for c in page.canvas.map.data.cards if len(c.text) > 12 and "\n" not in c.text)
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace(card.text, f"{card.text}, edited"), "utf-8")
    seen: list[ReadBackDialog] = []
    answer(monkeypatch, seen)
    with qtbot.waitSignal(page.workspace.said, timeout=10_000) as said:
        page.importing.start(path)
    assert seen[0].where == HERE
    assert "Changed: " in seen[0].summary.text()
    assert said.args[0].endswith("now says what the table says.")
    assert page.workspace.file.one(Card, card.id).text == f"{card.text}, edited"
    page.workspace.undo()
    assert page.workspace.file.one(Card, card.id).text == card.text


def test_cards_of_hidden_lanes_and_confidential_ones_stay(
    page, secret, qtbot, monkeypatch, tmp_path
):
    file = page.workspace.file
    journey = file.one(Journey, page.journey_id)
    with page.workspace.change("Hide") as change:
        change.get(type(journey.lanes[0]), journey.lanes[0].id).hidden = True
    before = file.count(Card)
    path = written(page, qtbot, monkeypatch, tmp_path, "xlsx")
    assert secret.text not in str(read_journeys(path)[0].cards)
    answer(monkeypatch, seen := [])
    page.importing.on_read([read_journeys(path)[0]])
    page.importing._back = True
    page.importing.on_read([read_journeys(path)[0]])
    assert len(seen) == 1
    # A map of its own has none of the links: their codes may be those of another engagement.
    assert all(found.after.startswith("Links: ") for found in seen[0]._found)
    assert file.one(Card, secret.id).text == secret.text
    assert file.count(Card) > before  # the first reading, as of YAML, made a map of its own


def drop(page, path: Path, event_type: type) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    place = QPoint(600, 400) if event_type is QDragEnterEvent else QPointF(600, 400)
    event = event_type(place, copy, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.canvas.viewport(), event)  # what the map leaves, the page takes
    return event.isAccepted()


def test_a_file_dropped_on_the_page_becomes_a_map(page, qtbot, shared):
    path = shared / "data" / "journeys" / "enterprise-ai-reach-value.yaml"
    count = page.workspace.file.count(Journey)
    assert drop(page, path, QDragEnterEvent)
    with qtbot.waitSignal(page.workspace.said, timeout=10_000) as said:
        drop(page, path, QDropEvent)
    assert "12 entries" in said.args[0]
    assert page.workspace.file.count(Journey) == count + 1
    assert len(page.canvas.map.data.steps) == 7
    page.workspace.undo()
    assert page.workspace.file.count(Journey) == count


def test_other_files_are_not_taken(page, tmp_path):
    assert not drop(page, tmp_path / "x.cxs", QDragEnterEvent)


def test_what_cannot_be_read_is_told(page, qtbot, tmp_path, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(importing, "tell", lambda _page, _title, text: told.append(text))
    path = tmp_path / "bad.yaml"
    path.write_text("a: [1\nb: 2")
    page.importing.start(path)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == ["bad.yaml is no valid YAML: line 2 cannot be read. Put that line right."]


def test_a_table_of_another_journey_is_offered_as_a_new_map(page, qtbot, monkeypatch):
    shown = content_of(page.canvas.map.data)
    other = read_other(shown)
    dialog = ReadBackDialog(shown, "J-01", other, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.where == NEW
    assert "1 step, 1 lane and 0 cards" in dialog.summary.text()
    dialog.choice.choose(HERE)
    dialog.show_choice(HERE)
    assert "Removed: " in dialog.summary.text()


def test_every_kind_of_difference_has_its_words(page, qtbot):
    from dataclasses import replace

    shown = content_of(page.canvas.map.data)
    feelings = {step: -value for step, value in shown.curves[0].values.items()}
    read = replace(
        shown,
        stages=tuple(replace(stage, name=f"{stage.name}!") for stage in shown.stages),
        lanes=(*reversed(shown.lanes[:1]), *shown.lanes[2:], *shown.lanes[1:2]),
        cards=(),
        curves=(replace(shown.curves[0], values=feelings),),
    )
    dialog = ReadBackDialog(shown, "J-01", read, page)
    qtbot.addWidget(dialog)
    assert {"stage", "lane", "card", "emotion"} <= {d.what for d in dialog._found}


def read_other(shown):
    from dataclasses import replace

    from cxstudio.exchange.journey_content import LaneContent, StageContent, StepContent

    return replace(
        shown,
        title="Other",
        stages=(StageContent("X", (StepContent("Y"),)),),
        lanes=(LaneContent("text", "Z"),),
        cards=(),
        curves=(),
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_colours_tags_and_links_come_back_too(page, qtbot, monkeypatch, tmp_path, kind):
    details = page.canvas.details
    ids = [int(card.id) for card in page.canvas.map.data.cards[:2]]
    words = page.canvas.map.data.cards[0].text
    page.canvas.document.set_colour(ids, "rose")
    details.set_tags(ids, "peak, 繁忙期")
    page.canvas.document.set_confidential(ids[1:], True)
    path = written(page, qtbot, monkeypatch, tmp_path, kind)
    (read,) = read_journeys(path)
    assert not read.notes
    carried = next(card for card in read.cards if card.text == words).details
    assert carried is not None
    assert (carried.colour, carried.tags) == ("rose", ("peak", "繁忙期"))
    shown = content_of(page.canvas.map.data)
    assert differences(shown, read) == []
    assert any(card.details and card.details.links for card in read.cards)


def test_what_the_list_of_cards_changes_is_told_first_and_written_as_one_step(
    page, qtbot, monkeypatch, tmp_path
):
    file, chain = page.workspace.file, page.workspace.chain
    shown = page.canvas.map.data
    card = next(c for c in shown.cards if {m.kind for m in c.marks} >= {"evidence", "gap"})
    codes = [mark.code for mark in card.marks]
    evidence = next(code for code in codes if code.startswith("E-"))
    path = written(page, qtbot, monkeypatch, tmp_path, "csv")
    with path.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.reader(table))
    at = next(n for n, row in enumerate(rows) if row[0] == card.text and row[2] == "Pain points")
    rows[at][3], rows[at][5] = "Blue", "night"
    rows[at][6] = ", ".join(["E-001", *(code for code in codes if code != evidence)])
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(rows)
    seen: list[ReadBackDialog] = []
    answer(monkeypatch, seen)
    with qtbot.waitSignal(page.workspace.said, timeout=10_000):
        page.importing.start(path)
    (told,) = seen[0]._found
    assert (told.how, told.what) == ("changed", "card")
    assert "Colour: Blue" in told.after and "Tags: night" in told.after
    record = file.one(Card, card.id)
    assert (record.colour, record.tags) == ("blue", "night")
    direct = {end.id for end, _ in page.workspace.chain.rests_on(End("card", record.id))}
    assert 1 in direct
    page.workspace.undo()
    record = file.one(Card, card.id)
    assert (record.colour, record.tags) == (card.colour, ", ".join(card.tags))
    assert chain.evidence_of(End("card", record.id))


def test_a_card_edited_only_in_the_table_keeps_its_line_of_the_list(
    page, qtbot, monkeypatch, tmp_path
):
    card = next(c for c in page.canvas.map.data.cards if len(c.text) > 12 and "\n" not in c.text)
    page.canvas.document.set_colour([int(card.id)], "lilac")
    path = written(page, qtbot, monkeypatch, tmp_path, "csv")
    text = path.read_text("utf-8-sig").replace(card.text, "Something else", 1)
    path.write_text(text, "utf-8-sig")
    (read,) = read_journeys(path)
    assert not read.notes
    edited = next(c for c in read.cards if c.text == "Something else")
    assert edited.details is not None and edited.details.colour == "lilac"


def test_a_new_map_from_the_table_has_the_colours(page, qtbot, monkeypatch, tmp_path):
    first = page.canvas.map.data.cards[0]
    page.canvas.document.set_colour([int(first.id)], "rose")
    path = written(page, qtbot, monkeypatch, tmp_path, "xlsx")
    answer(monkeypatch, [])
    monkeypatch.setattr(ReadBackDialog, "where", property(lambda _dialog: NEW))
    before = page.journey_id
    with qtbot.waitSignal(page.workspace.said, timeout=10_000):
        page.importing.start(path)
    assert page.journey_id != before
    assert [c.text for c in page.canvas.map.data.cards if c.colour == "rose"] == [first.text]
