"""What the sections of one report share: its language and reader, the records, and their marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio import i18n
from cxstudio.analysis.gaps.confidence import Level, backing
from cxstudio.drawing.charts.figure import Palette
from cxstudio.drawing.face import OURS, Face
from cxstudio.drawing.picture import Draw, here
from cxstudio.model import (
    Department,
    Engagement,
    Evidence,
    Interview,
    Record,
    ReportSection,
    Stakeholder,
)
from cxstudio.model.chain import Chain, End
from cxstudio.model.plan_day import plan_day
from cxstudio.model.words import WORDS
from cxstudio.report import blocks as b
from cxstudio.report.telling import Tell, nobody
from cxstudio.report.written import Written

if TYPE_CHECKING:
    from cxstudio.report.heard import Survey
    from cxstudio.report.plan_figures import PlanFigures

R = TypeVar("R", bound=Record)
T = TypeVar("T")

MOST_MARKS = 3
ENOUGH_ANSWERS = 30


def no_blob(sha256: str) -> bytes:
    """For reports without the contents of attachments. Raises LookupError."""
    raise LookupError(f"there is no content {sha256[:8]}…")


@dataclass
class Context:
    """One building of one report. Reads each kind of record once."""

    session: Session
    language: b.Language = "en"
    audience: b.Audience = "client"
    blob: Callable[[str], bytes] = no_blob
    template: Path | None = None
    tell: Tell = nobody
    """Told how far the section is that is being built."""
    draw: Draw = here
    """Begins what takes long to draw."""
    paper: b.Paper = "A4"
    _records: dict[type[Record], list[Record]] = field(default_factory=dict)
    _kept: dict[Hashable, Any] = field(default_factory=dict)

    # ── Words ─────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _catalogue(self) -> NullTranslations:
        return i18n.catalogue(self.language)

    def gettext(self, message: str, /, **values: object) -> str:
        """The text in the report's language, with values put in."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The text for a count, which is put in as {count}."""
        return self._catalogue.ngettext(one, many, count).format(count=f"{count:,}", **values)

    def pgettext(self, context: str, message: str) -> str:
        """The text that has another translation elsewhere than here."""
        return self._catalogue.pgettext(context, message)

    def word(self, group: str, value: str) -> str:
        """A fixed word of the model."""
        return self.gettext(WORDS[group].get(value, value)) if value else ""

    @property
    def japanese(self) -> bool:
        return self.language == "ja"

    @cached_property
    def written(self) -> Written:
        return Written(self.language, self.engagement.currency)

    def sentences(self, *parts: str) -> str:
        """Sentences one after the other."""
        return ("" if self.japanese else " ").join(part for part in parts if part)

    def listed(self, parts: Iterable[str], strong: bool = False) -> str:
        """Things in a row: with commas, or stronger between longer ones with semicolons."""
        between = "、" if self.japanese else "; " if strong else ", "
        return between.join(part for part in parts if part)

    @property
    def month_mm(self) -> float:
        """Millimetres that a month needs in a dense table."""
        return 22.0 if self.japanese else 18.5

    @property
    def days_mm(self) -> float:
        """Millimetres that a span of days needs in a dense table."""
        return 50.0 if self.japanese else 39.0

    @property
    def colon(self) -> str:
        return "：" if self.japanese else ": "

    # ── Records ───────────────────────────────────────────────────────────────────────────

    @cached_property
    def engagement(self) -> Engagement:
        engagement = self.session.get(Engagement, 1)
        if engagement is None:
            raise LookupError("the file holds no engagement")
        return engagement

    def all(self, cls: type[R]) -> list[R]:
        """All records of a class in the user's order."""
        if cls not in self._records:
            position = getattr(cls, "position", cls.id)
            found = self.session.scalars(select(cls).order_by(position, cls.id))
            self._records[cls] = list(found)
        return self._records[cls]  # type: ignore[return-value]

    def kept(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """What is worked out from the records, once for the whole report."""
        if name not in self._kept:
            self._kept[name] = work_out()
        return self._kept[name]  # type: ignore[no-any-return]

    def get(self, cls: type[R], id: int | None) -> R | None:
        """The record with this id, or None."""
        return None if id is None else self.session.get(cls, id)

    def department(self, id: int | None) -> str:
        """A department's name, empty when there is none."""
        department = self.get(Department, id)
        return department.name if department else ""

    @cached_property
    def texts(self) -> dict[str, ReportSection]:
        """What the consultant wrote, by the key of the section."""
        return {section.key: section for section in self.all(ReportSection)}

    @cached_property
    def date(self) -> dt.date:
        """The report's day: that of the plan, but not after the engagement's end."""
        day, end = plan_day(self.session), self.engagement.ends_on
        return min(day, end) if end else day

    @cached_property
    def survey(self) -> Survey:
        """What the waves of the survey say."""
        from cxstudio.report.heard import Survey

        return Survey(self)

    @cached_property
    def plan(self) -> PlanFigures:
        """Ranking and business case of the initiatives."""
        from cxstudio.report.plan_figures import PlanFigures

        return PlanFigures(self)

    # ── Evidence ──────────────────────────────────────────────────────────────────────────

    @cached_property
    def chain(self) -> Chain:
        return Chain(self.session)

    @cached_property
    def evidence(self) -> dict[int, Evidence]:
        return {piece.id: piece for piece in self.all(Evidence)}

    @cached_property
    def by_code(self) -> dict[str, Evidence]:
        return {piece.code: piece for piece in self.evidence.values()}

    @cached_property
    def interviews(self) -> dict[int, Interview]:
        return {interview.id: interview for interview in self.all(Interview)}

    @cached_property
    def stakeholders(self) -> dict[int, Stakeholder]:
        return {person.id: person for person in self.all(Stakeholder)}

    def is_confidential(self, piece: Evidence) -> bool:
        """Whether the words must stay with the team."""
        interview = self.interviews.get(piece.interview_id or 0)
        return piece.confidential or bool(interview and interview.confidential)

    def hides(self, piece: Evidence) -> bool:
        """Whether this reader is shown the evidence by its title only."""
        return self.audience == "client" and self.is_confidential(piece)

    def person(self, one: Stakeholder) -> str:
        """Somebody's pseudonym or code; the team reads the name before it."""
        known = one.name.strip() if self.audience == "internal" else ""
        return self.listed([known, one.public_name if one.public_name != known else ""])

    def source_key(self, piece: Evidence) -> Hashable:
        """Whose word it is; None when the chain does not know it."""
        return self.chain.source_of(piece.id)

    def sources(self, pieces: Iterable[Evidence]) -> int:
        """How many independent sources these are; a figure of 30 answers or more is never one."""
        pieces = list(pieces)
        found = len({self.source_key(piece) for piece in pieces})
        if found == 1 and any((piece.n or 0) >= ENOUGH_ANSWERS for piece in pieces):
            return 2
        return found

    def under(self, *claims: End) -> list[Evidence]:
        """All evidence under the claims, in the order of codes."""
        ids = {id for claim in claims for id in self.chain.evidence_of(claim)}
        return sorted(
            (self.evidence[id] for id in ids if id in self.evidence), key=lambda e: e.number
        )

    def level(self, *claims: End) -> Level:
        """The confidence in claims by the printed rule: 3 high, 2 medium, 1 low."""
        return self.level_of(self.under(*claims))

    def level_of(self, pieces: Iterable[Evidence]) -> Level:
        """The same for pieces of evidence that are known, by the rule of the Gaps page."""
        return backing((one.evidence_kind, self.source_key(one), one.n) for one in pieces).level

    def ref(self, piece: Evidence, sources: int) -> b.EvidenceRef:
        """The mark of a piece of evidence in a claim that rests on so many sources."""
        kind = self.word("evidence_kind", piece.evidence_kind)
        tip = self.gettext("Evidence {code}: {kind}", code=piece.code, kind=kind)
        return b.EvidenceRef(piece.code, sources, tip)

    def marks(self, *claims: End, most: int = MOST_MARKS) -> b.Runs:
        """The marks of what a claim rests on directly or, failing that, at all; of none the
        mark of an assumption. Beyond `most` it says how many more there are."""
        return self.marks_of(self._nearest(claims), most)

    def marks_of(self, pieces: list[Evidence], most: int = MOST_MARKS) -> b.Runs:
        """The marks of these pieces of evidence in a row."""
        if not pieces:
            return (b.Assumption(),)
        sources = self.sources(pieces)
        found: list[b.Inline] = []
        for piece in pieces[:most]:
            found += [self.ref(piece, sources), b.Text(" ")]
        if len(pieces) > most:
            more = self.gettext("and {count} more", count=len(pieces) - most)
            return (*found, b.Text(more, tone="quiet"))
        return tuple(found[:-1])

    def _nearest(self, claims: tuple[End, ...]) -> list[Evidence]:
        direct = {
            end.id
            for claim in claims
            for end, _link in self.chain.rests_on(claim)
            if end.kind == "evidence"
        }
        if direct:
            pieces = (self.evidence[id] for id in direct if id in self.evidence)
            return sorted(pieces, key=lambda piece: piece.number)
        return self.under(*claims)

    def claim(self, text: str, *claims: End, most: int = MOST_MARKS) -> b.Runs:
        """A sentence with the marks of what it rests on behind it."""
        return (*self.runs(text), b.Text(" "), *self.marks(*claims, most=most))

    def runs(self, text: str) -> b.Runs:
        """Text with its inline marks read, which say whether a sentence has one source."""
        from cxstudio.report.narrative import runs

        return runs(self, text)

    # ── Looks ─────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _look(self) -> dict[str, str]:
        from cxstudio.report import docx

        return docx.palette(self.template)

    @property
    def face(self) -> Face:
        """The typeface for pictures: ours, or that of the firm's template."""
        if self.template is None:
            return OURS
        return Face(self._look["font"], self._look["font_japanese"])

    @cached_property
    def palette(self) -> Palette:
        """The colours for charts, of the firm's template if there is one."""
        found = self._look
        names = {"ink2": "ink_2", "ink3": "ink_3"}
        wanted = Palette.__slots__
        named = {names.get(name, name): f"#{value}" for name, value in found.items()}
        return Palette(**{name: value for name, value in named.items() if name in wanted})
