"""Influence and interest of stakeholders, and other small pictures of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cxstudio.drawing.charts.figure import (
    BODY,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    new_figure,
    text_mm,
)
from cxstudio.drawing.charts.scale import place_labels, side_by_side
from cxstudio.drawing.picture import Picture
from cxstudio.i18n import catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Attitude = Literal["supports", "neutral", "opposes"]
MARKS: dict[Attitude, str] = {"supports": "o", "neutral": "s", "opposes": "D"}


STANCES: dict[str, Attitude] = {
    "champion": "supports",
    "supporter": "supports",
    "sceptic": "opposes",
    "opponent": "opposes",
}


def stance(attitude: str) -> Attitude:
    """Which of the three marks an attitude of the model gets; what is not known is neutral."""
    return STANCES.get(attitude, "neutral")


@dataclass(frozen=True, slots=True)
class GridPoint:
    """A person in the grid: influence and interest from 1 to 5."""

    label: str
    influence: float
    interest: float
    attitude: Attitude = "neutral"


def quadrants(language: str) -> tuple[str, str, str, str]:
    """What to do with each quarter: upper left, upper right, lower left, lower right."""
    gettext = catalogue(language).gettext
    return (
        gettext("Keep satisfied"),
        gettext("Work closely with"),
        gettext("Keep an eye on"),
        gettext("Keep informed"),
    )


def stakeholder_grid(
    people: Sequence[GridPoint],
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 107,
    height_mm: float = 80,
) -> Picture:
    """Interest to the right, influence upwards; attitude by mark and colour."""
    gettext = catalogue(language).gettext
    figure = new_figure(width_mm, height_mm)
    axes = axes_mm(figure, 7, 2, 2, 12)
    axes.set_xlim(0.5, 5.5)
    axes.set_ylim(0.5, 5.5)
    axes.set_xticks([])
    axes.set_yticks([])
    for middle in (axes.axhline, axes.axvline):
        middle(3, color=palette.rule, linewidth=0.75, zorder=0)
    _name_quadrants(axes, language, palette)
    _plot(axes, people, (width_mm - 9, height_mm - 14), palette)
    title = font(bold=True)
    axes.set_xlabel(gettext("Interest"), fontproperties=title, color=palette.ink_2, labelpad=2)
    axes.set_ylabel(gettext("Influence"), fontproperties=title, color=palette.ink_2, labelpad=2)
    _legend(axes, height_mm - 14, language, palette)
    return finished(figure, _alt(people, language))


def _name_quadrants(axes: Axes, language: str, palette: Palette) -> None:
    names = quadrants(language)
    places = ((0.015, 0.98), (0.985, 0.98), (0.015, 0.02), (0.985, 0.02))
    for text, (x, y) in zip(names, places, strict=True):
        axes.text(
            x,
            y,
            text,
            transform=axes.transAxes,
            ha="left" if x < 0.5 else "right",
            va="top" if y > 0.5 else "bottom",
            color=palette.petrol if text == names[1] else palette.ink_3,
            fontproperties=font(bold=True),
        )
    for spine in axes.spines.values():
        spine.set_visible(True)
        spine.set_color(palette.rule)
        spine.set_linewidth(0.75)


def _plot(
    axes: Axes, people: Sequence[GridPoint], size_mm: tuple[float, float], palette: Palette
) -> None:
    width, height = size_mm
    centres = [((p.interest - 0.5) / 5 * width, (5.5 - p.influence) / 5 * height) for p in people]
    points = side_by_side(centres, 3.6)
    sizes = [(text_mm(p.label), BODY * 0.40) for p in people]
    labels = place_labels(points, sizes, (1, 5, width - 1, height - 5), 1.6)
    colours = _colours(palette)
    for person, point, label, (w, h) in zip(people, points, labels, sizes, strict=True):
        edge = colours[person.attitude]
        fill = "white" if person.attitude == "neutral" else edge
        mark = MARKS[person.attitude]
        x, y = 0.5 + point[0] / width * 5, 5.5 - point[1] / height * 5
        axes.plot([x], [y], mark, ms=5.5, mfc=fill, mec=edge, mew=1.2, zorder=3)
        axes.text(
            0.5 + (label.x + w / 2) / width * 5,
            5.5 - (label.y + h / 2) / height * 5,
            person.label,
            ha="center",
            va="center",
            color=palette.ink,
            fontproperties=font(),
        )


def _colours(palette: Palette) -> dict[Attitude, str]:
    return {"supports": palette.petrol, "neutral": palette.ink_3, "opposes": palette.orange}


def _legend(axes: Axes, height_mm: float, language: str, palette: Palette) -> None:
    gettext = catalogue(language).gettext
    words: dict[Attitude, str] = {
        "supports": gettext("supports the work"),
        "neutral": gettext("neutral"),
        "opposes": gettext("opposes it"),
    }
    x = 0.0
    for attitude, text in words.items():
        colour = _colours(palette)[attitude]
        fill = "white" if attitude == "neutral" else colour
        y = -9.5 / height_mm
        axes.plot(
            [x + 0.015],
            [y],
            MARKS[attitude],
            ms=5,
            mfc=fill,
            mec=colour,
            mew=1.1,
            transform=axes.transAxes,
            clip_on=False,
        )
        axes.text(
            x + 0.035,
            y,
            text,
            transform=axes.transAxes,
            va="center_baseline",
            color=palette.ink_2,
            fontproperties=font(7),
        )
        x += 0.06 + text_mm(text) / 90


def _alt(people: Sequence[GridPoint], language: str) -> str:
    gettext = catalogue(language).gettext
    close = [p.label for p in people if p.influence >= 3 and p.interest >= 3]
    words = [
        gettext("Grid of {count} stakeholders by interest and influence.").format(count=len(people))
    ]
    if close:
        names = ("、" if language.startswith("ja") else ", ").join(close)
        words.append(gettext("High in both: {names}.").format(names=names))
    return ("" if language.startswith("ja") else " ").join(words)
