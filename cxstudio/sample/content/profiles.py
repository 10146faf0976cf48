"""How the content's personas are written down: a head, traits and sliders."""

from cxstudio.model import Persona, Slider, Trait
from cxstudio.sample.rows import At, Figure, Row, T, row


def persona(
    key: str,
    part: str,
    score: str,
    name: T,
    archetype: T,
    segment: T,
    summary: T,
    quote: T,
    source: T,
    fields: dict[str, str],
    primary: bool = False,
) -> Row:
    return row(
        key,
        Persona,
        fields=fields,
        name=name,
        archetype=archetype,
        segment=segment,
        share=Figure(part, "value", 0.01),
        summary=summary,
        quote=quote,
        quote_source=source,
        primary=primary,
        score=Figure(score),
        score_n=Figure(score, "n"),
        score_low=Figure(score, "low"),
        score_high=Figure(score, "high"),
    )


def traits(who: str, kind: str, *entries: tuple[T, str]) -> list[Row]:
    return [
        row(
            f"{who}.{kind}.{number}",
            Trait,
            rests=rests,
            persona_id=At(who),
            trait_kind=kind,
            text=text,
        )
        for number, (text, rests) in enumerate(entries, start=1)
    ]


def facts(who: str, *entries: tuple[T, T, str]) -> list[Row]:
    return [
        row(
            f"{who}.fact.{number}",
            Trait,
            rests=rests,
            persona_id=At(who),
            trait_kind="fact",
            name=name,
            text=text,
        )
        for number, (name, text, rests) in enumerate(entries, start=1)
    ]


def uses(who: str, *entries: tuple[str, T]) -> list[Row]:
    return [
        row(
            f"{who}.channel.{number}",
            Trait,
            persona_id=At(who),
            trait_kind="channel",
            text=text,
            channel_id=At(channel),
        )
        for number, (channel, text) in enumerate(entries, start=1)
    ]


def sliders(who: str, *entries: tuple[T, T, int, int | None, int | None, str]) -> list[Row]:
    return [
        row(
            f"{who}.slider.{number}",
            Slider,
            rests=rests,
            persona_id=At(who),
            left=left,
            right=right,
            value=value,
            low=low,
            high=high,
        )
        for number, (left, right, value, low, high, rests) in enumerate(entries, start=1)
    ]
