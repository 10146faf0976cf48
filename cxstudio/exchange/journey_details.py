"""What cards carry beside their words, as a list under the table: a row for each card.

Colour, icon, tags, links by the codes of records, votes, and whether a card stays in the team.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from cxstudio.exchange.journey_content import (
    CardContent,
    CardDetails,
    JourneyContent,
    key_of,
    tidy,
    tidy_name,
)
from cxstudio.exchange.journey_words import STEP, is_step, word
from cxstudio.i18n import LANGUAGES, N_, _
from cxstudio.model.words import COLOURS

CARDS, LANE, COLOUR, ICON = N_("Cards"), N_("Lane"), N_("Colour"), N_("Icon")
TAGS, LINKS, VOTES, CONFIDENTIAL = N_("Tags"), N_("Links"), N_("Votes"), N_("Confidential")
HEADS = (CARDS, STEP, LANE, COLOUR, ICON, TAGS, LINKS, VOTES, CONFIDENTIAL)
YES, NAMELESS = "✓", "—"
LONGEST_ICON, MOST_VOTES = 60, 10_000

_CODE = re.compile(r"[A-Z]-\d{2,}")
_BETWEEN = re.compile(r"[,、，;；\n]+")
_ICON = re.compile(r"[a-z0-9-]+")

Rows = list[list[str]]
Place = tuple[str, str]


# ── Out ───────────────────────────────────────────────────────────────────────────────────


def list_rows(journey: JourneyContent, language: str) -> Rows:
    """The list of all cards with what they carry; nothing when none is known to carry anything."""
    if not any(card.details for card in journey.cards):
        return []
    return [
        [word(head, language) for head in HEADS],
        *(_row(journey, card, language) for card in journey.cards),
    ]


def _row(journey: JourneyContent, card: CardContent, language: str) -> list[str]:
    carried = card.details or CardDetails()
    step, lane = _place(journey, card)
    return [
        tidy(card.text) or NAMELESS,
        step,
        lane,
        word(COLOURS[carried.colour], language) if carried.colour in COLOURS else "",
        carried.icon,
        ", ".join(tidy_name(tag) for tag in carried.tags),
        ", ".join(carried.links),
        str(carried.votes) if carried.votes else "",
        YES if carried.confidential else "",
    ]


def _place(journey: JourneyContent, card: CardContent) -> Place:
    step, lane = journey.steps[card.step].name, journey.lanes[card.lane].name
    return tidy_name(step) or NAMELESS, tidy_name(lane)


# ── In ────────────────────────────────────────────────────────────────────────────────────


def is_list_head(row: Sequence[str]) -> bool:
    """Whether a row is the head of the list of cards."""
    known = _heads()
    return len(row) > 2 and (
        key_of(row[0]) in known[CARDS] and is_step(row[1]) and key_of(row[2]) in known[LANE]
    )


def parted(rows: Rows) -> tuple[Rows, Rows]:
    """The table, and the list of cards under it with its head, if there is one."""
    for number, row in enumerate(rows):
        if number and is_list_head(row):
            return rows[:number], rows[number:]
    return rows, []


def with_details(journey: JourneyContent, listed: Rows) -> JourneyContent:
    """The cards with what the list says of them: by their words, else by their order in a cell."""
    if not listed:
        return journey
    columns = _columns(listed[0])
    waiting: dict[Place, list[list[str]]] = {}
    for row in listed[1:]:
        waiting.setdefault((_cell(row, 1) or NAMELESS, _cell(row, 2)), []).append(row)
    found: dict[int, list[str]] = {}
    for same_words in (True, False):
        for number, card in enumerate(journey.cards):
            rows = waiting.get(_place(journey, card), [])
            like = next((r for r in rows if not same_words or _says(r, card)), None)
            if number not in found and like is not None:
                rows.remove(like)
                found[number] = like
    cards = tuple(
        replace(card, details=_details(found[number], columns)) if number in found else card
        for number, card in enumerate(journey.cards)
    )
    left = sum(len(rows) for rows in waiting.values())
    return replace(journey, cards=cards, notes=(*journey.notes, *_note(left)))


def _note(left: int) -> Iterator[str]:
    if left:
        yield _("The list of cards has {count} rows whose card is not in the table.").format(
            count=left
        )


def _says(row: Sequence[str], card: CardContent) -> bool:
    return tidy(row[0]) == (tidy(card.text) or NAMELESS)


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Where each column stands, however they were moved about."""
    known = _heads()
    keys = [key_of(cell) for cell in head]
    return {
        name: next((n for n, key in enumerate(keys) if key in known[name]), -1)
        for name in HEADS
        if name != STEP
    }


def _details(row: Sequence[str], columns: dict[str, int]) -> CardDetails:
    def said(name: str) -> str:
        return _cell(row, columns[name])

    icon, votes = said(ICON)[:LONGEST_ICON], said(VOTES)
    return CardDetails(
        colour=_colours().get(key_of(said(COLOUR)), ""),
        icon=icon if _ICON.fullmatch(icon) else "",
        tags=tuple(dict.fromkeys(tag for tag in _parts(said(TAGS)))),
        links=tuple(dict.fromkeys(_CODE.findall(said(LINKS).upper()))),
        votes=min(int(votes), MOST_VOTES) if votes.isdecimal() and len(votes) < 9 else 0,
        confidential=key_of(said(CONFIDENTIAL)) not in _NO and bool(said(CONFIDENTIAL)),
    )


def said_details(one: CardDetails, other: CardDetails) -> str:
    """In words, what one card carries where the other one differs; "—" for nothing."""
    said = (
        (
            COLOUR,
            _(COLOURS[one.colour]) if one.colour in COLOURS else "",
            one.colour == other.colour,
        ),
        (ICON, one.icon, one.icon == other.icon),
        (TAGS, ", ".join(one.tags), one.tags == other.tags),
        (LINKS, ", ".join(one.links), one.links == other.links),
        (VOTES, str(one.votes), one.votes == other.votes),
        (CONFIDENTIAL, YES * one.confidential, one.confidential == other.confidential),
    )
    return "; ".join(f"{_(head)}: {text or NAMELESS}" for head, text, same in said if not same)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def _cell(row: Sequence[str], place: int) -> str:
    return tidy_name(row[place]) if 0 <= place < len(row) else ""


_NO = frozenset(("no", "0", "false", "いいえ", "なし"))


@cache
def _heads() -> dict[str, frozenset[str]]:
    return {head: frozenset(key_of(word(head, one)) for one in LANGUAGES) for head in HEADS}


@cache
def _colours() -> dict[str, str]:
    spelt = {key_of(word(text, one)): key for key, text in COLOURS.items() for one in LANGUAGES}
    return spelt | {key: key for key in COLOURS}
