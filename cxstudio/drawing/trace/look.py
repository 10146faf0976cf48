"""How the graph is coloured and lettered: roles of a theme, and the words of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF

from cxstudio.analysis.loose_ends import Fault
from cxstudio.drawing import tokens
from cxstudio.drawing.journey.measure import broken, font
from cxstudio.drawing.journey.text import Run, Type
from cxstudio.drawing.tokens import Theme
from cxstudio.i18n import N_, catalogue

TITLES = {
    "evidence": N_("Evidence"),
    "insight": N_("Insights"),
    "card": N_("Pain points"),
    "gap": N_("Gaps"),
    "initiative": N_("Initiatives"),
    "kpi": N_("KPIs"),
    "report_section": N_("Report sections"),
}
FAULT_WORDS: dict[Fault, str] = {
    "unused": N_("not used"),
    "leads_nowhere": N_("leads nowhere"),
    "without_gap": N_("no gap"),
    "without_initiative": N_("no initiative"),
    "without_kpi": N_("no KPI"),
    "without_evidence": N_("no evidence"),
}


LONGEST = 120
"""Letters of a text that are broken into lines; two lines of a tile have no room for more."""


@dataclass(frozen=True)
class Look:
    """Theme and language that the painters of the parts share."""

    theme: Theme = "light"
    language: str = "en"

    @cached_property
    def small(self) -> Type:
        return Type(*tokens.type_style("small", "ja" if self.language == "ja" else "en"))

    @cached_property
    def strong(self) -> Type:
        return self.small._replace(weight=500)

    def colour(self, role: str) -> QColor:
        """The colour of a role, for the caller to keep and change."""
        return QColor(tokens.colour(role, self.theme))

    def words(self, english: str) -> str:
        """A text in the language of the drawing."""
        return catalogue(self.language).gettext(english)

    def fault(self, fault: Fault) -> str:
        """The word for a dead end."""
        return self.words(FAULT_WORDS[fault])


def tone(fault: Fault) -> str:
    """The role in which a dead end is written: what lacks evidence is a fault of the argument."""
    return "error" if fault == "without_evidence" else "warning"


@lru_cache(maxsize=20_000)
def elided(text: str, kind: Type, width: int) -> str:
    """The text cut with … to a width in pixels."""
    metrics = QFontMetricsF(font(kind))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=20_000)
def on_two_lines(text: str, kind: Type, width: int) -> tuple[str, ...]:
    """The text on one line or two of a width in pixels, cut with … where that is not enough."""
    words = " ".join(text.split())
    if QFontMetricsF(font(kind)).horizontalAdvance(words) <= width:
        return (words,)
    lines = broken((Run(words[:LONGEST], kind),), float(width))
    first = "".join(piece.run.text for piece in lines[0].pieces).rstrip()
    return first, elided(words[len(first) :].lstrip(), kind, width)
