"""Transcripts in Word files: paragraphs with bold or plain labels, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.exchange.labels import stamp_of
from cxstudio.exchange.script import Line, turns_of
from cxstudio.exchange.turns import Heading, Turn, UnreadableTranscript
from cxstudio.i18n import _

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_BOLD_LABEL = re.compile(r"\s*([^:：\n]{1,40}?)\s*([:：])")
_CLOCK = re.compile(r"(?:\d{1,2}:)?\d{1,3}:\d{2}$")
_STYLE_LEVEL = re.compile(r"heading (\d)$", re.IGNORECASE)


def read(path: Path) -> tuple[tuple[Turn, ...], tuple[Heading, ...]]:
    """The turns and headings of a .docx file.

    Raises UnreadableTranscript when the file is no Word document.
    """
    from docx import Document
    from docx.table import Table

    try:
        with path.open("rb") as stream:
            document = Document(stream)
    except OSError:
        raise
    except Exception as error:  # a broken package fails in zipfile, lxml or python-docx
        raise UnreadableTranscript(
            _(
                "{name} is not a Word document that can be opened. "
                "Open it in Word, save it again as .docx, and import that file."
            ).format(name=path.name)
        ) from error
    lines: list[Line] = []
    for part in document.iter_inner_content():
        lines.extend(_table(part) if isinstance(part, Table) else _paragraph(part))
        lines.append(Line(""))
    return turns_of(lines)


def _paragraph(paragraph: Paragraph) -> Iterator[Line]:
    level = _level(paragraph)
    text = paragraph.text.replace("\t", " ")
    if level and text.strip():
        yield Line(" ".join(text.split()), level)
        return
    for line in _bold_label(paragraph, text).split("\n"):
        yield Line(line)


def _level(paragraph: Paragraph) -> int:
    style = paragraph.style
    name = "" if style is None else style.name or ""
    found = _STYLE_LEVEL.match(name)
    if found is not None:
        return int(found[1])
    return 1 if name.casefold() == "title" else 0


def _bold_label(paragraph: Paragraph, text: str) -> str:
    """The text with a label set in bold marked as such, the way Markdown does it."""
    bold = 0
    for run in paragraph.runs:
        if run.text.strip() and not run.bold:
            break
        bold += len(run.text)
    found = _BOLD_LABEL.match(text)
    if found is None or bold < found.end(1) or stamp_of(text):
        return text
    return f"**{found[1].strip()}**{found[2]}{text[found.end() :]}"


def _table(table: Table) -> Iterator[Line]:
    """A row of time, speaker and words, or of speaker and words, is a turn."""
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last:  # a merged cell is listed once for each column
                cells.append(cell.text.strip())
            last = cell._tc
        yield from (Line(line) for line in _row(cells).split("\n"))
        yield Line("")


def _row(cells: list[str]) -> str:
    stamp = ""
    if len(cells) >= 3 and _CLOCK.match(cells[0].strip("[]() ")):
        stamp = f"[{cells[0].strip('[]() ')}] "
        cells = cells[1:]
    if len(cells) < 2 or not cells[0]:
        return stamp + " ".join(filter(None, cells))
    label, *words = cells
    colon = "" if label.endswith((":", "：")) else ":"
    return f"{stamp}{label}{colon} {' '.join(filter(None, words))}"
