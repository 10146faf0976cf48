"""A copy is whole: its parts, and links to what it rests on, with ids and codes of its own."""

from cxstudio.model import (
    Card,
    Connector,
    Emotion,
    Insight,
    Journey,
    Lane,
    Link,
    Persona,
    Stage,
    Step,
)
from cxstudio.store import EngagementFile
from cxstudio.store.duplicate import duplicate


def test_a_journey_is_copied_with_everything_on_it(tmp_path):
    with EngagementFile.create(tmp_path / "a.cxs", client="A") as file:
        with file.change("Make") as change:
            persona = change.add(Persona(name="Couple"))
            journey = change.add(Journey(title="As-is"))
            stage = change.add(Stage(journey_id=journey.id, name="Before"))
            step = change.add(Step(stage_id=stage.id, name="Plan"))
            lane = change.add(Lane(journey_id=journey.id, lane_kind="actions"))
            one, two = (
                change.add(Card(step_id=step.id, lane_id=lane.id, text=text)) for text in "ab"
            )
            change.add(Connector(journey_id=journey.id, from_card_id=one.id, to_card_id=two.id))
            change.add(Emotion(step_id=step.id, persona_id=persona.id, value=-1.0))
            insight = change.add(Insight(statement="They wait"))
            change.add(
                Link(
                    source_kind="insight",
                    source_id=insight.id,
                    target_kind="card",
                    target_id=one.id,
                )
            )
        with file.change("Copy") as change:
            copy = duplicate(change, change.get(Journey, journey.id))
            copied = copy.id
        old, new = file.one(Journey, journey.id), file.one(Journey, copied)
        assert (old.code, new.code) == ("J-01", "J-02")
        cards = file.all(Card, Card.step_id == new.stages[0].steps[0].id)
        assert [card.text for card in cards] == ["a", "b"]
        assert {card.lane_id for card in cards} == {new.lanes[0].id}
        line = file.all(Connector, Connector.journey_id == copied)[0]
        assert (line.from_card_id, line.to_card_id) == (cards[0].id, cards[1].id)
        emotion = file.all(Emotion, Emotion.step_id == cards[0].step_id)[0]
        assert (emotion.persona_id, emotion.value) == (persona.id, -1.0)
        assert file.count(Persona) == 1
        assert file.count(Link, Link.target_id == cards[0].id, Link.target_kind == "card") == 1
        file.undo()
        assert file.count(Journey) == 1
        assert file.count(Card) == 2
        assert file.count(Link) == 1
