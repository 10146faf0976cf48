"""The chain from what customers said to the measures, with how many records each link has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.drawing.charts.figure import (
    LARGE,
    SMALL,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    new_figure,
)
from cxstudio.drawing.picture import Picture
from cxstudio.i18n import catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GAP_MM = 5.0


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One kind of record: its name, how many there are, how many of them rest on the one before."""

    name: str
    count: int
    linked: int | None = None

    @property
    def open(self) -> int:
        """How many have no link to what comes before."""
        return 0 if self.linked is None else max(0, self.count - self.linked)


def chain_figure(
    links: Sequence[ChainLink],
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 166,
    height_mm: float = 22,
) -> Picture:
    """Boxes from left to right; orange says how many have no link.

    Raises ValueError without any links.
    """
    if not links:
        raise ValueError("A chain needs at least one link.")
    figure = new_figure(width_mm, height_mm)
    axes = axes_mm(figure, 0.3, 0.3, 0.3, 0.3)
    inner = width_mm - 0.6
    axes.set_xlim(0, inner)
    axes.set_ylim(0, height_mm - 0.6)
    axes.set_axis_off()
    width = (inner - GAP_MM * (len(links) - 1)) / len(links)
    for place, link in enumerate(links):
        x = place * (width + GAP_MM)
        last = place == len(links) - 1
        _box(axes, link, x, width, height_mm - 0.6, last, language, palette)
        if not last:
            _arrow(axes, x + width, height_mm / 2 - 0.3, palette)
    return finished(figure, _alt(links, language))


def _box(
    axes: Axes,
    link: ChainLink,
    x: float,
    width: float,
    height: float,
    last: bool,
    language: str,
    palette: Palette,
) -> None:
    from matplotlib.patches import Rectangle

    ground, ink, note = (
        (palette.petrol, "white", "white")
        if last
        else (palette.petrol_tint, palette.petrol, palette.ink_2)
    )
    axes.add_patch(Rectangle((x, 0), width, height, facecolor=ground, edgecolor="none"))
    axes.text(x + 2, height - 2, link.name, va="top", color=note, fontproperties=font(SMALL, True))
    axes.text(
        x + 2,
        height / 2 - 0.6,
        f"{link.count:,}",
        va="center",
        color=ink,
        fontproperties=font(LARGE, True),
    )
    text, colour = _open(link, language)
    if text:
        orange = palette.orange if colour and not last else note
        axes.text(
            x + 2, 1.8, text, va="bottom", color=orange, fontproperties=font(SMALL, bool(colour))
        )


def _open(link: ChainLink, language: str) -> tuple[str, bool]:
    gettext = catalogue(language).gettext
    if link.linked is None:
        return "", False
    if link.open:
        return gettext("{count} without link").format(count=link.open), True
    return gettext("all linked"), False


def _arrow(axes: Axes, x: float, y: float, palette: Palette) -> None:
    axes.annotate(
        "",
        (x + GAP_MM - 0.6, y),
        xytext=(x + 0.6, y),
        arrowprops={
            "arrowstyle": "-|>",
            "color": palette.petrol_mid,
            "lw": 0.9,
            "mutation_scale": 7,
        },
    )


def _alt(links: Sequence[ChainLink], language: str) -> str:
    gettext = catalogue(language).gettext
    arrow = " → "
    counts = arrow.join(f"{link.name} {link.count:,}" for link in links)
    words = [
        gettext("Chain from the words of customers to the measures: {counts}.").format(
            counts=counts
        )
    ]
    words += [
        gettext("{name}: {count} without link.").format(name=link.name, count=link.open)
        for link in links
        if link.open
    ]
    return ("" if language.startswith("ja") else " ").join(words)
