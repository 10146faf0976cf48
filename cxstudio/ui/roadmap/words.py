"""What is said of the roadmap: of bars, milestones and dependencies, and of what cannot be."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio import formats, i18n
from cxstudio.analysis.plan.conflicts import Conflict
from cxstudio.analysis.plan.schedule import LATEST
from cxstudio.drawing.roadmap.content import Bar, Diamond, RoadmapData
from cxstudio.i18n import _, ngettext


def loop_words(data: RoadmapData, ids: Sequence[int]) -> str:
    """A circle as codes, I-03 → I-07 → I-03."""
    return " → ".join(data.by_id[id].code for id in ids if id in data.by_id)


def loop_fault(data: RoadmapData, ids: Sequence[int]) -> str:
    return _("They would wait for each other: {loop}. Nothing was changed.").format(
        loop=loop_words(data, ids)
    )


def too_late_fault(data: RoadmapData, id: int) -> str:
    return _("{code} would be pushed past the year {year}. Nothing was changed.").format(
        code=data.by_id[id].code, year=LATEST.year
    )


def bar_words(data: RoadmapData, bar: Bar) -> str:
    """Code, title, dates, and what else the drawing shows of it."""
    span = bar.span
    if span is None:
        return _("{code} {title}: no dates yet").format(code=bar.code, title=bar.title)
    parts = [
        _("{code} {title}: {start} to {end}").format(
            code=bar.code,
            title=bar.title,
            start=formats.cell_day(span.start, i18n.language()),
            end=formats.cell_day(span.end, i18n.language()),
        )
    ]
    if bar.progress is not None:
        parts.append(_("{percent} % done").format(percent=round(bar.progress * 100)))
    waits = [data.by_id[w.before].code for w in data.waits if w.after == bar.id]
    if waits:
        parts.append(_("waits for {codes}").format(codes=comma(waits)))
    parts += _extra(data, bar)
    return " · ".join(parts)


def _extra(data: RoadmapData, bar: Bar) -> list[str]:
    found = []
    slack = data.path.slack.get(bar.id)
    if slack is not None and slack <= 0:
        found.append(_("on the critical path"))
    elif slack is not None:
        words = ngettext("{count} day of slack", "{count} days of slack", slack)
        found.append(words.format(count=slack))
    if bar.id in data.quick:
        found.append(_("quick win"))
    return found


def diamond_words(data: RoadmapData, diamond: Diamond) -> str:
    """Name and day of a milestone, what it checks, and whether it was reached."""
    parts = [diamond.name or _("Untitled")]
    if diamond.due_on:
        parts.append(formats.cell_day(diamond.due_on, i18n.language()))
    if diamond.initiative_id in data.by_id:
        parts.append(data.by_id[diamond.initiative_id].code)
    else:
        parts.append(_("of the whole plan"))
    if diamond.kpi:
        parts.append(_("checks {kpi}").format(kpi=diamond.kpi))
    if diamond.reached_on:
        day = formats.cell_day(diamond.reached_on, i18n.language())
        parts.append(_("reached on {day}").format(day=day))
    elif data.overdue(diamond):
        parts.append(_("overdue"))
    return " · ".join(parts)


def arrow_words(data: RoadmapData, before: int, after: int, days: int) -> str:
    """Who waits for whom, and how long."""
    names = {"before": data.by_id[before].code, "after": data.by_id[after].code}
    text = _("{after} begins when {before} has ended").format(**names)
    if days:
        more = ngettext("{count} day later", "{count} days later", days).format(count=days)
        return f"{text}, {more}"
    return text


def conflict_words(data: RoadmapData, conflict: Conflict) -> str:
    """One thing that cannot be, as a sentence."""
    codes = [data.by_id[id].code for id in conflict.ids if id in data.by_id]
    language = i18n.language()
    if conflict.kind == "loop":
        return _("They wait for each other: {loop}.").format(loop=" → ".join(codes))
    if conflict.kind == "ends_before_start":
        return _("{code} ends before it starts.").format(code=codes[0])
    if conflict.kind == "far_date" and conflict.date:
        day = formats.cell_day(conflict.date, language)
        return _("{code} has a date far from all others: {day}.").format(code=codes[0], day=day)
    if conflict.kind == "undated":
        return _("{after} waits for {before}, which has no dates.").format(
            before=codes[0], after=codes[1]
        )
    text = ngettext(
        "{after} begins {count} day too early: it waits for {before}.",
        "{after} begins {count} days too early: it waits for {before}.",
        conflict.days,
    )
    return text.format(before=codes[0], after=codes[1], count=conflict.days)


def lost_words(diamond: Diamond) -> str:
    """A milestone that is too far away to be drawn."""
    assert diamond.due_on is not None
    day = formats.cell_day(diamond.due_on, i18n.language())
    name = diamond.name or _("Untitled")
    return _("The milestone “{name}” is far from the plan: {day}.").format(name=name, day=day)


def comma(parts: Sequence[str]) -> str:
    return ("、" if i18n.language() == "ja" else ", ").join(parts)
