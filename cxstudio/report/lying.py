"""Pages on their side, which a firm's template may have throughout: room that is wide and low."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.report import blocks as b
from cxstudio.report.context import Context

THIRD, HALF = 79.0, 122.5
"""Widths (mm) of three and of two columns across such a page."""
_LOW = 75.0
"""Millimetres that columns may be high so that more stands on their page."""


def lies(context: Context) -> bool:
    """Whether the room for text is wider than high: what belongs on one page then stands in
    columns beside each other."""
    return context.kept("lies", lambda: _lies(context))


def _lies(context: Context) -> bool:
    from cxstudio.report import docx

    width, height = docx.text_area(context.template)
    return width > height


def beside(
    context: Context,
    columns: Sequence[Sequence[b.Block]],
    widths: tuple[float, ...],
    most: float = _LOW,
) -> list[b.Block]:
    """Blocks in columns so wide (mm) across a page that lies, if all are at most so high; nothing
    where they are to stand below each other."""
    from cxstudio.report.docx.pages import stacked

    pairs = list(zip(columns, widths, strict=True))
    if not lies(context) or not all(0 < stacked(*pair, lies=True) <= most for pair in pairs):
        return []
    return [b.Columns(tuple(tuple(column) for column in columns), widths)]
