"""How any record is shown in one card: icon, code, words and foot. Panel, palette and
search results all speak of records in the same way."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio import formats, i18n
from cxstudio.i18n import _
from cxstudio.model import Card, Coded, Evidence, Principle, Record, ReportSection, Step, Trait
from cxstudio.model.chain import CLAIMS, End, Strength
from cxstudio.model.words import QUESTIONS, WORDS
from cxstudio.store import EngagementFile

ICONS = {
    "evidence": "quote",
    "insight": "lightbulb",
    "card": "sticky-note",
    "gap": "triangle-alert",
    "initiative": "target",
    "kpi": "chart-line",
    "report_section": "file-text",
    "interview": "mic",
    "paragraph": "mic",
    "guide": "list-checks",
    "question": "list-checks",
    "department": "building-2",
    "stakeholder": "users",
    "persona": "user",
    "trait": "user",
    "slider": "user",
    "touchpoint": "waypoints",
    "channel": "share-2",
    "journey": "map",
    "stage": "map",
    "step": "map",
    "lane": "map",
    "principle": "compass",
    "objective": "compass",
    "worksheet_answer": "circle-help",
    "engagement": "briefcase",
    "theme": "tag",
    "attachment": "paperclip",
    "wave": "message-square-text",
}

EVIDENCE_ICONS = {
    "excerpt": "mic",
    "comment": "message-square",
    "figure": "chart-column",
    "document": "file-text",
    "observation": "eye",
}


@dataclass(frozen=True)
class RecordText:
    """What a card about a record says."""

    icon: str
    code: str
    kind: str
    text: str
    foot: str

    @property
    def head(self) -> str:
        """Code and kind, such as "N-12 · insight"."""
        return " · ".join(part for part in (self.code, self.kind) if part)


def describe(file: EngagementFile, record: Record) -> RecordText:
    """The words for one record; the texts of people are given behind pseudonyms."""
    code = record.code if isinstance(record, Coded) else ""
    kind = _(WORDS["kind"].get(record.kind, record.kind))
    text = record.label or _("Untitled")
    icon = ICONS.get(record.kind, "file-text")
    if isinstance(record, Evidence):
        kind = _(WORDS["evidence_kind"][record.evidence_kind])
        icon = EVIDENCE_ICONS[record.evidence_kind]
        if record.evidence_kind in ("excerpt", "comment"):
            text = _("“{words}”").format(words=text)
    elif isinstance(record, Principle):
        kind = _(WORDS["principle_kind"][record.principle_kind])
    elif isinstance(record, ReportSection):
        text = record.message or _(section_titles().get(record.key, record.key))
    elif record.kind == "worksheet_answer":
        question = getattr(record, "question", "")
        text = _(QUESTIONS.get(question, question)) if question else text
    return RecordText(icon, code, kind, text, foot_of(file, record))


def section_titles() -> dict[str, str]:
    """The titles of the report's sections by key, in English."""
    from cxstudio.report.sections import TITLES

    return TITLES


def foot_of(file: EngagementFile, record: Record) -> str:
    """Where it comes from: the speaker and day, the respondent, the step of a card."""
    if isinstance(record, Evidence):
        parts = [record.speaker or record.respondent, record.source]
        if record.n is not None:
            parts.append(f"n = {record.n:,}")
        if record.dated is not None:
            parts.append(formats.cell_day(record.dated, i18n.language()))
        return _(", ").join(part for part in parts if part)
    if isinstance(record, Card):
        step = file.get(Step, record.step_id)
        return _("Step “{name}”").format(name=step.name) if step else ""
    if isinstance(record, Trait):
        return _(WORDS["trait_kind"].get(record.trait_kind, ""))
    return ""


def strength_of(chain_strength: Strength, end: End) -> Strength | None:
    """The mark that a claim, or a field of any record, carries; sources and registers have none."""
    return chain_strength if end.kind in CLAIMS or end.field else None
