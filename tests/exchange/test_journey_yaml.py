"""The YAML journey of the shared data, counted against the raw file, and written into a file."""

from pathlib import Path

import pytest
import yaml
from sqlalchemy import select

from cxstudio.exchange.journey_content import CardContent, JourneyContent
from cxstudio.exchange.journey_reading import read_journeys
from cxstudio.exchange.journey_writing import add_journey, read_back
from cxstudio.model import Card, Emotion, Journey, Kpi, Lane, Link, Persona, Stage, Step
from cxstudio.store import EngagementFile

NAME = "enterprise-ai-reach-value.yaml"


@pytest.fixture
def path(shared: Path) -> Path:
    return shared / "data" / "journeys" / NAME


@pytest.fixture
def raw(path):
    return {document["kind"]: document for document in yaml.safe_load_all(path.read_text("utf-8"))}


@pytest.fixture
def file(tmp_path):
    file = EngagementFile.create(tmp_path / "x.cxs", client="Fukui")
    yield file
    file.close()


def test_everything_of_the_file_is_on_the_map(path, raw):
    (journey,) = read_journeys(path)
    actions = raw["cjm"]["actions"]
    assert [stage.name for stage in journey.stages] == [p["name"] for p in raw["cjm"]["phases"]]
    assert [step.name for step in journey.steps] == [action["name"] for action in actions]
    texts = {kind: [] for kind in {lane.kind for lane in journey.lanes}}
    for card in journey.cards:
        texts[journey.lanes[card.lane].kind].append((card.step, card.text.split("\n")[0]))
    for kind, key in (("touchpoints", "touchpoints"), ("thoughts", "thoughts_feelings")):
        listed = [(at, text) for at, action in enumerate(actions) for text in action[key]]
        assert texts[kind] == listed
    teams = [lane["name"] for lane in raw["sbp"]["lanes"] if lane["kind"] == "team"]
    assert [x.name for x in journey.lanes if x.kind == "back_stage"] == teams
    place = {action["id"]: at for at, action in enumerate(actions)}
    tasks = [task for task in raw["sbp"]["tasks"] if not task.get("readonly")]
    assert sorted(texts["back_stage"]) == sorted((place[t["source_id"]], t["name"]) for t in tasks)
    assert len(texts["opportunities"]) == len(raw["em"]["actions"])
    scores = {place[action["id"]]: action["emotion_score"] for action in actions}
    assert journey.curves[0].values == scores
    assert journey.curves[0].name == raw["cjm"]["persona"]["name"]
    kpi = raw["outcome"]["primary_kpi"]
    assert [(k.name, k.unit, k.target) for k in journey.kpis] == [(kpi["name"], "%", 50.0)]
    left = len(raw["em"]["skills"]) + len(raw["em"]["knowledge"])
    assert str(left) in journey.notes[0]


def test_it_becomes_a_map_in_one_undo_step(path, raw, file):
    journey = read_journeys(path)[0]
    with file.change("Import a map") as change:
        id = add_journey(change, journey)
    counts = {cls: file.count(cls) for cls in (Stage, Step, Card, Lane, Emotion, Kpi, Persona)}
    assert counts == {Stage: 5, Step: 7, Card: 47, Lane: 8, Emotion: 7, Kpi: 1, Persona: 1}
    assert file.one(Journey, id).description.startswith("ChatGPT/Codex")
    with file.change("Import a map") as change:
        add_journey(change, journey)
    assert (file.count(Kpi), file.count(Persona)) == (1, 1)  # they were known by name
    file.undo()
    file.undo()
    assert not any(file.count(cls) for cls in counts)


def shown_of(file: EngagementFile, journey: JourneyContent) -> JourneyContent:
    """The content again, with the ids it was given in the file."""
    from dataclasses import replace

    steps = iter(file.session.scalars(select(Step.id).join(Stage).order_by(Step.id)))
    stages = tuple(
        replace(stage, id=id, steps=tuple(replace(s, id=next(steps)) for s in stage.steps))
        for stage, id in zip(
            journey.stages, file.session.scalars(select(Stage.id).order_by(Stage.id)), strict=True
        )
    )
    lanes = [replace(x, id=lane.id) for x, lane in zip(journey.lanes, file.all(Lane), strict=True)]
    ids = file.session.scalars(select(Card.id).order_by(Card.id))
    cards = [replace(card, id=id) for card, id in zip(journey.cards, ids, strict=True)]
    persona = file.all(Persona)[0]
    curves = [replace(c, id=persona.id, code=persona.code) for c in journey.curves]
    return replace(
        journey,
        stages=stages,
        lanes=tuple(lanes),
        cards=tuple(cards),
        curves=tuple(curves),
    )


def test_reading_back_keeps_the_links_of_what_stayed(path, file):
    from dataclasses import replace

    journey = read_journeys(path)[0]
    with file.change("Import a map") as change:
        id = add_journey(change, journey)
    shown = shown_of(file, journey)
    kept, edited, moved, gone = (card.id for card in shown.cards[:4])
    with file.change("Links") as change:
        for card in (kept, edited, moved, gone):
            change.add(Link(source_kind="card", source_id=card, target_kind="gap", target_id=1))
    first, second, third, _fourth, *rest = journey.cards
    cards = (
        replace(second, text=second.text + "（訂正）"),
        first,
        replace(third, step=5),
        *rest,
        CardContent(6, 0, "新しい接点"),
    )
    read = replace(journey, cards=cards, stages=(*journey.stages[1:], journey.stages[0]))
    # The first stage now stands last, so the places of the steps follow.
    order = [*range(1, 7), 0]
    read = replace(
        read, cards=tuple(replace(card, step=order.index(card.step)) for card in cards), curves=()
    )
    with file.change("Read back") as change:
        read_back(change, id, shown, read)
    assert file.one(Card, kept).text == first.text
    assert file.one(Card, edited).text.endswith("（訂正）")
    assert file.one(Card, edited).position < file.one(Card, kept).position
    assert file.one(Card, moved).step_id == shown.steps[5].id
    assert file.get(Card, gone) is None
    assert {link.source_id for link in file.all(Link)} == {kept, edited, moved}
    assert [s.name for s in file.all(Stage)] == [s.name for s in read.stages]
    assert [c.text for c in file.all(Card) if c.id > max(x.id for x in shown.cards)] == [
        "新しい接点"
    ]
    assert file.count(Emotion) == 7
    file.undo()
    assert file.one(Card, gone).text == shown.cards[3].text
    assert [s.name for s in file.all(Stage)] == [s.name for s in journey.stages]
