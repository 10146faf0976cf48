"""From a sentence in the Word file by its code to the excerpt, in file and program, and back."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from sqlalchemy import select

from cxstudio.model import Evidence, ReportSection
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report.build import build_section
from cxstudio.report.context import Context
from cxstudio.store import EngagementFile, open_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module", params=["en", "ja"])
def file(request: pytest.FixtureRequest, sample_file: Callable[[str], Path]):  # type: ignore[no-untyped-def]
    with open_file(sample_file(request.param), read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def document(file: EngagementFile, written) -> etree._Element:  # type: ignore[no-untyped-def]
    one = file.engagement
    language = "ja" if one.report_language == "ja" else "en"
    context = Context(file.session, language, "internal", file.blob)
    parts = tuple(build_section(context, key) for key in ("summary", "gaps", "evidence"))
    meta = b.Meta("Walk", one.client, dt.date(2026, 6, 15), language=language, audience="internal")
    with zipfile.ZipFile(BytesIO(written(b.Report(meta, parts)))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def text_of(element: etree._Element) -> str:
    found = []
    for node in element.iter(f"{W}t", f"{W}noBreakHyphen"):
        found.append("-" if node.tag.endswith("Hyphen") else node.text or "")
    return "".join(found)


def around(document: etree._Element, bookmark: str, kind: str) -> etree._Element:
    """The paragraph or row in which a bookmark stands; there is exactly one."""
    (start,) = (s for s in document.iter(f"{W}bookmarkStart") if s.get(f"{W}name") == bookmark)
    return next(start.iterancestors(f"{W}{kind}"))


def test_a_sentence_leads_to_the_excerpt_and_back(
    file: EngagementFile, document: etree._Element
) -> None:
    section = file.all(ReportSection, ReportSection.key == "gaps")[0]
    line = next(line for line in section.narrative.splitlines() if "[E-" in line)
    code = re.search(r"\[(E-\d+)\]", line)
    assert code
    start = re.split(r"[\[*]", line)[0].strip().removeprefix("- ")[:20]

    sentence = next(p for p in document.iter(f"{W}p") if text_of(p).startswith(start))
    mark = next(m for m in sentence.iter(f"{W}hyperlink") if code[1] in text_of(m))

    row = around(document, mark.get(f"{W}anchor"), "tr")
    piece = file.session.scalars(select(Evidence).where(Evidence.number == int(code[1][2:]))).one()
    assert code[1] in text_of(row)
    assert piece.text.strip('“”「」"')[:30] in text_of(row)

    back = [link.get(f"{W}anchor") for link in row.iter(f"{W}hyperlink")]
    assert back
    places = [around(document, anchor, "p") for anchor in back]
    assert sentence in places


def test_the_same_walk_in_the_program(file: EngagementFile) -> None:
    chain = Context(file.session).chain
    section = file.all(ReportSection, ReportSection.key == "gaps")[0]
    end = End("report_section", section.id)
    behind = chain.evidence_of(end)
    assert behind
    for id in behind:
        reached, ahead = set[End](), [End("evidence", id)]
        while ahead:
            one = ahead.pop()
            further = {other for other, _link in chain.supports(one)} - reached
            reached |= further
            ahead += further
        assert end in reached


def test_every_mark_has_its_row_and_every_row_leads_back_to_marks(document: etree._Element) -> None:
    names = {s.get(f"{W}name") for s in document.iter(f"{W}bookmarkStart")}
    anchors = [link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")]
    marks = [anchor for anchor in anchors if re.fullmatch(r"E_\d+", anchor or "")]
    uses = [anchor for anchor in anchors if anchor and anchor.startswith("use_")]
    assert len(marks) > 20
    assert uses
    assert {anchor for anchor in (*marks, *uses) if anchor} <= names
