"""What a persona's page says of the person's journeys."""

from cxstudio.model import Engagement, Gap, Journey, JourneyPersona, Persona, Stage, Step
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.sections.personas import _answered
from cxstudio.store import EngagementFile


def test_gaps_of_a_persona_are_those_of_its_own_journeys(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with EngagementFile.create(tmp_path / "p.cxs", client="Client", language="en") as file:
        with file.change("People") as change:
            assert change.get(Engagement, 1)
            first, second, third = people = [Persona(name=f"Person {n}") for n in range(3)]
            for one in people:
                change.add(one)
            # the severe gap is on the first person's journey, where the others are drawn too
            for title, shown, reach in (
                ("By train", (first, second, third), 0.9),
                ("By car", (second, first), 0.1),
            ):
                journey = Journey(title=title)
                change.add(journey)
                for place, one in enumerate(shown):
                    change.add(JourneyPersona(
                        journey_id=journey.id, persona_id=one.id, position=place))  # fmt: skip
                stage = Stage(journey_id=journey.id, name="Stage")
                change.add(stage)
                step = Step(stage_id=stage.id, name="Step")
                change.add(step)
                change.add(Gap(title=title, step_id=step.id, importance=5, current=2.0, target=8.0,
                               reach=reach, state="open"))  # fmt: skip
        context = Context(file.session)
        assert [_said(context, one) for one in context.all(Persona)] == ["G-01", "G-02", "G-01"]


def _said(context: Context, persona: Persona) -> str:
    (told,) = _answered(context, persona)
    assert isinstance(told, b.Paragraph)
    return b.plain(told.words).split("\u2002")[1].strip("[] ")
