"""From the engagement to the report's tree of blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from cxstudio.drawing.face import set_in
from cxstudio.drawing.picture import Draw, here
from cxstudio.i18n import _
from cxstudio.report import blocks as b
from cxstudio.report import cover, front, sections
from cxstudio.report.context import Context, no_blob
from cxstudio.report.quotation_marks import with_curly_marks
from cxstudio.report.telling import Tell, nobody, shares
from cxstudio.report.unnamed import unnamed

T = TypeVar("T")

LONG = {"journeys": 4, "maps": 16}
"""How many times as long as another section one with maps takes, by and large."""


def build_report(
    session: Session,
    *,
    language: b.Language,
    audience: b.Audience,
    blob: Callable[[str], bytes] = no_blob,
    template: Path | None = None,
    paper: b.Paper = "A4",
    tell: Tell = nobody,
    draw: Draw = here,
) -> b.Report:
    """The whole report in its language for its reader.

    Reads only `session`, which may belong to a copy in memory and to any thread; `blob` gives
    the bytes of an attachment by its SHA-256. Of the `template` only colours and typefaces are
    taken; its own pages hold, whatever the `paper`. The maps are begun before all else and asked
    for last, so that what `draw` begins elsewhere is drawn while the rest is built.
    Nobody's name is in the client's. Raises TemplateError when the template cannot be read.
    """
    context = Context(session, language, audience, blob, template, draw=draw, paper=paper)
    with set_in(context.face):
        parts: list[b.Part] = _sections(context, tell)
    meta = meta_of(context)
    opening = cover.cover(context)
    tell(1.0, "")
    whole = (opening, front.control(context, meta.title, len(parts)), *parts)
    tell(1.0, "")
    return _for_reader(context, b.Report(meta, whole))


def _sections(context: Context, tell: Tell) -> list[b.Part]:
    """The sections in their order; those that wait for drawings are built last."""
    keys = sections.order(context)
    late = [key for key in keys if key in sections.DRAWN]
    order = [*(key for key in keys if key not in late), *late]
    context.tell, *tells = shares(tell, [1, *(LONG.get(key, 1) for key in order)])
    begun = {key: sections.begun(context, key) for key in late}
    built: dict[str, b.Part] = {}
    for key, context.tell in zip(order, tells, strict=True):
        context.tell(0.0, _(sections.TITLES[key]))
        built[key] = begun[key]() if key in begun else sections.section(context, key)
    return [built[key] for key in keys]


def build_section(context: Context, key: str) -> b.Section:
    """One section alone, for looking at."""
    with set_in(context.face):
        return _for_reader(context, sections.section(context, key))


def _for_reader(context: Context, tree: T) -> T:
    """The client's has nobody's name, whoever wrote it into a text; an English one has curly
    quotation marks, however they were typed."""
    told = unnamed(context, tree) if context.audience == "client" else tree
    return told if context.japanese else with_curly_marks(told)


def meta_of(context: Context) -> b.Meta:
    """What document it is: title, client, day, edition, reader and page size."""
    one = context.engagement
    *names, plan = cover.title(context).split("\n")
    joined = _joined(" ".join(names), plan, context)
    return b.Meta(
        title=joined,
        client=one.client,
        date=context.date,
        subtitle=cover.subtitle(context),
        firm=one.firm,
        author=one.firm,
        version=one.report_version,
        confidentiality=front.label(context),
        language=context.language,
        audience=context.audience,
        paper=context.paper,
        subject=one.scope,
        keywords=tuple(word for word in (one.client, one.industry) if word),
    )


def _joined(name: str, plan: str, context: Context) -> str:
    """The title in one line."""
    if not name:
        return plan
    if context.japanese:
        return f"{name}{'' if name.endswith('の') else '：'}{plan}"
    return f"{name}: {plan[:1].lower()}{plan[1:]}"
