"""The pictures on a persona's page: photo or plain figure, and the sliders."""

from __future__ import annotations

from cxstudio.drawing import portrait
from cxstudio.model import Attachment, Persona
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

PORTRAIT_MM = portrait.PORTRAIT_MM[0]


def photo_or_figure(
    context: Context, persona: Persona, width: float = PORTRAIT_MM
) -> tuple[b.Block, ...]:
    """The portrait so many millimetres wide; a drawn one says below that it is no photo."""
    if (photo := _photo(context, persona)) is not None:
        return (b.Figure(photo, width, "", decorative=True),)
    drawn = b.Figure(portrait.portrait(context.palette), width, "", decorative=True)
    return (drawn, b.Paragraph(context.gettext("Drawn figure, not a photo"), "note"))


def _photo(context: Context, persona: Persona) -> bytes | None:
    """The persona's photo cut to size; None when there is none, or it is gone or no picture."""
    attachment = context.get(Attachment, persona.photo_id)
    if attachment is None:
        return None
    try:
        return portrait.cropped(context.blob(attachment.sha256))
    except LookupError:
        return None


def slider_figure(context: Context, persona: Persona) -> tuple[b.Block, ...]:
    """Heading, picture with the words at both ends, and what each place rests on."""
    if not persona.sliders:
        return ()
    places = [
        portrait.Place(slider.value, slider.low, slider.high, slider.left, slider.right)
        for slider in persona.sliders
    ]
    words = [f"{s.left} – {s.right}: {s.value}" for s in persona.sliders]
    alt = context.gettext(
        "Places between two words, 0 left to 100 right. {places}.", places="; ".join(words)
    )
    png = portrait.sliders(places, context.palette)
    return (
        b.Heading(4, context.gettext("Tendencies")),
        b.Figure(png, portrait.SLIDER_MM[0], alt),
        b.Paragraph(_rests_on(context, persona), "note"),
    )


def _rests_on(context: Context, persona: Persona) -> b.Runs:
    """The marks of all places together, and how many of them rest on nothing."""
    ends = [End("slider", slider.id) for slider in persona.sliders]
    bare = sum(not context.chain.sources(end) for end in ends)
    if bare == len(ends):
        return (b.Assumption(),)
    marks = context.marks(*ends, most=2)
    if not bare:
        return marks
    assumed = context.ngettext("{count} of them is assumed", "{count} of them are assumed", bare)
    return (*marks, b.Text(f"{'、' if context.japanese else '; '}{assumed}", tone="quiet"))
