"""Executive summary: one page with four figures, findings, proposals, the chain and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxstudio.drawing.charts.chain_picture import ChainLink, chain_figure
from cxstudio.model import Kpi
from cxstudio.report import blocks as b
from cxstudio.report import counts, measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.lying import HALF, lies
from cxstudio.report.sections import TITLES, words
from cxstudio.report.texts import Texts, broken

PLAN = re.compile(r"\[[GI]-\d+\]")
SENTENCE = re.compile(r".*?(?:。|\.(?=\s|$)|$)")
MOST_DECISIONS = 4
LYING, LYING_BELOW = (64.0, 88.0, 88.0), (130.0, 114.0)
"""Widths of columns on a page that lies on its side."""
Column = tuple[b.Block, ...]


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
    shown = arranged(context, columns)
    return b.Section(
        _(TITLES["summary"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def _upright(context: Context, columns: Sequence[Column]) -> Iterable[b.Block]:
    if figures := key_figures(context):
        yield b.KeyFigures(figures)
    if columns:
        yield b.Columns(tuple(columns), (79.0,) * len(columns))
    yield from _chain(context)
    yield from _decisions(context)


def _lying(context: Context, columns: Sequence[Column]) -> Iterable[b.Block]:
    """Figures beside the words, and the decisions beside the chain."""
    figures = key_figures(context)
    beside: list[Column] = [(b.KeyFigures(figures, across=1),)] if figures else []
    beside += columns
    if beside:
        widths = LYING if len(beside) == 3 else (HALF,) * len(beside)
        yield b.Columns(tuple(beside), widths)
    below = [tuple(blocks) for blocks in (_chain(context), _decisions(context)) if blocks]
    yield from below[0] if len(below) == 1 else ()
    if len(below) == 2:
        yield b.Columns(tuple(below), LYING_BELOW)


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


# ── The chain ─────────────────────────────────────────────────────────────────────────────


def _chain(context: Context) -> list[b.Block]:
    links = counts.chain(context)
    if sum(link.count for link in links) == 0:
        return []
    _ = context.gettext
    names = {
        "evidence": _("Evidence"),
        "insight": _("Insights"),
        "gap": _("Gaps"),
        "initiative": _("Initiatives"),
        "kpi": _("Measures"),
    }
    picture = chain_figure(
        [ChainLink(names[link.kind], link.count, link.linked) for link in links],
        context.language,
        context.palette,
        width_mm=LYING_BELOW[0] if lies(context) else 166,
        height_mm=16.5,
    )
    loose = sum(link.count - link.linked for link in links if link.linked is not None)
    caption = _("From what customers said to the measures: every link can be followed")
    if loose:
        caption = context.ngettext(
            "From what customers said to the measures: {count} link is still missing",
            "From what customers said to the measures: {count} links are still missing",
            loose,
        )
    return [
        b.Figure(
            picture.png,
            picture.width_mm,
            picture.alt,
            caption=caption,
            svg=picture.svg,
        )
    ]


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
