"""Roadmap and responsibilities, on landscape pages: when, and who carries what on which tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cxstudio.drawing.picture import Picture
from cxstudio.drawing.roadmap_content import RoadmapData
from cxstudio.drawing.roadmap_picture import roadmap_begun
from cxstudio.drawing.roadmap_read import read_roadmap
from cxstudio.model import Department, Initiative, Kpi
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative, raci
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken

WIDE_MM, HIGH_MM = 253.0, 118.0
TIERS = ("executive", "department", "frontline")


def suggest(context: Context) -> Texts:
    """From when to when, what is soon done, and what decides the end."""
    _ = context.gettext
    data = _data(context)
    dated = [data.by_id[id] for id in data.spans]
    if not dated:
        return Texts(_("No initiative has a date yet"))
    first = min(span.start for span in data.spans.values())
    last = max(span.end for span in data.spans.values())
    quick = len(data.quick)
    message = context.ngettext(
        "{count} quick win comes first; the plan ends in {month}",
        "{count} quick wins come first; the plan ends in {month}",
        quick, month=context.written.month(last),
    )  # fmt: skip
    if not quick:
        months = context.written.months(first, last)
        message = _("The plan runs {months}", months=months)
    critical = [f"[{data.by_id[id].code}]" for id in data.path.ids if id in data.by_id]
    lead = ""
    if critical and data.waits:
        lead = _("A day’s delay of {codes} delays the end.",
                 codes=context.written.joined([code.strip("[]") for code in critical]))  # fmt: skip
    return Texts(message, context.sentences(lead, _most_carried(context)))


def _most_carried(context: Context) -> str:
    """The department that answers for most of the plan; nothing when no single one does."""
    plan = counts.initiatives(context)
    carried = Counter(one.department_id for one in plan if one.department_id is not None)
    most = carried.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return ""
    return context.gettext(
        "{department} answers for {count} of {all} initiatives.",
        department=context.department(most[0][0]), count=most[0][1], all=len(plan),
    )  # fmt: skip


def blocks(context: Context, texts: Texts) -> b.Section:
    """The drawing, then on the next pages roles by department and tier and who does what."""
    _ = context.gettext
    data = _data(context)
    pictures = _pictures(context, data)
    shown: list[b.Block] = []
    for place, picture in enumerate(pictures):
        if place:
            shown.append(b.PageBreak())
        shown.append(_figure(context, data, picture, place, len(pictures)))
    shown += narrative.blocks(context, texts.narrative)
    if roles := _roles(context):
        shown += [b.PageMessage(_who_carries(context), landscape=True), *roles]
    shown += raci.page(context, counts.initiatives(context))
    return b.Section(
        _(TITLES["roadmap"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        landscape=True,
    )


def _pictures(context: Context, data: RoadmapData) -> list[Picture]:
    painted = []
    colours = context.palette
    for picture in roadmap_begun(data, WIDE_MM, HIGH_MM, context.language, palette=colours):
        context.tell(0.0, "")
        painted.append(picture)
    return [packed() for packed in painted]


def _data(context: Context) -> RoadmapData:
    return read_roadmap(context.session, context.date, lambda: context.gettext("Untitled"))


def _figure(
    context: Context, data: RoadmapData, picture: Picture, place: int, count: int
) -> b.Figure:
    _ = context.gettext
    undated = len(data.bars) - len(data.spans)
    caption = _("Every initiative in true time, by tier")
    if undated:
        caption = context.ngettext(
            "The initiatives in true time, by tier; {count} has no dates yet",
            "The initiatives in true time, by tier; {count} have no dates yet",
            undated,
        )
    part = _("Part {part} of {count}", part=place + 1, count=count) if count > 1 else ""
    return b.Figure(
        picture.png, picture.width_mm, picture.alt, caption=caption, subcaption=part,
        svg=picture.svg,
    )  # fmt: skip


def _who_carries(context: Context) -> str:
    """How many departments carry the plan, and whether one is nobody's."""
    plan = counts.initiatives(context)
    carrying = {one.department_id for one in plan if one.department_id is not None}
    nobody = sum(one.department_id is None for one in plan)
    if nobody:
        return context.ngettext(
            "{count} initiative has nobody accountable yet",
            "{count} initiatives have nobody accountable yet",
            nobody,
        )
    return context.ngettext(
        "{count} department answers for the whole plan",
        "{count} departments answer for the whole plan",
        len(carrying),
    )


# ── Roles ─────────────────────────────────────────────────────────────────────────────────


def _roles(context: Context) -> list[b.Block]:
    """What each department carries on each tier, and the measures it answers for."""
    _ = context.gettext
    rows = [row for one in context.all(Department) if (row := _role(context, one))]
    if not rows:
        return []
    columns = (
        b.Column(_("Department"), 40),
        *(b.Column(context.word("tier", tier), 50) for tier in TIERS),
        b.Column(_("Measures it answers for")),
    )
    caption = _("Who carries what: by department, on three tiers")
    return [b.Table(columns, tuple(rows), caption, dense=True)]


def _role(context: Context, one: Department) -> b.Row | None:
    plan = [i for i in counts.initiatives(context) if i.department_id == one.id]
    kpis = [kpi for kpi in context.all(Kpi) if kpi.department_id == one.id]
    if not plan and not kpis:
        return None
    cells: tuple[b.Cell, ...] = (
        (b.Text(one.name, bold=True),),
        *(_named([i for i in plan if i.tier == tier]) for tier in TIERS),
        _measures(kpis),
    )
    return b.Row(cells)


def _named(plan: Iterable[Initiative]) -> b.Runs:
    found: list[b.Inline] = []
    for one in plan:
        found += [b.Text("\n")] if found else []
        found += [b.CodeRef(one.code), b.Text(f" {one.title}")]
    return tuple(found)


def _measures(kpis: Iterable[Kpi]) -> b.Runs:
    found: list[b.Inline] = []
    for kpi in kpis:
        found += [b.Text("\n")] if found else []
        found += [b.CodeRef(kpi.code), b.Text(f" {kpi.name}", tone="holds")]
    return tuple(found)
