"""A matplotlib figure in the report's habits: its fonts, colours and quiet axes, without pyplot."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cxstudio import resources
from cxstudio.drawing.face import OURS, Face, families, present
from cxstudio.drawing.picture import Picture
from cxstudio.drawing.png import png

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

DPI = 300
BODY, SMALL, LARGE = 8.0, 7.0, 12.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The report's colours by what they say (report.md, section 2)."""

    ink: str = "#13222B"
    ink_2: str = "#44545E"
    ink_3: str = "#5E6D77"
    rule: str = "#C3CCD1"
    hairline: str = "#DCE2E5"
    pale: str = "#F3F6F7"
    petrol: str = "#0B5F6B"
    petrol_dark: str = "#083E47"
    petrol_mid: str = "#5C99A2"
    petrol_tint: str = "#E6F1F2"
    orange: str = "#AB4E08"
    orange_mid: str = "#E08A3C"
    orange_tint: str = "#FCF0E4"


STANDARD = Palette()


@cache
def _register_fonts() -> None:
    from matplotlib.font_manager import fontManager

    for file in sorted(resources.path("fonts").glob("*.otf")):
        fontManager.addfont(file)


@cache
def _register_new_fonts() -> None:
    """Also those that were installed after matplotlib looked for the first time and made a list."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    known = {one.fname for one in fontManager.ttflist}
    for file in sorted(set(findSystemFonts()) - known):
        with suppress(OSError, RuntimeError, UnicodeDecodeError):  # not all of them are for drawing
            fontManager.addfont(file)


@lru_cache(8)
def _families(face: Face) -> list[str]:
    from matplotlib.font_manager import fontManager

    _register_fonts()
    if face != OURS:
        _register_new_fonts()
    return families(face, {one.name for one in fontManager.ttflist})


def font(size: float = BODY, bold: bool = False) -> FontProperties:
    """The present face, with ours for what it lacks; sizes in points."""
    from matplotlib.font_manager import FontProperties

    weight = "bold" if bold else "normal"
    return FontProperties(family=_families(present()), size=size, weight=weight)


def new_figure(width_mm: float, height_mm: float) -> Figure:
    """An empty figure of that size on paper."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width_mm / 25.4, height_mm / 25.4), dpi=DPI, facecolor="white")


def axes_mm(figure: Figure, left: float, top: float, right: float, bottom: float) -> Axes:
    """Axes with margins in millimetres, without a frame."""
    width, height = (side * 25.4 for side in figure.get_size_inches())
    axes = figure.add_axes(
        (
            left / width,
            bottom / height,
            (width - left - right) / width,
            (height - top - bottom) / height,
        )
    )
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_facecolor("none")
    axes.tick_params(length=0, pad=3)
    return axes


def text_mm(text: str, size: float = BODY, bold: bool = False) -> float:
    """The width of a text on paper, in the font it is set in."""
    return _text_mm(text, size, bold, present()) if text else 0.0


@lru_cache(4096)
def _text_mm(text: str, size: float, bold: bool, _face: Face) -> float:
    width, _, _ = _ruler().get_text_width_height_descent(text, font(size, bold), False)
    return float(width) * 25.4 / DPI


@cache
def _ruler() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(10, 10, DPI)  # type: ignore[no-untyped-call]


def finished(figure: Figure, alt: str) -> Picture:
    """The figure as a picture. Text in the SVG is drawn as outlines, the same on every machine."""
    import numpy as np
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    # The canvases' own writers: `savefig` would import pyplot and its global state.
    drawn, svg = FigureCanvasAgg(figure), BytesIO()
    drawn.draw()  # type: ignore[no-untyped-call]
    rgba = drawn.buffer_rgba()  # type: ignore[no-untyped-call]
    pixels = np.asarray(rgba)[:, :, :3]
    raster = png(pixels.shape[1], pixels.shape[0], (row.tobytes() for row in pixels), DPI)
    made = {"Date": None, "Creator": "CX Studio"}
    with rc_context({"svg.hashsalt": made["Creator"]}):  # the same names inside in every run
        FigureCanvasSVG(figure).print_svg(svg, metadata=made)  # type: ignore[no-untyped-call]
    width, height = (side * 25.4 for side in figure.get_size_inches())
    return Picture(raster, svg.getvalue(), alt[:400], float(width), float(height))
