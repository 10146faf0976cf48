"""Cards on the clipboard: whole for a map of any engagement, and as text for everything else."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData

CARDS = "application/x-cxstudio-cards"  # JSON: path of the file, and the cards
MOST_CELLS = 5000
MOST_BYTES = 20_000_000

Grid = list[list[list[str]]]
"""Rows of cells, each with the texts of its cards."""


def copied(path: str, cards: Sequence[dict[str, Any]], grid: Grid) -> QMimeData:
    """What is put on the clipboard for these cards."""
    data = QMimeData()
    content = json.dumps({"path": path, "cards": list(cards)})
    data.setData(CARDS, QByteArray(content.encode()))
    data.setText(as_text(grid))
    return data


def cards_in(data: QMimeData) -> tuple[str, list[dict[str, Any]]]:
    """The file that cards on the clipboard come from, and what they carry; none that is not whole.

    What another program put there is taken with care: unknown or wrong parts are left out.
    """
    try:
        found = json.loads(bytes(data.data(CARDS).data()) or b"{}")
    except ValueError:
        return "", []
    if not isinstance(found, dict) or not isinstance(found.get("cards"), list):
        return "", []
    cards = [card for card in found["cards"][:MOST_CELLS] if isinstance(card, dict)]
    return str(found.get("path", "")), [card for card in cards if isinstance(card.get("text"), str)]


def as_text(grid: Grid) -> str:
    """One cell as plain lines, several as a table for a spreadsheet."""
    if len(grid) == 1 and len(grid[0]) == 1:
        return "\n".join(grid[0][0])
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([["\n".join(texts) for texts in row] for row in grid])
    return out.getvalue().rstrip("\n")


def grid_of(text: str) -> Grid:
    """Cells of a spreadsheet in their places; plain lines are cards of one cell."""
    if "\t" not in text:
        return [[[line.strip() for line in text.splitlines() if line.strip()]]]
    rows = csv.reader(io.StringIO(text), delimiter="\t")
    return [[[part.strip() for part in cell.splitlines() if part.strip()] for cell in row]
            for row in rows if any(cell.strip() for cell in row)]  # fmt: skip


def count(grid: Grid) -> int:
    """How many cards a grid would make."""
    return sum(len(texts) for row in grid for texts in row)


def packed(content: bytes) -> str:
    """A picture as text; empty when it is too large for the clipboard."""
    return b64encode(content).decode() if len(content) <= MOST_BYTES else ""


def unpacked(text: object) -> bytes:
    """The picture again; empty for anything else."""
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        return b""
