"""Personas: an overview, then one page each, with every field marked by what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import Channel, Evidence, Gap, Journey, Persona, Trait
from cxstudio.model.chain import End
from cxstudio.model.claims import persona_claims
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.lying import lies
from cxstudio.report.sections import TITLES
from cxstudio.report.sections.persona_pictures import photo_or_figure, slider_figure
from cxstudio.report.texts import PageText, Texts, broken

THIRD, HALF = 51.3, 79.0
LOWER = (44.5, 61.0, 51.3)
LYING = (44.0, 62.0, 62.0, 62.0)
PORTRAIT_LYING_MM = 26.0
LISTED = ("goal", "need", "pain", "behaviour")
MOST_COMPARED, MOST_GAPS = 4, 4


def suggest(context: Context) -> Texts:
    """How many personas there are and how much of them rests on evidence."""
    _ = context.gettext
    personas = context.all(Persona)
    if not personas:
        return Texts(_("No persona has been drawn yet"))
    each = [evidenced(context, persona) for persona in personas]
    backed, fields = (sum(counts) for counts in zip(*each, strict=True))
    message = context.ngettext(
        "{count} persona; {backed} of its {fields} statements rest on evidence",
        "{count} personas; {backed} of their {fields} statements rest on evidence",
        len(personas),
        backed=backed,
        fields=fields,
    )
    return Texts(message)


def blocks(context: Context, texts: Texts) -> b.Section:
    """The opening page with the table of all, then a page for each."""
    _ = context.gettext
    personas = context.all(Persona)
    common, pages = narrative.by_page(texts.narrative)
    shown: list[b.Block] = [*narrative.blocks(context, common)]
    if personas:
        shown += [_overview(context, personas), *_compared(context, personas)]
    for persona in personas:
        written = pages.get(persona.code, narrative.PageWords())
        shown += page(context, persona, written.message)
        shown += narrative.blocks(context, "\n".join(written.lines))
    return b.Section(
        _(TITLES["personas"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def pages(context: Context) -> tuple[PageText, ...]:
    """A page for each persona, with what hurts most as its message."""
    return tuple(
        PageText(persona.code, _tension(context, persona)) for persona in context.all(Persona)
    )


def evidenced(context: Context, persona: Persona) -> tuple[int, int]:
    """How many statements of a persona rest on evidence, and how many there are."""
    ends = persona_claims(persona)
    return sum(bool(context.chain.sources(end)) for end in ends), len(ends)


# ── Overview ──────────────────────────────────────────────────────────────────────────────


def _overview(context: Context, personas: list[Persona]) -> b.Table:
    _ = context.gettext
    columns = (
        b.Column(context.pgettext("report", "Code"), 14, "code"),
        b.Column(_("Persona"), 46),
        b.Column(_("Segment")),
        b.Column(_("Share"), 15, "number"),
        b.Column(_("Score (NPS)"), 26, "number"),
        b.Column(_("On\nevidence"), 18, "number"),
    )
    rows = tuple(_overview_row(context, persona) for persona in personas)
    return b.Table(
        columns,
        rows,
        _("The personas beside each other, each with the score of its segment"),
        _("Score with its 95% interval and the number of answers"),
    )


def _overview_row(context: Context, persona: Persona) -> b.Row:
    backed, fields = evidenced(context, persona)
    share = "–" if persona.share is None else context.written.percent(persona.share)
    name = (b.Text(persona.name, bold=True), b.Text(f"\n{persona.archetype}", tone="quiet"))
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(persona.code),), name, persona.segment, share, score(context, persona),
        f"{backed} / {fields}",
    )  # fmt: skip
    return b.Row(cells)


def _compared(context: Context, personas: list[Persona]) -> list[b.Block]:
    """What comes first with each persona, side by side; nothing when there is but one or many."""
    if not 1 < len(personas) <= MOST_COMPARED:
        return []
    columns = (b.Column("", 26), *(b.Column(one.name or one.code) for one in personas))
    titles = _titles(context)
    rows = []
    for kind, title in titles.items():
        cells = [_first(context, persona, kind) for persona in personas]
        if any(cells):
            rows.append(b.Row(((b.Text(title, bold=True),), *(cell or "–" for cell in cells))))
    caption = context.gettext("What each persona wants, needs and suffers from first")
    return [b.Table(columns, tuple(rows), caption, dense=True)] if rows else []


def _first(context: Context, persona: Persona, kind: str) -> b.Runs:
    """The first trait of a kind with its mark; nothing without one."""
    for trait in persona.traits:
        if trait.trait_kind == kind and (said := _said(context, trait)):
            return context.claim(said, End("trait", trait.id), most=1)
    return ()


def score(context: Context, persona: Persona) -> str:
    """The segment's score with interval and n, withheld under ten answers for a client."""
    written, n = context.written, persona.score_n
    if persona.score is None:
        return context.gettext("not measured")
    if context.audience == "client" and n is not None and n < 10:
        return context.gettext("fewer than 10 answers")
    parts = [written.score(persona.score)]
    if persona.score_low is not None and persona.score_high is not None:
        parts.append(f"\n{written.interval(persona.score_low, persona.score_high)}")
    if n is not None:
        parts.append(f"\n{written.n(n)}" + (" *" if n < 30 else ""))
    return "".join(parts)


# ── One page ──────────────────────────────────────────────────────────────────────────────


def page(context: Context, persona: Persona, message: str = "") -> tuple[b.Block, ...]:
    """A persona's page; without a message of the consultant's it states what hurts most."""
    said = message or _tension(context, persona)
    below = _lying(context, persona) if lies(context) else _upright(context, persona)
    return (b.PageMessage(broken(said, context.language), persona.code), *below)


def _upright(context: Context, persona: Persona) -> list[b.Block]:
    head = (*_words(context, persona), b.Facts(tuple(_figures(context, persona)), 3))
    lists = [_list(context, persona, kind) for kind in ("goal", "need", "pain")]
    lower = (
        _list(context, persona, "behaviour"),
        _facts(context, persona),
        slider_figure(context, persona),
    )
    return [
        b.Columns((photo_or_figure(context, persona), head), (38, 120)),
        *_side_by_side([one for one in lists if one]),
        *_side_by_side([one for one in lower if one], LOWER),
        *_channels(context, persona),
        *_answered(context, persona),
    ]


def _lying(context: Context, persona: Persona) -> list[b.Block]:
    """Four columns on a page that lies on its side: who it is; what is said and what hurts; what
    is wanted; and how the person behaves."""
    wants, needs, hurts, behaves = (_list(context, persona, kind) for kind in LISTED)
    figures = b.Facts(tuple(_figures(context, persona)), 1)
    portrait = photo_or_figure(context, persona, PORTRAIT_LYING_MM)
    columns = (
        (*portrait, figures, *slider_figure(context, persona)),
        (*_words(context, persona), *hurts),
        (*wants, *needs, *_channels(context, persona)),
        (*behaves, *_facts(context, persona), *_answered(context, persona)),
    )
    return [b.Columns(columns, LYING)]


def _tension(context: Context, persona: Persona) -> str:
    """The persona with what hurts most, as the sentence of the page."""
    pains = [trait.text for trait in persona.traits if trait.trait_kind == "pain" and trait.text]
    if not pains:
        return persona.name or persona.code
    pain = pains[0] if context.japanese else pains[0][:1].lower() + pains[0][1:]
    return context.gettext("{name}: {pain}", name=persona.name or persona.code, pain=pain)


def _words(context: Context, persona: Persona) -> list[b.Block]:
    """Summary and quote."""
    shown: list[b.Block] = []
    if persona.summary:
        words = context.claim(persona.summary, End("persona", persona.id, "summary"), most=3)
        if persona.archetype:
            label = b.Text(f"{persona.archetype}{context.colon}", bold=True, tone="holds")
            words = (label, *words)
        shown.append(b.Paragraph(words))
    elif persona.archetype:
        shown.append(b.Heading(4, persona.archetype))
    if persona.quote:
        shown.append(_quote(context, persona))
    return shown


def _figures(context: Context, persona: Persona) -> Iterable[b.Fact]:
    """Share and score of the segment, and how much of the page rests on evidence."""
    _ = context.gettext
    share = "–" if persona.share is None else context.written.percent(persona.share)
    if persona.score_n is not None and persona.share is not None:
        share = _bracketed(context, share, context.written.n(persona.score_n))
    yield b.Fact(_("Share of answers"), share)
    parts = score(context, persona).split("\n")
    between = parts[1] if len(parts) > 1 else ""
    label = _("Score (NPS), 95% interval") if between else _("Score (NPS)")
    yield b.Fact(label, _bracketed(context, parts[0], between))
    backed, fields = evidenced(context, persona)
    told = _("{backed} of {fields} statements", backed=backed, fields=fields)
    yield b.Fact(_("Resting on evidence"), told)


def _bracketed(context: Context, text: str, more: str) -> str:
    if not more:
        return text
    return f"{text}（{more}）" if context.japanese else f"{text} ({more})"


def _quote(context: Context, persona: Persona) -> b.Block:
    pieces = context.under(End("persona", persona.id, "quote"))
    if any(context.hides(piece) for piece in pieces):
        return b.Paragraph(context.gettext("The quote is confidential and left out."), "note")
    sources = context.sources(pieces)
    marks = tuple(context.ref(piece, sources) for piece in pieces)
    source = persona.quote_source
    for piece in pieces:  # its mark says it already
        source = source.removeprefix(piece.code).lstrip(" ,、")
    return b.Quote(persona.quote, source, marks)


def _list(context: Context, persona: Persona, kind: str) -> tuple[b.Block, ...]:
    """Traits of one kind, each with its marks."""
    traits = [
        trait for trait in persona.traits if trait.trait_kind == kind and _said(context, trait)
    ]
    if not traits:
        return ()
    titles = _titles(context)
    items = tuple(
        context.claim(_said(context, trait), End("trait", trait.id), most=1) for trait in traits
    )
    return (b.Heading(4, titles[kind]), b.Bullets(items))


def _titles(context: Context) -> dict[str, str]:
    """What lists of traits are headed by."""
    return {
        "goal": context.gettext("What this person wants"),
        "need": context.gettext("What this person needs"),
        "pain": context.gettext("What hurts"),
        "behaviour": context.gettext("How this person behaves"),
    }


def _channels(context: Context, persona: Persona) -> list[b.Block]:
    """The channels in one line; a mark that all share stands once, at the end."""
    used = [trait for trait in persona.traits if trait.trait_kind == "channel"]
    if not used:
        return []
    ends = [End("trait", trait.id) for trait in used]
    alike = all(context.under(end) == context.under(ends[0]) for end in ends)
    label = context.gettext("Channels used")
    words: list[b.Inline] = [b.Text(f"{label}\u2002", bold=True, tone="holds")]
    for trait, end in zip(used, ends, strict=True):
        words.append(b.Text("" if trait is used[0] else "  ·  "))
        words += context.runs(_said(context, trait))
        if not alike or trait is used[-1]:
            words += [b.Text(" "), *context.marks(end, most=1)]
    if alike and len(used) > 1 and not context.under(ends[0]):
        words.append(b.Text(context.gettext(" (all of them)"), tone="quiet"))
    return [b.Paragraph(tuple(words), "note")]


def _answered(context: Context, persona: Persona) -> list[b.Block]:
    """The most severe gaps of the person's journeys, and the initiatives for them."""
    known = _own_gaps(context, persona)
    gaps = known[:MOST_GAPS]
    if not gaps:
        return []
    closing = {one.id for gap in gaps for one in counts.initiatives_of(context, gap)}
    plan = [one for one in counts.initiatives(context) if one.id in closing]
    words: list[b.Inline] = []
    for label, found in (
        (context.gettext("Gaps on these journeys"), gaps),
        (context.gettext("Initiatives for them"), plan),
    ):
        if found:
            between = "　" if context.japanese else "\u2003"
            words.append(
                b.Text(f"{between if words else ''}{label}\u2002", bold=True, tone="holds")
            )
            words += context.runs(context.listed(f"[{one.code}]" for one in found))
        if found is gaps and len(known) > len(gaps):
            more = context.gettext("and {count} more", count=len(known) - len(gaps))
            words.append(b.Text(f" {more}", tone="quiet"))
    return [b.Paragraph(tuple(words), "note")]


def _own_gaps(context: Context, persona: Persona) -> list[Gap]:
    """Gaps at steps of the person's journeys, the most severe first.

    A journey is of the persona named first; who is drawn on it for comparison only has these gaps
    where there is no journey of their own with gaps.
    """
    own: set[int] = set()
    compared: set[int] = set()
    for journey in context.all(Journey):
        people = [one.persona_id for one in journey.personas]
        if persona.id in people:
            steps = own if people[0] == persona.id else compared
            steps.update(step.id for stage in journey.stages for step in stage.steps)
    known = counts.gaps(context)
    return [gap for gap in known if gap.step_id in own] or [
        gap for gap in known if gap.step_id in compared
    ]


def _said(context: Context, trait: Trait) -> str:
    """The trait's words, with the channel that they speak of."""
    words = trait.text or trait.name
    channel = context.get(Channel, trait.channel_id)
    if channel is None:
        return words
    return f"{channel.name}{'：' if context.japanese else ': '}{words}" if words else channel.name


def _facts(context: Context, persona: Persona) -> tuple[b.Block, ...]:
    """What the survey says of the segment."""
    facts = [t for t in persona.traits if t.trait_kind == "fact" and t.text]
    if not facts:
        return ()
    common = _common(context, facts)
    items = []
    for fact in facts:
        words: b.Runs = (b.Text(f"{fact.name}{context.colon}{fact.text}"),)
        end = End("trait", fact.id)
        if not common or context.under(end) != common:
            words = (*words, b.Text(" "), *context.marks(end, most=1))
        items.append(words)
    title = b.Heading(4, context.gettext("Facts of this segment"))
    if not common:
        return (title, b.Bullets(tuple(items)))
    lead = b.Text(context.gettext("Unless marked otherwise: "), tone="quiet")
    return (title, b.Bullets(tuple(items)), b.Paragraph((lead, *context.marks_of(common)), "note"))


def _common(context: Context, facts: list[Trait]) -> list[Evidence]:
    """The evidence that most of the facts rest on alike, none when it differs."""
    each = [context.under(End("trait", fact.id)) for fact in facts]
    shared = [pieces for pieces in each if pieces and each.count(pieces) > 1]
    return max(shared, key=each.count, default=[])


def _side_by_side(
    lists: list[tuple[b.Block, ...]], widths: tuple[float, ...] = (THIRD,) * 3
) -> list[b.Block]:
    if not lists:
        return []
    if len(lists) == 1:
        return [*lists[0]]
    return [b.Columns(tuple(lists), widths if len(lists) == 3 else (HALF, HALF))]
