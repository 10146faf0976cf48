"""Reading emotion into curves: by hand, or computed from the evidence behind a step's cards."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.analysis.emotion import HIGHEST, Feeling
from cxstudio.analysis.emotion import emotion as mean
from cxstudio.drawing.journey.map import CurveData, StepData
from cxstudio.drawing.journey.read_cards import Known
from cxstudio.drawing.journey.same_steps import matched_steps
from cxstudio.model import Card, Emotion, Journey, JourneyPersona, Persona, Stage, Step
from cxstudio.model.chain import End

Ends = Mapping[int, Sequence[End]]


def read_curves(
    session: Session, journey: Journey, steps: Sequence[StepData], known: Known, with_as_is: bool
) -> tuple[CurveData, ...]:
    """The journey's own curves, and behind a to-be those of the same people on its as-is."""
    own = _of_journey(session, journey, {step.id: step.id for step in steps}, known)
    as_is = session.get(Journey, journey.as_is_id) if with_as_is and journey.as_is_id else None
    if as_is is None:
        return own
    before = _of_journey(session, as_is, _matched(session, as_is.id, steps), known, True)
    shown = {curve.persona_id for curve in own}
    return (*own, *(curve for curve in before if curve.persona_id in shown))


def curves_after(
    session: Session,
    journey: Journey,
    before: Sequence[CurveData],
    steps: Collection[Any],
    known: Known,
) -> tuple[CurveData, ...]:
    """The journey's own curves after its cards at these steps have changed; others as before."""
    now = {c.persona_id: c for c in _of_journey(session, journey, {s: s for s in steps}, known)}
    return tuple(
        curve if curve.dotted else _with_steps(curve, now[curve.persona_id], steps)
        for curve in before
    )


def _with_steps(curve: CurveData, now: CurveData, steps: Collection[Any]) -> CurveData:
    values = {step: one for step, one in curve.values.items() if step not in steps}
    counts = {step: one for step, one in curve.counts.items() if step not in steps}
    computed = curve.computed.difference(steps) | now.computed
    return replace(
        curve,
        values={**values, **now.values},
        counts={**counts, **now.counts},
        computed=computed,
    )


def _matched(session: Session, as_is: int, now: Sequence[StepData]) -> dict[Any, Any]:
    """The as-is steps with the to-be step that each of them has become."""
    query = select(Step.id, Step.name).join(Stage).where(Stage.journey_id == as_is)
    order = (Stage.position, Stage.id, Step.position, Step.id)
    found = session.execute(query.order_by(*order))
    before = [StepData(id, name, number) for number, (id, name) in enumerate(found, 1)]
    return {id: step.id for id, step in matched_steps(before, now).items()}


def _of_journey(
    session: Session,
    journey: Journey,
    place: Mapping[Any, Any],
    known: Known,
    dotted: bool = False,
) -> tuple[CurveData, ...]:
    """The curves of a journey, at the steps that `place` names for its own."""
    # What people will feel on a to-be rests on nothing that its cards rest on.
    ends = _ends(session, place, known) if journey.journey_kind == "as_is" else {}
    voices = {step: known.voices(found) for step, found in ends.items()}
    values: dict[int, dict[Any, float]] = defaultdict(dict)
    counts: dict[int, dict[Any, int]] = defaultdict(dict)
    for emotion in session.scalars(select(Emotion).where(Emotion.step_id.in_(place))):
        own = End("emotion", emotion.id)
        linked = bool(known.chain.rests_on(own))
        values[emotion.persona_id][place[emotion.step_id]] = emotion.value
        if count := known.voices([own]) if linked else voices.get(emotion.step_id, 0):
            counts[emotion.persona_id][place[emotion.step_id]] = count
    personas = (
        select(Persona)
        .join(JourneyPersona, JourneyPersona.persona_id == Persona.id)
        .where(JourneyPersona.journey_id == journey.id)
        .order_by(JourneyPersona.position, JourneyPersona.id)
    )
    return tuple(
        _with_computed(
            CurveData(
                persona_id=persona.id,
                code=persona.code,
                name=persona.name,
                index=index,
                values=dict(values[persona.id]),
                counts=dict(counts[persona.id]),
                dotted=dotted,
            ),
            {place[step]: found for step, found in ends.items()},
            known,
        )
        for index, persona in enumerate(session.scalars(personas))
    )


def _ends(session: Session, steps: Iterable[Any], known: Known) -> dict[int, list[End]]:
    """The cards of each step that rest on something: they stand behind its emotion where nothing
    else is named."""
    found: dict[int, list[End]] = defaultdict(list)
    for id, step in session.execute(select(Card.id, Card.step_id).where(Card.step_id.in_(steps))):
        end = End("card", id)
        if known.chain.rests_on(end):
            found[step].append(end)
    return found


# ── Computed ──────────────────────────────────────────────────────────────────────────────


def computed_value(
    ends: Iterable[End], persona: Any, lead: bool, known: Known
) -> tuple[float | None, int]:
    """What a persona feels by the evidence behind these cards, and how many voices that is.

    The first persona takes the evidence that is nobody else's, another one only its own.
    """
    around = {id for end in ends for id in known.chain.evidence_of(end)}
    ids = [id for id in sorted(around) if _is_of(id, persona, lead, known)]
    return mean(_feelings(ids, known)), len(ids)


def _with_computed(curve: CurveData, ends: Ends, known: Known) -> CurveData:
    """The curve with values at the steps that have none by hand, where there is evidence."""
    values, counts = dict(curve.values), dict(curve.counts)
    for step, cards in ends.items():
        if step not in values:
            lead = curve.index == 0
            value, count = computed_value(cards, curve.persona_id, lead, known)
            if value is not None:
                values[step], counts[step] = value, count
    computed = frozenset(values.keys() - curve.values.keys())
    if not computed:
        return curve
    return CurveData(
        curve.persona_id,
        curve.code,
        curve.name,
        curve.index,
        values,
        counts,
        curve.dotted,
        computed,
    )


def _is_of(evidence: int, persona: Any, lead: bool, known: Known) -> bool:
    """Whether a voice tells of this persona: only words of people do, not figures."""
    if evidence not in known.evidence or known.evidence[evidence][1] not in VOICED:
        return False
    owners = {id for id, theirs in known.of_persona.items() if evidence in theirs}
    return persona in owners or (lead and not owners)


VOICED = frozenset(("excerpt", "comment", "observation"))


def _feelings(ids: Sequence[int], known: Known) -> Iterable[Feeling]:
    """A feeling of each piece, −2, 0 or +2; pieces of one source share the weight of one."""
    sources = Counter(known.chain.source_of(id) for id in ids)
    for id in ids:
        sentiment = known.evidence[id][2]
        yield Feeling(HIGHEST * sentiment, 1 / sources[known.chain.source_of(id)])
