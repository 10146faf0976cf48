"""The first table of a piece of HTML, as browsers and word processors put it on the clipboard."""

from __future__ import annotations

from html.parser import HTMLParser

from cxstudio import limits

_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"))
_SILENT = frozenset(("script", "style", "head", "title", "template"))


def table_of(html: str) -> list[list[str]]:
    """The cells by row; a joined cell has its words in its first place, and "" in the others.

    Without a table there are no rows. What is larger than a table may be is cut off one row or
    column after the bound, so that whoever counts sees that it is too much.
    """
    reading = _Reading()
    reading.feed(html)
    reading.close()
    return [[row.get(column, "") for column in range(max(row) + 1)] for row in reading.rows if row]


class _Reading(HTMLParser):
    """Keeps the text of the cells of the outermost, first table; tables inside are text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[dict[int, str]] = []
        self._depth = 0
        self._done = False
        self._silent = 0
        self._words: list[str] | None = None
        self._at = (0, 0)
        self._column = 0  # up to where the row under way is taken
        self._covered: set[tuple[int, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr" and not self._full():
            self._end_cell()
            self.rows.append({})
            self._column = 0
        elif self._depth == 1 and tag in ("td", "th") and self.rows and not self._done:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in _BREAKS and self._words is not None:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag in _BREAKS and self._words is not None:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._silent:
            self._words.append(data.replace("\n", " "))

    def _full(self) -> bool:
        return self._done or len(self.rows) > limits.ROWS

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        row, column = len(self.rows) - 1, self._column
        while column in self.rows[-1] or (row, column) in self._covered:
            column += 1
        self._column = column
        if column > limits.COLUMNS:
            return
        self._at, self._words = (row, column), []
        across = _span(attributes.get("colspan"), limits.COLUMNS - column)
        down = _span(attributes.get("rowspan"), limits.ROWS - row)
        if across * down <= limits.PASTED_CELLS:
            places = ((row + y, column + x) for y in range(down) for x in range(across))
            self._covered.update(places)
        self.rows[-1][column] = ""

    def _end_cell(self) -> None:
        if self._words is None:
            return
        lines = ("".join(self._words)).split("\n")
        row, column = self._at
        self.rows[row][column] = "\n".join(" ".join(line.split()) for line in lines).strip("\n")
        self._words = None


def _span(text: str | None, most: int) -> int:
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(number, most))
