"""The report is built from the engagement: whole, in its own language, for its reader."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from cxstudio.drawing import qt
from cxstudio.model import (
    Card,
    Evidence,
    Gap,
    Initiative,
    Insight,
    Interview,
    Journey,
    Kpi,
    Persona,
    ReportSection,
    Stakeholder,
)
from cxstudio.model.chain import Chain
from cxstudio.report import blocks as b
from cxstudio.report.build import build_report
from cxstudio.report.sections import TEAM, TITLES
from cxstudio.store import EngagementFile, open_file


def words(tree: Any) -> Iterator[str]:
    """Every text in the tree."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for one in tree:
            yield from words(one)
    elif is_dataclass(tree):
        for field in fields(tree):
            yield from words(getattr(tree, field.name))


SampleFile = Callable[[str], Path]


def report(file: EngagementFile, language: Any = "en", audience: Any = "client") -> b.Report:
    return build_report(file.session, language=language, audience=audience, blob=file.blob)


@pytest.fixture(scope="module")
def english(sample_file: SampleFile) -> Iterator[EngagementFile]:
    qt.ensure_gui()
    with open_file(sample_file("en")) as file:
        yield file


@pytest.fixture(scope="module")
def whole(english: EngagementFile) -> b.Report:
    return report(english)


def test_the_formulas_of_the_method_are_equations(whole: b.Report):
    method = next(p for p in whole.parts if isinstance(p, b.Section) and "Method" in p.label)
    shown = [one for x in b.walk(method.blocks) if isinstance(x, b.Formula) for one in x.formulas]
    assert len(shown) == 10
    assert shown[-2] == "Severity = importance × (target − now) × reach"


def test_cover_control_and_every_section_are_there(whole: b.Report) -> None:
    cover, control, *sections = whole.parts
    assert isinstance(cover, b.Cover)
    assert cover.drawing is not None
    assert cover.title == "Visitor experience\nof Fukui prefecture\nImprovement plan"
    assert isinstance(control, b.Section)
    assert control.kind == "front"
    assert any(isinstance(block, b.Contents) for block in control.blocks)
    labels = [part.label for part in sections if isinstance(part, b.Section)]
    assert labels == [title for key, title in TITLES.items() if key not in TEAM]


def test_every_evidence_mark_leads_to_a_row(whole: b.Report, english: EngagementFile) -> None:
    rows = {
        row.code
        for part in whole.parts
        if isinstance(part, b.Section)
        for block in b.walk(part.blocks)
        if isinstance(block, b.EvidenceRegister)
        for row in block.rows
    }
    assert rows == {piece.code for piece in english.all(Evidence)}
    assert "E-001" in rows


def test_only_evidence_that_supports_nothing_has_no_use(
    whole: b.Report, english: EngagementFile
) -> None:
    parts = (part for part in whole.parts if isinstance(part, b.Section))
    registers = (x for part in parts for x in b.walk(part.blocks))
    rows = [row for x in registers if isinstance(x, b.EvidenceRegister) for row in x.rows]
    bare = {row.code for row in rows if not row.under}
    chain = Chain(english.session)
    unused = {piece.code for piece in english.all(Evidence) if not chain.used(piece.id)}
    assert unused <= bare
    assert {"P-01", "K-01", "J-01"} <= {code for row in rows for code in row.under}


def test_an_excerpts_words_stand_in_the_register(whole: b.Report, english: EngagementFile) -> None:
    excerpt = english.all(Evidence, Evidence.evidence_kind == "excerpt")[0]
    assert any(excerpt.text in text for text in words(whole))


def test_no_message_says_because(whole: b.Report) -> None:
    messages = [part.message for part in whole.parts if isinstance(part, b.Section)]
    assert not any("because" in message or "cause" in message for message in messages)


def test_the_trademark_stands_where_the_score_does(whole: b.Report) -> None:
    sections = [part for part in whole.parts if isinstance(part, b.Section)]
    notices = [x for s in sections for x in s.blocks if isinstance(x, b.Trademark)]
    assert len(notices) == 1
    assert "Bain & Company" in notices[0].text


def test_pictures_have_alternative_text_or_are_decorative(whole: b.Report) -> None:
    for part in whole.parts:
        if isinstance(part, b.Section):
            for block in b.walk(part.blocks):
                if isinstance(block, b.Figure):
                    assert block.decorative or 10 < len(block.alt) <= 400


def test_the_report_speaks_its_own_language(sample_file: SampleFile) -> None:
    with open_file(sample_file("ja")) as file:
        built = report(file, "ja")
    labels = [part.label for part in built.parts if isinstance(part, b.Section)]
    assert "エグゼクティブサマリー" in labels
    assert built.meta.title.endswith("改善計画書")
    assert not set(labels) & set(TITLES.values())


EDITIONS: tuple[b.Audience, ...] = ("client", "internal")


@pytest.fixture
def fresh(sample_file: SampleFile) -> Iterator[EngagementFile]:
    qt.ensure_gui()
    with open_file(sample_file("en")) as file:
        yield file


def test_a_client_never_sees_confidential_words(fresh: EngagementFile) -> None:
    secret = "the tender was decided beforehand over dinner"
    with fresh.change("secret") as change:
        piece = change.get(Evidence, 1)
        piece.text, piece.confidential = secret, True
        card = change.get(Card, fresh.all(Card)[0].id)
        card.text, card.confidential = "a confidential card", True
    assert not any(secret in text for text in words(report(fresh)))
    assert any(secret in text for text in words(report(fresh, audience="internal")))


def test_the_teams_edition_alone_holds_names_and_notes(fresh: EngagementFile) -> None:
    with fresh.change("names") as change:
        person = change.get(Stakeholder, 1)
        person.name = "Hanako Yamashita"
        for section in fresh.all(ReportSection):
            change.get(ReportSection, section.id).lead = "Hanako Yamashita told us so."
        change.get(Evidence, 1).text = "As Hanako Yamashita says, nobody owns the way."
        interview = fresh.all(Interview)[0]
        change.get(Interview, interview.id).stakeholder_id = 1
        person.notes = "Told us in the corridor."
        row = change.get(ReportSection, fresh.all(ReportSection)[0].id)
        row.narrative += "\n%% Ask the desk again."
        code = person.public_name
    said = {reader: list(words(report(fresh, audience=reader))) for reader in EDITIONS}
    for built in said.values():
        assert any(code in text for text in built)
        assert not any("Ask the desk again" in text for text in built)  # a comment to oneself
    for secret in ("Yamashita", "in the corridor", "for the team only"):
        assert not any(secret in text for text in said["client"])
        assert any(secret in text for text in said["internal"])
    assert any(f"Hanako Yamashita, {code}" in text for text in said["internal"])


def test_an_empty_engagement_gives_a_short_sound_report(tmp_path: Path) -> None:
    for language in ("en", "ja"):
        path = tmp_path / f"{language}-empty.cxs"
        with EngagementFile.create(path, client="Nobody", language=language) as file:
            built = report(file, language)
        sections = [part for part in built.parts if isinstance(part, b.Section)]
        assert all(section.message for section in sections if section.kind != "front")
        assert built.parts[0] == b.Cover(built.parts[0].title)  # type: ignore[union-attr]


def test_sections_follow_the_consultants_order_and_switches(fresh: EngagementFile) -> None:
    with fresh.change("order") as change:
        for section in fresh.all(ReportSection):
            row = change.get(ReportSection, section.id)
            row.included = section.key != "personas"
            row.position = {"gaps": -2, "vision": -1}.get(section.key, section.position)
    labels = [part.label for part in report(fresh).parts[2:] if isinstance(part, b.Section)]
    assert labels[:3] == ["Diagnosis", "Vision and targets", "Executive summary"]
    assert "Personas" not in labels
    assert labels[-4:-1] == ["Evidence register", "Method and limits", "Glossary"]


def test_progress_counts_to_the_end_and_may_give_up(english: EngagementFile) -> None:
    seen: list[tuple[float, str]] = []

    def tell(share: float, doing: str) -> None:
        if doing:
            seen.append((share, doing))
        if doing == TITLES["approach"]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_report(english.session, language="en", audience="client", tell=tell)
    (first, summary), (second, _approach) = seen
    assert summary == TITLES["summary"] and 0 < first < second < 0.1


def test_records_without_a_link_are_said_to_be_assumptions(tmp_path: Path) -> None:
    path = tmp_path / "bare.cxs"
    with EngagementFile.create(path, client="Nobody") as file:
        with file.change("bare") as change:
            change.add(Insight(statement="Nobody asked.", number=1))
            change.add(Journey(title="Bare", number=1))
        built = report(file)
    assert any("0 of 1 claims" in text for text in words(built))


def test_an_empty_engagement_gives_a_short_report(fresh: EngagementFile) -> None:
    """Sections without records or words would be pages with a heading and nothing else."""
    with fresh.change("empty") as change:
        for cls in (Gap, Journey, Persona, Initiative, Kpi):
            for record in fresh.all(cls):
                change.delete(change.get(cls, record.id))
        for section in fresh.all(ReportSection):
            row = change.get(ReportSection, section.id)
            row.message = row.lead = row.narrative = ""
    labels = {part.label for part in report(fresh).parts if isinstance(part, b.Section)}
    assert not labels & {"Personas", "Customer journeys", "Diagnosis", "Initiatives", "Next steps"}
    assert {"Executive summary", "Method and limits"} <= labels
