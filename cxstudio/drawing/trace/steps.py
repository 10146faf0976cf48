"""Where the arrow keys lead in the graph: along a link sideways, up and down in a column."""

from __future__ import annotations

from cxstudio.drawing.trace.layout import Laid


def first(laid: Laid) -> int | None:
    """The top of the first column that has any."""
    return next((column[0] for column in laid.columns if column), None)


def sideways(laid: Laid, node: int, by: int) -> int | None:
    """The nearest node that a link leads to, to the right (+1) or the left (-1).

    It is in the nearest column that has one, as far up or down as is least.
    """
    linked = (laid.shown.onward if by > 0 else laid.shown.behind).get(node, [])
    here = laid.rects[node]
    beyond = [n for n in linked if (laid.rects[n].x - here.x) * by > 0]
    return min(
        beyond,
        key=lambda n: (abs(laid.rects[n].x - here.x), abs(laid.rects[n].y - here.y), n),
        default=None,
    )


def across(laid: Laid, node: int, by: int) -> int | None:
    """The node at about the same height in the next column that has any, linked or not."""
    column = laid.shown.nodes[node].column + by
    while 0 <= column < len(laid.columns):
        if laid.columns[column]:
            here = laid.rects[node].y
            return min(laid.columns[column], key=lambda n: (abs(laid.rects[n].y - here), n))
        column += by
    return None


def vertical(laid: Laid, node: int, by: int) -> int:
    """The node so many places below (above when negative) in its column; the last or first one
    where there are fewer."""
    column = laid.columns[laid.shown.nodes[node].column]
    return column[max(0, min(column.index(node) + by, len(column) - 1))]
