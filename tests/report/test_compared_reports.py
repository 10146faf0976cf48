"""Two versions of a report: what changed since the one the client has."""

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from cxstudio.report import blocks as b
from cxstudio.report import docx
from cxstudio.report.difference import changes
from cxstudio.report.docx.kept_text import NotAReport, read
from cxstudio.report.said import Said, said

META = b.Meta("Plan", "Client", dt.date(2026, 6, 15))


def report(message: str, *rows: str, label: str = "Diagnosis") -> b.Report:
    table = b.Table((b.Column("Gap"),), tuple(b.Row((row,)) for row in rows), "The gaps")
    words = (b.Text("Buses do "), b.Text("not", bold=True), b.Text(" wait."))
    blocks = (b.Paragraph(words), b.Columns(((table,),), (79.0,)))
    return b.Report(META, (b.Section(label, message, blocks),))


def test_lines_are_read_in_order_and_once() -> None:
    (section,) = said(report("Three gaps", "One", "Two"))
    assert section.lines == ("Three gaps", "Buses do not wait.", "The gaps", "One", "Two")


def test_changed_lines_are_told_from_new_ones() -> None:
    old = said(report("Three gaps hold 51% of it", "Buses", "Signs"))
    new = said(report("Three gaps hold 48% of it", "Buses", "Owners of the way"))
    found = changes(old, new)
    assert [(one.how, one.before, one.after) for one in found] == [
        ("changed", "Three gaps hold 51% of it", "Three gaps hold 48% of it"),
        ("added", "", "Owners of the way"),
        ("removed", "Signs", ""),
    ]
    assert found[0].figures
    assert changes(new, new) == []


def test_sections_come_and_go() -> None:
    found = changes((Said("Old", ("a",)),), (Said("New", ("b",)),))
    assert [(one.section, one.how) for one in found] == [
        ("New", "section added"),
        ("Old", "section removed"),
    ]


def test_the_word_file_carries_its_lines(tmp_path: Path) -> None:
    path, made = tmp_path / "report.docx", report("A & B < C", "Ein „Wort“")
    docx.write(made, path)
    assert read(path) == said(made)


@pytest.mark.parametrize("content", [b"no zip", b""])
def test_other_files_are_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.docx"
    path.write_bytes(content)
    with pytest.raises(NotAReport, match=r"other\.docx"):
        read(path)
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    path.write_bytes(kept.getvalue())
    with pytest.raises(NotAReport, match="compared"):
        read(path)
