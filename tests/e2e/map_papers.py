"""What is on the papers that the way with the map leaves, text by text."""

import csv
import re
import struct
import subprocess
import zipfile
from html import unescape
from pathlib import Path

import openpyxl
from japanese_journey import (
    ACTIONS,
    CAPTURED,
    IDEA,
    OPPORTUNITIES,
    PAINS,
    PARKED,
    STEPS,
    THOUGHTS,
    TITLE,
    TO_BE_PAIN,
    TOUCHPOINTS,
)

ON_PAPER = (*STEPS, *ACTIONS, *TOUCHPOINTS, *THOUGHTS, *PAINS, *OPPORTUNITIES, *CAPTURED, IDEA)


def check_files(paths: dict[str, Path]) -> None:
    width, height = struct.unpack(">II", paths["png"].read_bytes()[16:24])
    assert width > 2000 and height > 1000
    assert missing(svg_text(paths["svg"].read_text("utf-8"))) == []
    assert missing(pdf_text(paths["poster"])) == []
    assert pages(paths["poster"]) == 1 and pages(paths["tiles"]) > 1
    tiled = pdf_text(paths["tiles"])
    assert [step for step in STEPS if step not in tiled] == []
    rows = list(csv.reader(paths["csv"].read_text("utf-8-sig").splitlines()))
    assert missing("".join("".join(row) for row in rows)) == []
    sheet = openpyxl.load_workbook(paths["xlsx"]).worksheets[0]
    cells = [str(cell.value or "") for row in sheet.iter_rows() for cell in row]
    assert missing("".join(cells)) == []
    check_report(paths["docx"])


def check_report(path: Path) -> None:
    """The words of the report, and its landscape page with the whole map on it."""
    with zipfile.ZipFile(path) as parts:
        document = parts.read("word/document.xml").decode()
        drawn = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".svg")]
    text = squeezed("".join(unescape(t) for t in re.findall(r"<w:t[ >][^<]*", document)))
    for words in (TITLE, IDEA, PARKED, TO_BE_PAIN):
        assert squeezed(words) in text, f"{words} is not in the report"
    assert re.search(r'<w:pgSz [^>]*w:orient="landscape"', document)
    assert missing("".join(svg_text(one) for one in drawn)) == []


def squeezed(text: str) -> str:
    """A text without the breaks that lines and pieces of it bring."""
    return re.sub(r"\s", "", text)


def missing(text: str) -> list[str]:
    """What of the map is not in a text."""
    found = squeezed(text)
    return [words for words in ON_PAPER if squeezed(words) not in found]


def svg_text(svg: str) -> str:
    return squeezed("".join(unescape(t) for t in re.findall(r"<text[^>]*>([^<]*)", svg)))


def pdf_text(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return squeezed(done.stdout.decode())


def pages(path: Path) -> int:
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True, timeout=60)
    return int(re.search(rb"Pages:\s+(\d+)", done.stdout)[1])  # type: ignore[index]
