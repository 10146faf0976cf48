"""Roadmap and responsibilities, on landscape pages: when, and who carries what on which tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from cxstudio.drawing.picture import Picture
from cxstudio.drawing.roadmap.content import RoadmapData
from cxstudio.drawing.roadmap.read import read_roadmap
from cxstudio.model import Department, Initiative, Kpi
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative, raci, wide_pages
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken, spelled

HIGH_MM = 118.0
TIERS = ("executive", "department", "frontline")
WIDE_PAGE_MM = 160.0
"""What blocks may fill of a wide page; below, what heading, tables and drawing take of it."""
HEADING_MM, LINE_OF_HEADING_MM, ABOVE_MM = 21.0, 8.0, 18.0
CAPTION_MM, ROW_MM, LINE_MM = 16.0, {"en": 5.5, "ja": 6.4}, {"en": 3.6, "ja": 4.6}
LETTER_MM = {"en": 1.7, "ja": 3.0}
NAME_MM, CODES_MM = 46.0, 30.0
MATRIX_HEAD_MM, TITLE_MM = 30.0, 49.0


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
    """The drawing, roles by department and tier and who does what, on as few pages as hold them."""
    _ = context.gettext
    data, message = _data(context), broken(texts.message, context.language)
    used = HEADING_MM + ABOVE_MM + message.count("\n") * LINE_OF_HEADING_MM
    room = wide_pages.below_lead(context, WIDE_PAGE_MM - used)
    rooms = (room - _high_of_roles(context, _brief(context)), room)  # the roles below it, or not
    pictures, larger = wide_pages.drawn_roadmap(context, data, rooms, HIGH_MM)
    shown: list[b.Block] = []
    for place, picture in enumerate(pictures):
        if place:
            shown.append(b.PageBreak())
        shown.append(_figure(context, data, (picture, larger), place, len(pictures)))
    shown += narrative.blocks(context, texts.narrative)
    used = used + pictures[0].height_mm / larger if len(shown) == 1 else WIDE_PAGE_MM
    shown += _responsibilities(context, used)
    return b.Section(
        _(TITLES["roadmap"]),
        message,
        tuple(shown),
        texts.lead,
        landscape=True,
    )


def _data(context: Context) -> RoadmapData:
    return read_roadmap(context.session, context.date, lambda: context.gettext("Untitled"))


def _figure(
    context: Context, data: RoadmapData, drawn: tuple[Picture, float], place: int, count: int
) -> b.Figure:
    _, (picture, larger) = context.gettext, drawn
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
        picture.png, wide_pages.figure_mm(context, picture, larger), picture.alt,
        caption=caption, subcaption=part, svg=picture.svg,
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


def _responsibilities(context: Context, used_mm: float) -> list[b.Block]:
    """Roles below the drawing where what it has ``used_mm`` leaves room, else on a page with who
    does what, else a page for each. Where the page names the initiatives, roles name their codes.
    """
    work = raci.page(context, counts.initiatives(context))
    roles = _roles(context)
    if roles is None:
        return work
    brief, message = _brief(context), b.PageMessage(spelled(_who_carries(context)), landscape=True)
    high = _high_of_roles(context, brief)
    if used_mm + high <= WIDE_PAGE_MM:
        return [brief, *work]
    if work:
        opening, matrix = work
        assert isinstance(opening, b.PageMessage) and isinstance(matrix, b.Table)
        high += HEADING_MM + _high(context, matrix, MATRIX_HEAD_MM, TITLE_MM)
        if high <= WIDE_PAGE_MM:
            return [message, brief, replace(matrix, caption=opening.message, tight=True)]
    return [message, roles, *work]


def _high_of_roles(context: Context, brief: b.Table) -> float:
    return _high(
        context, brief, CAPTION_MM, wide_pages.DESIGNED_MM - NAME_MM - len(TIERS) * CODES_MM
    )


def _high(context: Context, table: b.Table, head_mm: float, words_mm: float) -> float:
    """About how many millimetres a tight table takes whose cells with words are so wide."""
    letters = words_mm / LETTER_MM[context.language]
    words = [[c for c in row.cells if not isinstance(c, b.Heat | b.Confidence)]
             for row in table.rows]  # fmt: skip
    lines = [ceil(max(len(b.plain(cell)) for cell in cells) / letters) for cells in words]
    rows = sum(ROW_MM[context.language] + LINE_MM[context.language] * (n - 1) for n in lines)
    return head_mm + rows


def _roles(context: Context) -> b.Table | None:
    """What each department carries on each tier, and the measures it answers for."""
    rows = tuple(_role(context, one) for one in _carrying(context))
    return _by_department(context, rows, 40, 50) if rows else None


def _brief(context: Context) -> b.Table:
    """The same with initiatives by their codes, a line for each department."""
    rows = tuple(_role(context, one, brief=True) for one in _carrying(context))
    return replace(_by_department(context, rows, NAME_MM, CODES_MM), tight=True)


def _by_department(
    context: Context, rows: tuple[b.Row, ...], name_mm: float, tier_mm: float
) -> b.Table:
    _ = context.gettext
    columns = (
        b.Column(_("Department"), name_mm),
        *(b.Column(context.word("tier", tier), tier_mm) for tier in TIERS),
        b.Column(_("Measures it answers for")),
    )
    caption = _("Who carries what: by department, on three tiers")
    return b.Table(columns, rows, caption, dense=True)


def _carrying(context: Context) -> list[Department]:
    """The departments that answer for an initiative or a measure."""
    plan = {one.department_id for one in counts.initiatives(context)}
    answering = plan | {kpi.department_id for kpi in context.all(Kpi)}
    return [one for one in context.all(Department) if one.id in answering]


def _role(context: Context, one: Department, *, brief: bool = False) -> b.Row:
    plan = [i for i in counts.initiatives(context) if i.department_id == one.id]
    kpis = [kpi for kpi in context.all(Kpi) if kpi.department_id == one.id]
    between = ("、" if context.japanese else ", ") if brief else "\n"
    cells: tuple[b.Cell, ...] = (
        (b.Text(one.name, bold=True),),
        *(_named([i for i in plan if i.tier == tier], between, brief) for tier in TIERS),
        _measures(kpis, between),
    )
    return b.Row(cells)


def _named(plan: Iterable[Initiative], between: str, brief: bool) -> b.Runs:
    found: list[b.Inline] = []
    for one in plan:
        found += [b.Text(between)] if found else []
        found += [b.CodeRef(one.code)] if brief else [b.CodeRef(one.code), b.Text(f" {one.title}")]
    return tuple(found)


def _measures(kpis: Iterable[Kpi], between: str) -> b.Runs:
    found: list[b.Inline] = []
    for kpi in kpis:
        found += [b.Text(between)] if found else []
        found += [b.CodeRef(kpi.code), b.Text(f" {kpi.name}", tone="holds")]
    return tuple(found)
