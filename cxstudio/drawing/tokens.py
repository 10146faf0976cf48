"""The design tokens, read from resources/themes/tokens.json: colours, type, measures.

Colours are "#RRGGBB". Code below the user interface names the theme it paints with;
prints and exports always use "light".
"""

import json
from functools import cache
from typing import Any, Literal, NamedTuple, cast

from cxstudio import resources

Theme = Literal["light", "dark", "projector"]
Strength = Literal["strong", "fair", "thin", "none"]
THEMES: tuple[Theme, ...] = ("light", "dark", "projector")
STRENGTHS: tuple[Strength, ...] = ("strong", "fair", "thin", "none")
STICKIES = ("yellow", "orange", "rose", "lilac", "blue", "aqua", "green", "stone")


class Fill(NamedTuple):
    """A ground and the colour of the text on it."""

    fill: str
    text: str


class TypeStyle(NamedTuple):
    """Font size and line height in pixels, and weight (400 to 700)."""

    size: int
    line: int
    weight: int


@cache
def everything() -> dict[str, Any]:
    """The whole tokens file."""
    text = resources.path("themes", "tokens.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


@cache
def colours(theme: Theme) -> dict[str, str]:
    """All colour roles of a theme."""
    return dict(everything()["themes"][theme]["colour"])


def colour(role: str, theme: Theme = "light") -> str:
    """The colour of a role such as "accent" or "text_2". Raises KeyError for an unknown role."""
    return colours(theme)[role]


def _shade(theme: Theme) -> str:
    return "light" if theme == "light" else "dark"


def sticky(name: str, theme: Theme = "light") -> Fill:
    """Fill and text of a sticky card; the projector shows the light ones."""
    entry = everything()["sticky"][name]["dark" if theme == "dark" else "light"]
    return Fill(entry["fill"], entry["text"])


def strength(name: Strength, theme: Theme = "light", on_projector_card: bool = False) -> str:
    """The colour of an evidence mark."""
    entry = everything()["evidence_strength"][name]
    return str(entry["on_projector_cards" if on_projector_card else _shade(theme)])


def chart(theme: Theme = "light") -> list[str]:
    """The six series colours, in their order."""
    return list(everything()["chart"][_shade(theme)])


def persona(number: int, theme: Theme = "light") -> str:
    """The colour of the first, second, third … persona (from 1)."""
    curves = everything()["persona_curve"]
    entry = curves.get(str(number))
    return str(entry[theme]) if entry else chart(theme)[(number - 1) % 6]


def tier(name: str, theme: Theme = "light") -> str:
    """The colour of a tier: "frontline", "department" or "executive"."""
    return str(everything()["tier"][name][_shade(theme)])


def severity(level: int, theme: Theme = "light") -> Fill:
    """Heat of a severity, level 0 (low) to 4 (severe)."""
    entry = everything()["heat_severity"][_shade(theme)][max(0, min(level, 4))]
    return Fill(entry["fill"], entry["text"])


def score(value: float, theme: Theme = "light") -> Fill:
    """Heat of a score between -100 and 100, in six fixed steps."""
    level = sum(value >= edge for edge in (0, 10, 20, 30, 45))
    entry = everything()["heat_score"][_shade(theme)][level]
    return Fill(entry["fill"], entry["text"])


def type_style(role: str, scale: Literal["en", "ja", "projector"] = "en") -> TypeStyle:
    """Size, line and weight of a text role such as "section" or "body"."""
    return TypeStyle(*everything()["type"][scale][role])


def measure(group: str, name: str) -> Any:
    """A measure in pixels or milliseconds, for example ``measure("height", "control")``."""
    return everything()[group][name]


def space(step: int) -> int:
    """The step-th space of the grid, from 0: 4, 8, 12, 16, 20, 24, 32, 40, 48, 56."""
    return int(everything()["space"][step])


def radius(name: str) -> int:
    """The corner radius of a "mark", "card_sticky", "control", "menu" or "panel"."""
    return int(measure("radius", name))
