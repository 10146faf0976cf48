"""Executive summary: one page with four figures, findings, proposals, the chain and decisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import product

from cxstudio.model import Kpi
from cxstudio.report import blocks as b
from cxstudio.report import counts, measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.lying import HALF, lies
from cxstudio.report.sections import TITLES, words
from cxstudio.report.sections.summary_chain import chain
from cxstudio.report.texts import Texts, broken

PLAN = re.compile(r"\[[GI]-\d+\]")
SENTENCE = re.compile(r".*?(?:。|\.(?=\s|$)|$)")
MOST_DECISIONS = 4
GAPS = (3, 2)
"""Of how many gaps the chain tells, where there is room."""
HALVES = 79.0, 79.0
UNEVEN = (90.0, 68.0), (68.0, 90.0)
"""Widths (mm) of findings and proposals: halves, and where these leave the chain no room, more for
those that are longer."""
WIDE, LONG = 166.0, 253.0
"""Millimetres of the figure, upright and on a page that lies on its side."""
LYING = (64.0, 88.0, 88.0)
"""Widths of columns on such a page."""
Column = tuple[b.Block, ...]
Widths = tuple[float, ...]


def suggest(context: Context) -> Texts:
    """Where the score stands, how concentrated the problem is, and what the plan holds."""
    return Texts(_message(context), "", "\n".join([*_findings(context), *_proposals(context)]))


def blocks(context: Context, texts: Texts) -> b.Section:
    """The page. Findings stand left, what speaks of gaps and initiatives at the end right."""
    _ = context.gettext
    found, proposed = split(texts.narrative)
    if not proposed:
        proposed = _proposals(context)
    sides = (
        (_("What we found"), found),
        (_("What we propose"), proposed),
    )
    columns: Sequence[Column] = tuple(
        (b.Heading(3, title), b.Bullets(tuple(context.runs(line) for line in lines)))
        for title, lines in sides
        if lines
    )
    arranged = _lying if lies(context) else _upright
    shown = _on_one_page(context, texts, partial(arranged, context, columns))
    return b.Section(
        _(TITLES["summary"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def _on_one_page(
    context: Context, texts: Texts, arranged: Callable[[Widths, int], Iterable[b.Block]]
) -> list[b.Block]:
    """With as many of the most severe gaps in the chain as one page has room for."""
    from cxstudio.report import docx
    from cxstudio.report.docx.pages import lead_of

    sheet = docx.sheet_of(context.template, context.language, context.paper)
    shown: list[b.Block] = []
    for widths, gaps in (*product((HALVES, *UNEVEN), GAPS), (HALVES, 0)):
        shown = list(arranged(widths, gaps))
        if docx.fits([*lead_of(texts.lead), *shown], context.language, sheet):
            break
    return shown


def _upright(
    context: Context, columns: Sequence[Column], widths: Widths, gaps: int
) -> Iterable[b.Block]:
    if figures := key_figures(context):
        yield b.KeyFigures(figures)
    if columns:
        yield b.Columns(tuple(columns), widths[: len(columns)])
    if figure := chain(context, WIDE, gaps):
        yield figure
    yield from _decisions(context)


def _lying(
    context: Context, columns: Sequence[Column], _widths: Widths, gaps: int
) -> Iterable[b.Block]:
    """Figures beside the words, of which the last stand above the decisions; below the chain."""
    figures = key_figures(context)
    beside: list[Column] = [(b.KeyFigures(figures, across=1),)] if figures else []
    beside += columns[:-1]
    beside.append((*(columns[-1] if columns else ()), *_decisions(context)))
    shown = [column for column in beside if column]
    if shown:
        yield b.Columns(tuple(shown), LYING if len(shown) == 3 else (HALF,) * len(shown))
    if figure := chain(context, LONG, gaps):
        yield figure


def _decisions(context: Context) -> list[b.Block]:
    """The first sentence of each of the next steps."""
    asked = narrative.lines(words(context, "next_steps").narrative)
    firsts = (SENTENCE.match(line.removeprefix(narrative.BULLET)) for line in asked)
    decisions = tuple(context.runs(first[0]) for first in firsts if first)[:MOST_DECISIONS]
    return [b.Decisions(decisions, context.gettext("Decisions"))] if decisions else []


def split(text: str) -> tuple[list[str], list[str]]:
    """Findings and proposals: the last lines that all speak of gaps or initiatives are proposals,
    or those after a heading of their own ("## ")."""
    lines = [line.removeprefix(narrative.BULLET) for line in narrative.lines(text)]
    heads = [n for n, line in enumerate(lines) if line.startswith(narrative.HEADING)]
    if heads:
        cut = heads[-1]
        body = [line for line in lines if not line.startswith(narrative.HEADING)]
        before = sum(not line.startswith(narrative.HEADING) for line in lines[:cut])
        return body[:before], body[before:]
    cut = len(lines)
    while cut > (len(lines) + 1) // 2 and PLAN.search(lines[cut - 1]):
        cut -= 1
    return lines[:cut], lines[cut:]


# ── Key figures ───────────────────────────────────────────────────────────────────────────


def key_figures(context: Context) -> tuple[b.KeyFigure, ...]:
    """Up to four: measures with readings first, then what the plan counts."""
    known = [kpi for kpi in context.all(Kpi) if kpi.readings]
    figures = [_of_measure(context, kpi) for kpi in known[:4]]
    for figure in (_gaps(context), _cost(context)):
        if figure and len(figures) < 4:
            figures.append(figure)
    return tuple(figures)


def _of_measure(context: Context, kpi: Kpi) -> b.KeyFigure:
    last, first = kpi.readings[-1], kpi.readings[0]
    month = context.written.month(last.read_on)
    n = [context.written.n(last.n)] if last.n is not None else []
    notes = [context.listed([month, *n]), *measures.said(context, last)[: -1 if n else None]]
    if first is not last:
        value = measures.value(context, kpi, first.value)
        notes.append(f"{context.written.month(first.read_on)}{context.colon}{value}")
    return b.KeyFigure(
        kpi.name,
        measures.value(context, kpi, last.value, unit=False),
        "" if measures.is_score(kpi) else kpi.unit,
        "\n".join(notes),
        measures.met(kpi, last.value) is False,
    )


def _gaps(context: Context) -> b.KeyFigure | None:
    known = counts.gaps(context)
    if not known:
        return None
    scored = len(counts.scored(context))
    note = context.gettext("{count} of them scored", count=scored)
    return b.KeyFigure(context.gettext("Gaps found"), str(len(known)), "", note, True)


def _cost(context: Context) -> b.KeyFigure | None:
    known = counts.initiatives(context)
    if not known:
        return None
    total = counts.cost(context)
    note = context.gettext("cost not known yet")
    if total:
        note = context.written.money(*total[:2])
    return b.KeyFigure(context.gettext("Initiatives proposed"), str(len(known)), "", note)


# ── Suggestions ───────────────────────────────────────────────────────────────────────────


def _message(context: Context) -> str:
    _ = context.gettext
    score = measures.the_score(context)
    top = counts.concentration(context)
    if score is not None and score.readings:
        return measures.standing(context, score)
    if top:
        return _(
            "{first} of {scored} gaps hold {share} of the severity",
            first=top.first, scored=top.scored, share=context.written.percent(top.share),
        )  # fmt: skip
    count = len(counts.gaps(context))
    if count:
        return context.ngettext("{count} gap has been found", "{count} gaps have been found", count)
    return _("Nothing has been found yet that could be summed up")


def _findings(context: Context) -> list[str]:
    """Where the first measures stand."""
    stop = "。" if context.japanese else "."
    read = [kpi for kpi in context.all(Kpi)[:4] if kpi.readings]
    return [measures.standing(context, kpi) + stop for kpi in read]


def _proposals(context: Context) -> list[str]:
    """How concentrated the gaps are, the plan's size, and when it begins."""
    found = []
    top = counts.concentration(context)
    if top:
        first = [f"[{gap.code}]" for gap, _value in counts.scored(context)[: top.first]]
        found.append(
            context.gettext(
                "{first} of {scored} scored gaps hold {share} of the severity: {codes}.",
                first=top.first, scored=top.scored, share=context.written.percent(top.share),
                codes=context.written.joined(first),
            )
        )  # fmt: skip
    plan = counts.initiatives(context)
    total = counts.cost(context)
    if plan and total:
        found.append(
            context.ngettext(
                "We propose {count} initiative for {cost}.",
                "We propose {count} initiatives for {cost}.",
                len(plan),
                cost=context.written.money(*total[:2]),
            )
        )
    elif plan:
        found.append(
            context.ngettext(
                "We propose {count} initiative; its cost is not known yet.",
                "We propose {count} initiatives; their cost is not known yet.",
                len(plan),
            )
        )
    return found
