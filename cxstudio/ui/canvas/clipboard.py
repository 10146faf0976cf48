"""Cards on the clipboard: whole for a map of any engagement, and as text for everything else."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData

from cxstudio import limits
from cxstudio.exchange.journey_content import UNWRITABLE, tidy
from cxstudio.exchange.pasted import rows
from cxstudio.exchange.pasted_table import table_of
from cxstudio.i18n import _

CARDS = "application/x-cxstudio-cards"  # JSON: path of the file, and the cards

_SEPARATORS = 20  # of empty cells and lines, for each that says something

Grid = list[list[list[str]]]
"""Rows of cells, each with the texts of its cards."""


def copied(path: str, cards: Sequence[dict[str, Any]], grid: Grid) -> QMimeData:
    """What is put on the clipboard for these cards."""
    data = QMimeData()
    content = json.dumps({"path": path, "cards": list(cards)})
    data.setData(CARDS, QByteArray(content.encode()))
    data.setText(as_text(grid))
    return data


class TooMuch(ValueError):
    """The clipboard holds more than is pasted at once; the message is one sentence for the user."""


def cards_in(data: QMimeData) -> tuple[str, list[dict[str, Any]]]:
    """The file that cards on the clipboard come from, and what they carry; none that is not whole.

    What another program put there is taken with care: unknown or wrong parts are left out.
    Raises TooMuch.
    """
    content = data.data(CARDS)
    if content.size() > limits.PASTED_BYTES:
        raise _too_many()
    try:
        found = json.loads(bytes(content.data()) or b"{}")
    except (ValueError, RecursionError):
        return "", []
    if not isinstance(found, dict) or not isinstance(found.get("cards"), list):
        return "", []
    cards = [card for card in found["cards"] if isinstance(card, dict)]
    if len(cards) > limits.PASTED_CELLS:
        raise _too_many()
    return str(found.get("path", "")), [card for card in cards if isinstance(card.get("text"), str)]


def as_text(grid: Grid) -> str:
    """One cell as plain lines, several as a table for a spreadsheet."""
    if len(grid) == 1 and len(grid[0]) == 1:
        return "\n".join(grid[0][0])
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([["\n".join(texts) for texts in row] for row in grid])
    return out.getvalue().rstrip("\n")


def grid_in(data: QMimeData) -> Grid:
    """Cells of a spreadsheet or of a table in their places; plain lines are cards of one cell.

    Raises TooMuch.
    """
    text, table = data.text() if data.hasText() else "", []
    if "\t" not in text and data.hasHtml():
        html = data.html()
        if len(html) <= limits.PASTED_BYTES and "<table" in html.casefold():
            table = table_of(html)
    return _checked([[_cards(cell) for cell in row] for row in table] if table else grid_of(text))


def grid_of(text: str) -> Grid:
    """The same of plain text. Raises TooMuch."""
    text = UNWRITABLE.sub("", text).rstrip()
    if text.count("\t") + text.count("\n") > _SEPARATORS * limits.PASTED_CELLS:
        raise _too_many()
    if "\t" not in text:
        return _checked([[_cards(text)]])
    return _checked([[_cards(cell) for cell in row] for row in rows(text)])


def _cards(cell: str) -> list[str]:
    return [line for part in tidy(cell).split("\n") if (line := part.strip())]


def _checked(grid: Grid) -> Grid:
    if sum(len(texts) for row in grid for texts in row) > limits.PASTED_CELLS:
        raise _too_many()
    longest = max((len(text) for row in grid for texts in row for text in texts), default=0)
    if longest > limits.TEXT:
        raise TooMuch(
            _("One text on the clipboard has {count} characters, and a card holds {most}.").format(
                count=longest, most=limits.TEXT
            )
        )
    return grid


def _too_many() -> TooMuch:
    return TooMuch(
        _("The clipboard holds more than {count} cells; paste a part of it.").format(
            count=limits.PASTED_CELLS
        )
    )


def packed(content: bytes) -> str:
    """A picture as text; empty when it is too large for the clipboard."""
    return b64encode(content).decode() if len(content) <= limits.PACKED_PICTURE else ""


def unpacked(text: object) -> bytes:
    """The picture again; empty for anything else."""
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        return b""
