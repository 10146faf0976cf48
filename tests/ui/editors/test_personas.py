"""Personas: the card is written in place, and every field shows what it rests on."""

import datetime as dt

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent

from cxstudio.model import (
    Attachment,
    Channel,
    Evidence,
    Kpi,
    Link,
    Persona,
    Reading,
    Slider,
    Trait,
)
from cxstudio.model.chain import End
from cxstudio.ui import theme
from cxstudio.ui.editors.personas.claims import backed
from cxstudio.ui.editors.personas.page import PersonasPage
from cxstudio.ui.editors.personas.popover import Popover
from cxstudio.ui.editors.personas.present import PresentedPersona
from cxstudio.ui.editors.personas.score import Score, figure, overall_score, score_span
from cxstudio.ui.widgets import Row


@pytest.fixture
def filled(workspace):
    with workspace.change("x") as change:
        channel = change.add(Channel(name="Web", icon="globe"))
        for n, name in enumerate(("By train", "Family", "Local")):
            persona = change.add(Persona(name=name, position=n, summary="Comes for a day."))
            for m, text in enumerate(("See the temple", "Walk without luggage")):
                change.add(Trait(persona_id=persona.id, text=text, position=m))
            change.add(
                Trait(persona_id=persona.id, trait_kind="fact", name="Age", text="60s", position=2)
            )
            change.add(Trait(persona_id=persona.id, trait_kind="channel", channel_id=channel.id))
            change.add(Slider(persona_id=persona.id, left="Price", right="Experience", value=60))
        for n, words in enumerate(("The bus was full.", "Nobody told us.", "We walked.")):
            change.add(
                Evidence(
                    evidence_kind="comment", text=words, respondent=f"R{n}", source="April 2026"
                )
            )
    return workspace


@pytest.fixture
def page(qtbot, filled):
    page = PersonasPage(filled)
    qtbot.addWidget(page)
    page.resize(1072, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def goals(workspace, persona=None):
    where = [Trait.trait_kind == "goal"]
    where += [Trait.persona_id == persona] if persona else []
    return [trait.text for trait in workspace.file.all(Trait, *where)]


def goal_list(page):
    return page.card.traits["goal"].list


def test_new_duplicate_and_delete(qtbot, workspace):
    page = PersonasPage(workspace)
    qtbot.addWidget(page)
    page.show()
    page.new_record()
    qtbot.keyClicks(page.card.head.name, "First visit")
    page.card.head.name.left.emit()
    persona = workspace.file.all(Persona)[0]
    assert (persona.code, persona.name) == ("P-01", "First visit")
    page.duplicate_record()
    assert [p.name for p in workspace.file.all(Persona)] == ["First visit"] * 2
    page.delete_record()
    assert workspace.file.count(Persona) == 1
    workspace.undo()
    assert workspace.file.count(Persona) == 2


def test_typing_in_place_is_one_step(qtbot, page, filled):
    text = goal_list(page).parts[goal_list(page).ids[0]].text
    text.setFocus()
    steps = len(filled.file.undo_steps)
    qtbot.keyClicks(text, "Soon: ")
    text.left.emit()
    assert goals(filled, page.id)[0] == "Soon: See the temple"
    assert len(filled.file.undo_steps) == steps + 1
    filled.undo()
    assert text.toPlainText() == "See the temple"


def test_enter_walks_to_the_line_that_takes_a_new_goal(qtbot, page, filled):
    parts = goal_list(page)
    last = parts.parts[parts.ids[-1]].text
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Return)
    qtbot.keyClicks(parts.new, "Eat well")
    qtbot.keyClick(parts.new, Qt.Key.Key_Return)
    assert goals(filled, page.id) == ["See the temple", "Walk without luggage", "Eat well"]
    assert parts.new.text() == ""


def test_a_word_under_way_is_not_taken(qtbot, page, filled):
    parts = goal_list(page)
    field = parts.parts[parts.ids[0]].text
    field.inputMethodEvent(QInputMethodEvent("かんこう", []))
    assert field.composing()
    with filled.change("x") as change:
        change.get(Trait, parts.ids[0]).text = "Changed meanwhile"
    assert "かんこう" in field.document().firstBlock().layout().preeditAreaText()


def test_backspace_in_an_empty_line_deletes_it(qtbot, page, filled):
    parts = goal_list(page)
    with filled.change("x") as change:
        change.get(Trait, parts.ids[1]).text = ""
    qtbot.keyClick(parts.parts[parts.ids[1]].text, Qt.Key.Key_Backspace)
    assert goals(filled, page.id) == ["See the temple"]


def test_lines_are_moved_by_key_and_by_drop(qtbot, page, filled):
    parts = goal_list(page)
    parts.parts[parts.ids[0]].move_down()
    assert goals(filled, page.id) == ["Walk without luggage", "See the temple"]
    moving = parts.ids[1]
    assert drop(parts, "trait", moving, parts.parts[parts.ids[0]].geometry().topLeft().toPointF())
    assert goals(filled, page.id) == ["See the temple", "Walk without luggage"]
    needs = page.card.traits["need"].list
    assert drop(needs, "trait", moving)
    assert filled.file.one(Trait, moving).trait_kind == "need"
    other = filled.file.all(Trait, Trait.persona_id != page.id)[0]
    assert not drop(needs, "trait", other.id)


def test_evidence_on_a_line_backs_it(qtbot, page, filled):
    parts = goal_list(page)
    line = parts.parts[parts.ids[0]]
    assert line.backing.chip.isVisibleTo(page)
    for evidence in filled.file.all(Evidence):
        assert drop(line.text.viewport(), "evidence", evidence.id)
    assert line.mark.strength() == "strong"
    assert line.backing.codes.text == "E-001 +2"
    assert not line.backing.chip.isVisibleTo(page)
    gone = []
    filled.place_requested.connect(lambda kind, id: gone.append((kind, id)))
    qtbot.keyClick(line.backing.codes, Qt.Key.Key_Return)
    assert gone == [("evidence", 1)]


def test_the_list_tells_the_share_that_rests_on_evidence(page, filled):
    persona = filled.file.one(Persona, page.id)
    assert backed(filled, persona) == (0, 5)
    drop(page.card.head.summary.viewport(), "evidence", 1)
    assert filled.chain.rests_on(End("persona", page.id, "summary"))
    assert backed(filled, persona) == (1, 5)
    assert page.pane.rows.index(0).data(Row.SECOND) == "1 of 5 on evidence"


def test_a_dropped_comment_becomes_the_quote(page, filled):
    drop(page.card.quote, "evidence", 1)
    drop(page.card.quote.text.viewport(), "evidence", 2)
    persona = filled.file.one(Persona, page.id)
    assert persona.quote == "Nobody told us."
    assert persona.quote_source.startswith("E-002 Comment · R1")
    links = filled.file.all(Link, Link.target_field == "quote")
    assert [link.source_id for link in links] == [2]
    filled.undo()
    assert filled.file.one(Persona, page.id).quote == "The bus was full."


def test_sliders_are_set_by_key_and_show_an_assumption(qtbot, page, filled):
    row = next(iter(page.card.sliders.list.parts.values()))
    qtbot.keyClick(row.track, Qt.Key.Key_Right)
    assert filled.file.one(Slider, row.end.id).value == 61
    assert row.track._assumed
    drop(row.track, "evidence", 1)
    assert not row.track._assumed
    row.edit_spread()
    popover = row.findChild(Popover)
    for name, text in (("low", "70"), ("high", "40")):
        qtbot.keyClicks(popover.fields[name], text)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert row.track._spread == (40, 70)


def test_facts_channels_and_sliders_are_added(qtbot, page, filled):
    page.card.facts.add_fact()
    page.card.sliders.add_slider()
    page.card.channels.add_channel(filled.file.all(Channel)[0].id)
    mine = [Trait.persona_id == page.id]
    assert filled.file.count(Trait, *mine, Trait.trait_kind == "fact") == 2
    assert filled.file.count(Trait, *mine, Trait.trait_kind == "channel") == 2
    assert filled.file.count(Slider, Slider.persona_id == page.id) == 2


def test_the_score_is_edited_and_stands_against_all(qtbot, page, filled):
    with filled.change("x") as change:
        kpi = change.add(Kpi(name="NPS of all visitors"))
        change.add(Reading(kpi_id=kpi.id, read_on=dt.date(2026, 4, 30), value=20.3))
    page.card.head.score.edit()
    popover = page.card.head.score.popover
    for name, text in (("score", "-18.8"), ("score_n", "24"), ("score_low", "-30")):
        popover.fields[name].clear()
        qtbot.keyClicks(popover.fields[name], text)
    qtbot.keyClick(popover, Qt.Key.Key_Return)
    persona = filled.file.one(Persona, page.id)
    assert (persona.score, persona.score_n, persona.score_low) == (-18.8, 24, -30)
    score = page.card.head.score
    assert score.value.text() == "−18.8"
    assert score.few.isVisibleTo(page)
    assert overall_score(filled) == 20.3
    low, high = score_span(filled)
    assert low < -30 and high > 20.3


def test_under_ten_answers_there_is_no_score(page, filled):
    assert not Score(50, 9).shown and Score(50, 10).shown
    with filled.change("x") as change:
        persona = change.get(Persona, page.id)
        persona.score, persona.score_n = 50, 9
    assert page.card.head.score.value.text() == figure(None)


def test_a_picture_is_kept_and_removed(page, filled):
    portrait = page.card.head.portrait
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    data = QMimeData()
    data.setImageData(image)
    portrait.take_from(data)
    kept = filled.file.all(Attachment)
    assert [a.media_type for a in kept] == ["image/jpeg"]
    assert QImage.fromData(filled.file.blob(kept[0].sha256)).width() == 960
    assert filled.file.one(Persona, page.id).photo_id == kept[0].id
    portrait.remove()
    assert not filled.file.count(Attachment)
    filled.undo()
    assert filled.file.one(Persona, page.id).photo_id is not None


def test_what_is_no_picture_changes_nothing(page, filled, tmp_path):
    said = []
    filled.said.connect(lambda text, undo: said.append(text))
    page.card.head.portrait.take(QImage(str(tmp_path / "none.png")), "none.png")
    assert said and not filled.file.count(Attachment)


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("drawn.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not a picture"),
        ("wide.gif", b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0", "megapixels"),
        ("gone.png", None, "cannot be opened"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(page, filled, tmp_path, name, content, why):
    said: list[str] = []
    filled.said.connect(lambda text, _undo: said.append(text))
    if content is not None:
        (tmp_path / name).write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    page.card.head.portrait.take_from(data)
    assert why in said[0]
    assert name in said[0]
    assert not filled.file.count(Attachment)


def test_one_primary_persona(page, filled):
    page.card.head.set_primary(True)
    page.pane.choose(filled.file.all(Persona)[1].id)
    page.card.head.set_primary(True)
    assert [p.primary for p in filled.file.all(Persona)] == [False, True, False]


def test_side_by_side(qtbot, page, filled):
    page.show_comparison()
    assert page.comparison.ids == [1, 2, 3]
    page.comparison.toggle(2)
    assert page.comparison.ids == [1, 3]
    page.comparison.opened.emit(3)
    assert page.id == 3
    assert page.body.currentWidget() is page.card


def test_a_trait_is_shown_on_its_card(page, filled):
    trait = filled.file.all(Trait, Trait.persona_id == 3)[0]
    page.show_record("trait", trait.id)
    assert page.id == 3
    assert filled.selection == End("trait", trait.id)


def test_large_on_one_page(qtbot, page, filled):
    before = theme.zoom()
    shown = PresentedPersona(filled, page.id)
    qtbot.addWidget(shown)
    shown.show()
    assert theme.zoom() >= before
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.card.id == 2
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert theme.zoom() == before


def test_opens_in_every_look(filled, looks):
    for language, name in looks:
        wear(language, name)
        page = PersonasPage(filled)
        page.show_comparison()
        page.show_card()
        look_at(page)
