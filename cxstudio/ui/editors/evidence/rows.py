"""The evidence as rows of a table, read without loading the records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from cxstudio.i18n import _
from cxstudio.model import Evidence, EvidenceTheme, Theme
from cxstudio.model.base import code_of
from cxstudio.store.search import folded
from cxstudio.ui.evidence.cards import FELT, kind_word
from cxstudio.ui.evidence.feelings import feeling_word
from cxstudio.ui.tables.table import Column
from cxstudio.ui.workspace import Workspace


@dataclass(frozen=True)
class Piece:
    """One piece of evidence; `used` counts the claims that stand on it directly."""

    id: int
    code: str
    kind: str
    text: str
    origin: str
    sentiment: int | None
    themes: tuple[str, ...]
    used: int
    searched: str


@dataclass(frozen=True)
class Filter:
    """What the table is narrowed to; None and "" stand for everything."""

    words: str = ""
    kind: str | None = None
    theme: str | None = None
    sentiment: int | None = None
    unused: bool = False

    def takes(self, piece: Piece) -> bool:
        return (
            all(word in piece.searched for word in folded(self.words).split())
            and self.kind in (None, piece.kind)
            and (self.theme is None or self.theme in piece.themes)
            and self.sentiment in (None, piece.sentiment)
            and not (self.unused and piece.used)
        )


def read_pieces(workspace: Workspace) -> list[Piece]:
    """All evidence by number."""
    themes: dict[int, list[str]] = defaultdict(list)
    ties = select(EvidenceTheme.evidence_id, Theme.name).join(
        Theme, Theme.id == EvidenceTheme.theme_id
    )
    for id, name in workspace.file.rows(ties.order_by(EvidenceTheme.id)):
        themes[id].append(name)
    columns = (
        Evidence.id,
        Evidence.number,
        Evidence.evidence_kind,
        Evidence.text,
        Evidence.sentiment,
        Evidence.speaker,
        Evidence.respondent,
        Evidence.source,
        Evidence.note,
        Evidence.n,
    )
    rows = workspace.file.rows(select(*columns).order_by(Evidence.number))
    return [_piece(workspace, row, tuple(themes[row.id])) for row in rows]


def _piece(workspace: Workspace, row: Any, themes: tuple[str, ...]) -> Piece:
    id, number, kind, text, sentiment, speaker, respondent, source, note, n = row
    code = code_of(Evidence, number)
    who = [speaker or respondent, source, f"n = {n:,}" if n is not None else ""]
    origin = _(", ").join(part for part in who if part)
    felt = sentiment if kind in FELT else None
    used = workspace.chain.used(id)
    searched = folded("\n".join((code, text, origin, note, *themes)))
    return Piece(id, code, kind, text, origin, felt, themes, used, searched)


def columns() -> list[Column]:
    return [
        Column(_("Code"), lambda piece: piece.code),
        Column(_("Kind"), lambda piece: kind_word(piece.kind)),
        Column(_("Text"), lambda piece: " ".join(piece.text.split()) or _("Untitled")),
        Column(_("From"), lambda piece: piece.origin),
        Column(
            _("Feeling"),
            lambda piece: "" if piece.sentiment is None else feeling_word(piece.sentiment),
            sort=lambda piece: piece.sentiment,
        ),
        Column(
            _("Used"),
            lambda piece: str(piece.used) if piece.used else "–",
            sort=lambda piece: piece.used,
            number=True,
        ),
    ]
