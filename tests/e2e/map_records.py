"""What is in the file after the way with the map, as its records say."""

from typing import Any

from japanese_journey import (
    ACTIONS,
    CAPTURED,
    FEELINGS,
    IDEA,
    MISPLACED,
    PAINS,
    PARKED,
    STEPS,
    THOUGHTS,
    TITLE,
    TO_BE_FEELING,
    TO_BE_IDEA,
    TO_BE_PAIN,
    TOUCHPOINTS,
)

Content = dict[str, list[dict[str, Any]]]


def of(rows: list[dict[str, Any]], **values: object) -> list[dict[str, Any]]:
    return [row for row in rows if all(row[key] == value for key, value in values.items())]


def check_records(after: Content) -> None:
    as_is, to_be = sorted(after["journey"], key=lambda row: row["id"])
    assert (as_is["title"], as_is["journey_kind"]) == (TITLE, "as_is")
    assert (to_be["journey_kind"], to_be["as_is_id"]) == ("to_be", as_is["id"])
    steps = steps_of(after, as_is["id"])
    assert [step["name"] for step in steps] == STEPS
    feelings = {row["step_id"]: row["value"] for row in after["emotion"]}
    assert [round(feelings[step["id"]], 1) for step in steps] == list(FEELINGS)
    assert round(feelings[steps_of(after, to_be["id"])[4]["id"]], 1) == TO_BE_FEELING
    for lane, texts in (("actions", ACTIONS), ("touchpoints", TOUCHPOINTS), ("thoughts", THOUGHTS)):
        assert texts_of(after, as_is["id"], lane) == list(texts)
    assert texts_of(after, as_is["id"], "pain_points") == [MISPLACED, *PAINS, *CAPTURED]
    assert texts_of(after, to_be["id"], "pain_points") == [MISPLACED, TO_BE_PAIN, *CAPTURED]
    assert texts_of(after, to_be["id"], "back_stage") == [TO_BE_IDEA]


def steps_of(after: Content, journey: int) -> list[dict[str, Any]]:
    stages = sorted(of(after["stage"], journey_id=journey), key=lambda row: row["position"])
    return [
        step
        for stage in stages
        for step in sorted(of(after["step"], stage_id=stage["id"]), key=lambda s: s["position"])
    ]


def texts_of(after: Content, journey: int, kind: str) -> list[str]:
    lane = of(after["lane"], journey_id=journey, lane_kind=kind)[0]["id"]
    return [
        card["text"]
        for step in steps_of(after, journey)
        for card in sorted(
            of(after["card"], step_id=step["id"], lane_id=lane), key=lambda c: c["position"]
        )
    ]


def check_workshop(after: Content) -> None:
    workshop = after["workshop"][0]
    assert workshop["ended_at"] and workshop["snapshot_before"] and workshop["snapshot_after"]
    assert [note["text"] for note in after["parked_note"]] == [PARKED]
    said = after["report_section"][0]["narrative"] or ""
    narratives = "".join(section["narrative"] or "" for section in after["report_section"])
    for words in (f"{IDEA} (5票)", *CAPTURED, PARKED):
        assert words in narratives, f"{words} is not in the report's words: {said}"


def check_gaps(after: Content) -> None:
    """Each gap says what is and what shall be, and rests on the cards it comes from."""
    changed, felt = sorted(after["gap"], key=lambda row: row["id"])
    assert (changed["as_is"], changed["to_be"]) == (PAINS[1], TO_BE_PAIN)
    assert (felt["as_is"], felt["to_be"]) == ("−1.6", "+0.7")
    assert STEPS[4] in felt["title"]
    texts = {card["id"]: card["text"] for card in after["card"]}
    under = of(after["link"], source_kind="card", target_kind="gap", target_id=changed["id"])
    assert {texts[link["source_id"]] for link in under} == {PAINS[1], TO_BE_PAIN}
    steps = {step["id"]: step["name"] for step in after["step"]}
    assert {steps[gap["step_id"]] for gap in (changed, felt)} == {STEPS[4]}
