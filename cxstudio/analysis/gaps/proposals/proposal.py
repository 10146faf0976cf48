"""A gap as it is proposed, and what readers need to find one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol

from cxstudio.model import Evidence, Gap, Lane, LeftProposal, Record, Stage, Step
from cxstudio.model.chain import Chain, End

Source = Literal[
    "pain_points", "pairs", "touchpoints", "drivers", "kpis", "channels", "questions", "excerpts"
]
LONGEST_TITLE = 90


class ReadAll(Protocol):
    """Gives all records of a class in the user's order, as a file's `all` does."""

    def __call__(self, cls: type[Any], /) -> Sequence[Any]: ...


@dataclass(frozen=True)
class Reach:
    """A share of customers, 0 to 1, and the sentence that says where it comes from; without a
    share the sentence says why there is none."""

    share: float | None
    source: str


@dataclass(frozen=True)
class Proposal:
    """`key` is what it was found in, as Gap.found_in keeps it; `why` says in a sentence what
    speaks for it. Values are None where nothing in the file gives them. `rests_on` are the
    records that the gap is linked to when it is taken; its first department is the one charged.
    """

    key: str
    source: Source
    kind: str
    title: str
    why: str
    as_is: str = ""
    to_be: str = ""
    step_id: int | None = None
    touchpoint_id: int | None = None
    departments: tuple[int, ...] = ()
    importance: int | None = None
    current: float | None = None
    target: float | None = None
    reach: Reach | None = None
    rests_on: tuple[End, ...] = ()


def of_piece(piece: Evidence, source: Source, kind: str, why: str) -> Proposal:
    """The gap that a piece of evidence shows by itself; `why` names its {code}."""
    return Proposal(
        key=f"evidence:{piece.id}",
        source=source,
        kind=kind,
        title=short(piece.text),
        why=why.format(code=piece.code),
        as_is=piece.text.strip(),
        rests_on=(End("evidence", piece.id),),
    )


class Found:
    """The records that readers share, and what is in the register or was left already."""

    def __init__(self, read: ReadAll, chain: Chain) -> None:
        self.read, self.chain = read, chain

    @cached_property
    def known(self) -> frozenset[str]:
        """The keys of gaps in the register and of proposals that were left."""
        records = (*self.read(Gap), *self.read(LeftProposal))
        return frozenset(one.found_in for one in records if one.found_in)

    @cached_property
    def steps(self) -> dict[int, Step]:
        return self._by_id(Step)

    @cached_property
    def stages(self) -> dict[int, Stage]:
        return self._by_id(Stage)

    @cached_property
    def lanes(self) -> dict[int, Lane]:
        return self._by_id(Lane)

    def _by_id(self, cls: type[Record]) -> dict[int, Any]:
        return {one.id: one for one in self.read(cls)}

    def has_gap(self, end: End) -> bool:
        """Whether a gap of the register rests on the record."""
        return any(one.kind == "gap" for one, _link in self.chain.supports(end))

    def journey_of(self, step_id: int) -> int | None:
        """The journey on which a step stands."""
        step = self.steps.get(step_id)
        stage = self.stages.get(step.stage_id) if step else None
        return stage.journey_id if stage else None


class Reader(Protocol):
    """Finds proposals in one kind of record."""

    def __call__(self, found: Found, /) -> Iterator[Proposal]: ...


def short(text: str, longest: int = LONGEST_TITLE) -> str:
    """The text as a title: its first line, cut at a word where it is too long."""
    line = text.strip().partition("\n")[0].strip()
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    at_word = cut.rpartition(" ")[0]
    return f"{at_word if len(at_word) > longest // 2 else cut}…"
