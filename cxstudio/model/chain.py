"""The chain: every link between a claim and what it rests on is a record.

`Chain` reads all links once and then answers from memory: what a claim rests
on, what rests on it, and how many independent sources stand behind it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from cxstudio.model.base import Record, code_of
from cxstudio.model.evidence import Evidence
from cxstudio.model.interviews import Interview
from cxstudio.model.report import ReportSection

ORDER = ("evidence", "insight", "card", "gap", "initiative", "kpi", "report_section")
"""The links of the chain from the customer's words on; other kinds are claims beside it."""

CLAIMS = frozenset(
    ("insight", "card", "gap", "initiative", "report_section", "worksheet_answer")
    + ("persona", "trait", "slider")
)
"""The kinds that claim something and so carry a mark of strength; others merely have links."""

Strength = Literal["none", "thin", "fair", "strong"]
STRENGTHS: tuple[Strength, ...] = ("none", "thin", "fair", "strong")

CITED = re.compile(r"\[(E-\d+)\]")
COMMENT = "%%"
"""What a line of a section's narrative begins with that is a comment to oneself."""


class Link(Record):
    """`source` supports `target`: evidence → insight → card → gap → initiative → KPI → report.

    Both ends are a kind (table name) and an id; `target_field` names the field
    of the target that rests on it, or is empty for the record as a whole.
    Links of a deleted record are deleted with it, in the same change.
    """

    __tablename__ = "link"
    __table_args__ = (
        Index("ix_link_source", "source_kind", "source_id"),
        Index("ix_link_target", "target_kind", "target_id"),
        {"sqlite_autoincrement": True},
    )
    searched = ("note",)

    source_kind: Mapped[str]
    source_id: Mapped[int]
    target_kind: Mapped[str]
    target_id: Mapped[int]
    target_field: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


@dataclass(frozen=True)
class End:
    """One end of a link: a record, or one field of it."""

    kind: str
    id: int
    field: str = ""

    @property
    def record(self) -> End:
        return End(self.kind, self.id)


def directed(a: End, b: End) -> tuple[End, End]:
    """(source, target) of a link between two records, by the order of the chain.

    Kinds outside the chain (persona, touchpoint, worksheet answer …) are claims.
    """
    return (a, b) if _rank(a.kind) <= _rank(b.kind) else (b, a)


def _rank(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


class Chain:
    """All links of an engagement as they are at one moment."""

    def __init__(self, session: Session) -> None:
        self._rests_on: dict[End, list[tuple[End, int]]] = defaultdict(list)
        self._supports: dict[End, list[tuple[End, int]]] = defaultdict(list)
        self._evidence: dict[End, list[int]] = {}  # by claim, as far as it was asked for
        for link, source_kind, source_id, target_kind, target_id, field in session.execute(
            select(
                *(Link.id, Link.source_kind, Link.source_id),
                *(Link.target_kind, Link.target_id, Link.target_field),
            ).order_by(Link.id)
        ):
            source, target = End(source_kind, source_id), End(target_kind, target_id, field)
            self._rests_on[target].append((source, link))
            self._supports[source].append((target, link))
            if field:
                self._rests_on[target.record].append((source, link))
        self._keys = dict(_source_keys(session))
        self._cited = _citations(session)

    def rests_on(self, claim: End) -> list[tuple[End, int]]:
        """What supports the claim directly, each with the id of its link.

        Asked for a whole record, the supports of its fields are among them.
        """
        return self._rests_on.get(claim, [])

    def supports(self, source: End) -> list[tuple[End, int]]:
        """What rests on the source directly, each with the id of its link."""
        return self._supports.get(source.record if source.field else source, [])

    def used(self, evidence: int) -> int:
        """On how many claims a piece of evidence stands: records that rest on it directly, and
        sections of the report that are printed and cite its code."""
        ends = {end.record for end, _link in self.supports(End("evidence", evidence))}
        return len(ends | self._cited.get(evidence, set()))

    def evidence_of(self, claim: End) -> list[int]:
        """Ids of all evidence under the claim, through insights and whatever lies between."""
        known = self._evidence.get(claim)
        if known is None:
            under = (end.id for end in self._under(claim) if end.kind == "evidence")
            known = self._evidence[claim] = list(dict.fromkeys(under))
        return known.copy()

    def sources(self, claim: End) -> int:
        """The number of independent sources behind the claim."""
        return len({self._keys[id] for id in self.evidence_of(claim) if id in self._keys})

    def source_of(self, evidence: int) -> tuple[Any, ...] | None:
        """Whose word a piece of evidence is: equal for two pieces of one source."""
        return self._keys.get(evidence)

    def strength(self, claim: End) -> Strength:
        """One of `STRENGTHS`: none, thin (one source), fair (two), strong (three or more)."""
        return STRENGTHS[min(self.sources(claim), 3)]

    def _under(self, claim: End) -> Iterator[End]:
        seen, waiting = {claim}, [claim]
        while waiting:
            for end, _link in self.rests_on(waiting.pop()):
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)
                    yield end


def _citations(session: Session) -> dict[int, set[End]]:
    """By piece of evidence the printed sections of the report that cite its code."""
    found: dict[int, set[End]] = defaultdict(set)
    texts = (ReportSection.message, ReportSection.lead, ReportSection.narrative)
    printed = session.execute(select(ReportSection.id, *texts).where(ReportSection.included))
    citing = {id: _codes("\n".join(words)) for id, *words in printed}
    if any(citing.values()):
        for id, number in session.execute(select(Evidence.id, Evidence.number)):
            code = code_of(Evidence, number)
            found[id] |= {End("report_section", one) for one in citing if code in citing[one]}
    return found


def _codes(text: str) -> set[str]:
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(COMMENT))
    return {code for line in lines for code in CITED.findall(line)}


def _source_keys(session: Session) -> Iterator[tuple[int, tuple[Any, ...]]]:
    columns = (
        Evidence.id,
        Evidence.evidence_kind,
        Evidence.interview_id,
        Evidence.speaker,
        Evidence.wave_id,
        Evidence.respondent,
        Evidence.source,
        Interview.stakeholder_id,
        Interview.respondent.label("interviewee"),
    )
    join = select(*columns).outerjoin(Interview, Interview.id == Evidence.interview_id)
    for row in session.execute(join):
        yield row.id, _key(row)


def _key(row: Any) -> tuple[Any, ...]:
    """Whose word it is: excerpts of one person share a key and count as one source."""
    if row.interview_id is not None:
        person = row.stakeholder_id or row.interviewee
        return ("person", person) if person else ("talk", row.interview_id, row.speaker)
    if row.evidence_kind == "comment":
        return ("comment", row.wave_id, row.respondent or row.id)
    return (row.evidence_kind, row.wave_id or row.source or row.id)
