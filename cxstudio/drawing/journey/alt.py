"""A map in words, for those who hear the report."""

from __future__ import annotations

from cxstudio.drawing.journey.map import MapData
from cxstudio.formats import signed
from cxstudio.i18n import catalogue

LONGEST = 400


def map_alt(map_data: MapData, language: str, part: tuple[int, int] = (1, 1)) -> str:
    """What the map shows, in at most 400 characters: steps, and where feeling is lowest."""
    gettext = catalogue(language).gettext
    words = [
        gettext("Journey map {code}: {title}.").format(code=map_data.code, title=map_data.title),
        gettext("{steps} steps in {stages} stages.").format(
            steps=len(map_data.steps), stages=len(map_data.stages)
        ),
        *_extremes(map_data, language),
    ]
    if part[1] > 1:
        words.append(gettext("Part {part} of {parts}.").format(part=part[0], parts=part[1]))
    text = ("" if language.startswith("ja") else " ").join(words)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _extremes(map_data: MapData, language: str) -> list[str]:
    gettext = catalogue(language).gettext
    lead = map_data.lead()
    if lead is None:
        return []
    known = [
        (value, step) for step in map_data.steps if (value := lead.values.get(step.id)) is not None
    ]
    if not known:
        return [gettext("No step has an emotion value yet.")]
    low, high = min(known, key=lambda k: k[0]), max(known, key=lambda k: k[0])
    return [
        gettext("Emotion of {persona}: lowest at step {number}, {name} ({value}).").format(
            persona=lead.name, number=low[1].number, name=low[1].name, value=signed(low[0])
        ),
        gettext("Highest at step {number}, {name} ({value}).").format(
            number=high[1].number, name=high[1].name, value=signed(high[0])
        ),
    ]
