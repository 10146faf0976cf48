"""A journey map as a table of texts, and back: steps as columns, lanes as rows.

The first row holds the stages, each over its first step; the second the steps. A lane follows with
its name and its kind; a lane of emotion has a row for each persona. The cards of a cell stand under
each other, a line each; a card's further lines are indented. "—" stands for no name. A list of
what the cards carry besides may follow, see journey_details.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cxstudio.exchange.journey_content import (
    HIGHEST,
    LOWEST,
    WITHOUT_CARDS,
    CardContent,
    CurveContent,
    JourneyContent,
    LaneContent,
    StageContent,
    StepContent,
    UnreadableJourney,
    check_size,
    check_text,
    tidy,
    tidy_name,
)
from cxstudio.exchange.journey_details import list_rows, parted, with_details
from cxstudio.exchange.journey_words import (
    KIND,
    STAGE,
    STEP,
    is_kind,
    is_stage,
    is_step,
    kind_of,
    kind_word,
    word,
)
from cxstudio.i18n import _

Rows = list[list[str]]

NAMELESS = "—"
EQUALS = " = "  # between a measure and its figure
ENDING = " ="  # after a measure that has no figure, where its name could be taken for one
PERSONA = ": "  # between the kind of a lane and the persona
INDENT = "  "

_CODE = re.compile(r"(P-\d{2,})\s+")
_MINUS = str.maketrans("−－–＋．０１２３４５６７８９", "---+.0123456789")


# ── Out ───────────────────────────────────────────────────────────────────────────────────


def rows_of(journey: JourneyContent, language: str) -> Rows:
    """The map as rows of texts, all of one length; its own words are in `language`."""
    stages = [word(STAGE, language), ""]
    steps = [word(STEP, language), word(KIND, language)]
    columns: list[int | None] = []
    count = 0
    for stage in journey.stages:
        names = [step.name for step in stage.steps]
        stages += [tidy_name(stage.name) or NAMELESS, *[""] * (len(names) - 1)]
        steps += [tidy_name(name) or NAMELESS for name in names] or [""]
        columns += list(range(count, count + len(names))) or [None]
        count += len(names)
    rows = [stages, steps]
    for place in range(len(journey.lanes)):
        rows += _lane_rows(journey, place, columns, language)
    listed = list_rows(journey, language)
    if listed:
        rows += [[], *listed]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def _lane_rows(
    journey: JourneyContent, place: int, columns: Sequence[int | None], language: str
) -> Rows:
    lane = journey.lanes[place]
    name, kind = tidy_name(lane.name), kind_word(lane.kind, language)
    if lane.kind == "emotion" and journey.curves:
        return [
            [name, f"{kind}{PERSONA}{_persona(curve)}", *(_feeling(curve, at) for at in columns)]
            for curve in journey.curves
        ]
    cells: dict[int | None, list[str]] = {}
    for card in journey.cards:
        if card.lane == place:
            cells.setdefault(card.step, []).append(_card_lines(card, lane.kind))
    return [[name, kind, *("\n".join(cells.get(at, ())) for at in columns)]]


def _persona(curve: CurveContent) -> str:
    return f"{curve.code} {tidy_name(curve.name)}".strip()


def _feeling(curve: CurveContent, at: int | None) -> str:
    value = None if at is None else curve.values.get(at)
    return "" if value is None else f"{value:g}"


def _card_lines(card: CardContent, kind: str) -> str:
    text = tidy(card.text) or NAMELESS
    if kind == "measures" and (card.value or EQUALS in text or text.endswith(ENDING)):
        value = tidy_figure(card.value)
        text = f"{text}{EQUALS}{value}".rstrip()
    return text.replace("\n", f"\n{INDENT}")


# ── In ────────────────────────────────────────────────────────────────────────────────────


def journey_of(rows: Rows, title: str, file: str) -> JourneyContent:
    """The map that a table holds; steps may also be its rows, and stages and kinds missing.

    Raises UnreadableJourney with a sentence that names the place.
    """
    rows, listed = parted([row for row in rows if any(cell.strip() for cell in row)])
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:
        raise UnreadableJourney(
            _(
                "{file} holds no table of a journey. Its first row must name the steps, and each "
                "row below must begin with the name of a lane."
            ).format(file=file)
        )
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    if _steps_are_rows(rows):
        turned = [list(column) for column in zip(*rows, strict=True)]
        return with_details(_Reading(turned, title, file, turned=True).journey(), listed)
    return with_details(_Reading(rows, title, file).journey(), listed)


def _steps_are_rows(rows: Rows) -> bool:
    """Lanes are named along the first row, and not down the first column."""

    def named(labels: Sequence[str]) -> int:
        return sum(kind_of(label) is not None for label in labels)

    return named(rows[0][1:]) > named([row[0] for row in rows[1:]])


class _Reading:
    """The rows of one table, steps as columns, on their way to a journey.

    `turned` when the steps were its rows.
    """

    def __init__(self, rows: Rows, title: str, file: str, turned: bool = False) -> None:
        self.title, self.file, self.turned = title, file, turned
        heads = rows[:2]
        stage = next((row for row in heads if is_stage(row[0])), None)
        step = next((row for row in heads if is_step(row[0])), None)
        if step is None:
            step = next(row for row in heads if row is not stage)
        self.rows = [row for row in rows if row is not step and row is not stage]
        self.first = 2 if is_kind(step[1]) else 1
        self.names, self.stage_names = step, stage
        self.columns: list[int] = []
        self.cards: list[CardContent] = []
        self.lanes: list[LaneContent] = []
        self.curves: list[CurveContent] = []

    def journey(self) -> JourneyContent:
        """The whole map."""
        stages = self._stages()
        check_size(self.file, len(self.columns))
        if not self.columns:
            raise UnreadableJourney(
                _("{file} names no steps. Write them along the first row of the table.").format(
                    file=self.file
                )
            )
        for row in self.rows:
            self._read_lane(row)
            check_size(self.file, lanes=len(self.lanes), cards=len(self.cards))
        return JourneyContent(
            self.title,
            stages=stages,
            lanes=tuple(self.lanes),
            cards=tuple(self.cards),
            curves=tuple(self.curves),
            notes=self._notes(),
        )

    def _notes(self) -> tuple[str, ...]:
        """That the table may be something else, when none of its words is a journey's."""
        if self.first == 2 or self.curves or any(lane.kind != "text" for lane in self.lanes):
            return ()
        return (_("No row is named like a lane, so that all of them became free text."),)

    def _stages(self) -> tuple[StageContent, ...]:
        stages: list[StageContent] = []
        for column in range(self.first, len(self.names)):
            stage = tidy_name(self.stage_names[column]) if self.stage_names else ""
            step = tidy_name(self.names[column])
            if not stages or (stage and not self._repeated(stage, stages[-1])):
                stages.append(StageContent(plain(stage) if self.stage_names else self.title))
            if step:
                taken = (*stages[-1].steps, StepContent(plain(step)))
                stages[-1] = replace(stages[-1], steps=taken)
                self.columns.append(column)
        return tuple(stages)

    def _repeated(self, name: str, before: StageContent) -> bool:
        """Tables of other tools say the stage again at each step."""
        return self.first == 1 and name == before.name

    def _read_lane(self, row: list[str]) -> None:
        name, label = tidy_name(row[0]), row[1].strip() if self.first == 2 else ""
        word, _mark, persona = label.partition(PERSONA.strip())
        kind = kind_of(word) if word else kind_of(name)
        self._check_columns(row, name)
        if kind == "emotion" and (label or self._all_numbers(row)):
            self._read_feelings(row, name, persona.strip())
            return
        kind = "text" if kind in (None, "emotion") else kind
        self.lanes.append(LaneContent(kind or "text", name))
        self._read_cards(row, kind or "text", name)

    def _read_cards(self, row: list[str], kind: str, name: str) -> None:
        for step, column in enumerate(self.columns):
            for text in _cards(row[column]):
                check_text(self.file, text, name, self.names[column])
                if kind in WITHOUT_CARDS:
                    raise UnreadableJourney(
                        _(
                            "{file}: the lane “{lane}” takes no cards, and there is one at "
                            "“{step}”. Give the lane another kind, or empty the cell."
                        ).format(file=self.file, lane=name, step=self.names[column])
                    )
                said, value = _figure(text) if kind == "measures" else (text, "")
                self.cards.append(CardContent(step, len(self.lanes) - 1, plain(said), value))

    def _all_numbers(self, row: list[str]) -> bool:
        cells = [row[column] for column in self.columns if row[column].strip()]
        return bool(cells) and all(number_of(cell) is not None for cell in cells)

    def _read_feelings(self, row: list[str], name: str, persona: str) -> None:
        lane = LaneContent("emotion", name)
        if lane not in self.lanes[-1:]:
            self.lanes.append(lane)
        values: dict[int, float] = {}
        for step, column in enumerate(self.columns):
            cell = row[column].strip()
            if cell:
                values[step] = self._feeling(cell, name, column)
        if values or persona:
            code = _CODE.match(persona + " ")
            rest = persona[code.end() :] if code else persona
            curve = CurveContent(code[1] if code else "", rest.strip(), values)
            if (curve.code, curve.name) not in [(c.code, c.name) for c in self.curves]:
                self.curves.append(curve)

    def _feeling(self, cell: str, lane: str, column: int) -> float:
        value = number_of(cell)
        if value is None or not LOWEST <= value <= HIGHEST:
            raise UnreadableJourney(
                _(
                    "{file}: “{cell}” in the lane “{lane}” at “{step}” is no emotion. "
                    "Write a number from −2 to +2, or leave the cell empty."
                ).format(file=self.file, cell=cell[:40], lane=lane, step=self.names[column])
            )
        return round(value, 2)

    def _check_columns(self, row: list[str], name: str) -> None:
        for column in range(self.first, len(row)):
            if not row[column].strip() or column in self.columns:
                continue
            if self.turned:
                raise UnreadableJourney(
                    _(
                        "{file}: “{card}” in the lane “{lane}” stands in a row that names no "
                        "step. Name the step at the beginning of that row."
                    ).format(file=self.file, card=row[column].strip()[:40], lane=name)
                )
            raise UnreadableJourney(
                _(
                    "{file}: the lane “{lane}” has a card in column {column}, and no step "
                    "stands above it. Name the step at the top of that column."
                ).format(file=self.file, lane=name, column=column_name(column))
            )


def tidy_figure(text: str) -> str:
    """A figure that cannot be taken for a part of the sign before it."""
    return tidy_name(text).replace(EQUALS, "=").strip("= ")


def plain(text: str) -> str:
    """A text or name as it was before it was written into a cell."""
    text = tidy(text)
    return "" if text == NAMELESS else text


def _cards(cell: str) -> list[str]:
    """The cards of a cell; an indented line goes on with the card above."""
    cards: list[str] = []
    for line in tidy(cell).split("\n"):
        if cards and line[:1].isspace():
            cards[-1] += "\n" + line.removeprefix(INDENT)
        elif line.strip():
            cards.append(line)
    return cards


def _figure(text: str) -> tuple[str, str]:
    """A measure's name and its figure."""
    if text.endswith(ENDING):
        return text.removesuffix(ENDING), ""
    name, _mark, value = text.rpartition(EQUALS)
    return (name, value.strip()) if name else (text, "")


def number_of(cell: str) -> float | None:
    """The figure that somebody wrote, also with Japanese digits; None when it is none."""
    try:
        return float(cell.strip().translate(_MINUS))
    except ValueError:
        return None


def column_name(place: int) -> str:
    """The letters by which spreadsheets call a column: A, B … Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
