"""Cards on the clipboard: as records for a map, as plain lines for everything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

CARDS = "application/x-cxstudio-cards"  # "path of the file" and ids, one a line
MOST_CELLS = 5000


def copied(path: str, ids: Sequence[int], texts: Sequence[str]) -> QMimeData:
    """What is put on the clipboard for these cards."""
    data = QMimeData()
    data.setData(CARDS, QByteArray("\n".join([path, *map(str, ids)]).encode()))
    data.setText("\n".join(texts))
    return data


def card_ids(data: QMimeData, path: str) -> list[int]:
    """The cards on the clipboard when they were copied in this file, else none."""
    if not data.hasFormat(CARDS):
        return []
    first, *ids = bytes(data.data(CARDS).data()).decode().split("\n")
    return [int(id) for id in ids if id.isdigit()] if first == path else []


def columns(text: str) -> list[list[str]]:
    """Texts by column: lines are cards under one another, tabs go on to the next cells."""
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    width = max((len(row) for row in rows), default=0)
    return [
        [row[i].strip() for row in rows if i < len(row) and row[i].strip()] for i in range(width)
    ]
