"""The cover: the title broken by hand, one sentence, and the engagement's own curve."""

from __future__ import annotations

import re

from cxstudio.drawing.cover import cover_drawing
from cxstudio.model import Emotion, Journey
from cxstudio.report import blocks as b
from cxstudio.report import counts
from cxstudio.report.context import Context

LINE = {"en": 25, "ja": 13}
"""Characters of a title that fit on a line."""

_OPENING = re.compile(r" (?=(?:of|for|in|and|on|to|with|at|from|the way)\b)")
_AFTER = re.compile(r"(?<=[のとをにへ、。・：]) ?|[ \u3000]")


def cover(context: Context) -> b.Cover:
    """The first page."""
    return b.Cover(title(context), drawing=drawing(context))


def title(context: Context) -> str:
    """The engagement's title in at most two lines, and below it what the document is."""
    name = context.engagement.title.strip() or context.engagement.client.strip()
    plan = context.pgettext("report", "Improvement plan")
    if context.japanese and name.endswith("の改善"):  # the last line says it again
        name = name.removesuffix("改善")
    lines = [line for line in lines_of(name, context.language) if line]
    return "\n".join([*lines, plan]) if plan not in name else "\n".join(lines)


def lines_of(name: str, language: str) -> list[str]:
    """A name in two lines when one is too short for it: before a small word, or after a particle.

    Where there is no such place it is broken between words, in Japanese not at all.
    """
    if "\n" in name:
        return name.split("\n")
    parted = name.replace("\u3000", " ").split(" ", 1)
    if language == "ja" and len(parted) == 2 and len(parted[1]) <= LINE[language]:
        return parted
    if len(name) <= LINE[language]:
        return [name]
    pattern = _AFTER if language == "ja" else _OPENING
    places = [match.start() for match in pattern.finditer(name) if 0 < match.start() < len(name)]
    if language == "ja":
        places = [place for place in places if len(name) - place >= 3]
    else:
        places = places or [match.start() for match in re.finditer(" ", name)]
    if not places:
        return [name]
    best = min(places, key=lambda place: abs(place - len(name) / 2))
    return [name[:best].strip(), name[best:].strip()]


def subtitle(context: Context) -> str:
    """One sentence: what the report does, with its real counts."""
    _ = context.gettext
    answers = counts.answers(context)
    talks = len(counts.interviews_held(context))
    plan = len(counts.initiatives(context))
    gaps = len(counts.gaps(context))
    heard = []
    if answers:
        heard.append(context.ngettext("{count} survey answer", "{count} survey answers", answers))
    if talks:
        heard.append(context.ngettext("{count} interview", "{count} interviews", talks))
    if not heard:
        return _("What is known so far, and what is proposed")
    said = context.written.joined(heard)
    if not plan:
        return _("What {said} say of where the experience breaks", said=said)
    named = context.ngettext("{count} initiative", "{count} initiatives", plan)
    found = context.ngettext("{count} gap", "{count} gaps", gaps)
    return _(
        "What {said} show:\n{found}, and {named} to close them",
        said=said, found=found, named=named,
    )  # fmt: skip


def drawing(context: Context) -> bytes | None:
    """The first curve of the first as-is journey that has values, else None."""
    for journey in sorted(context.all(Journey), key=lambda one: one.journey_kind != "as_is"):
        steps = [step.id for stage in journey.stages for step in stage.steps]
        for persona in journey.personas:
            values = {
                emotion.step_id: emotion.value
                for emotion in context.all(Emotion)
                if emotion.persona_id == persona.persona_id
            }
            found = cover_drawing([values.get(step) for step in steps], context.palette)
            if found is not None:
                return found
    return None
