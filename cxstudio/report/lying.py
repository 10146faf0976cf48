"""Pages on their side, which a firm's template may have throughout: room that is wide and low."""

from __future__ import annotations

from cxstudio.report.context import Context

THIRD, HALF = 79.0, 122.5
"""Widths (mm) of three and of two columns across such a page."""


def lies(context: Context) -> bool:
    """Whether the room for text is wider than high: what belongs on one page then stands in
    columns beside each other."""
    return context.kept("lies", lambda: _lies(context))


def _lies(context: Context) -> bool:
    from cxstudio.report import docx

    width, height = docx.text_area(context.template)
    return width > height
