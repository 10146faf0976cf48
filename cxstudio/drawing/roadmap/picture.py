"""The roadmap out of the program: for a page of the report, and as PNG, SVG and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from cxstudio import formats
from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.journey.export import (
    LONG_SIDE_MM,
    SHORT_SIDE_MM,
    Paper,
    png_of,
    svg_of,
)
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import fitted, text_width
from cxstudio.drawing.picture import Picture, Tell, nobody
from cxstudio.drawing.qt import ensure_gui
from cxstudio.drawing.roadmap.content import Bar, By, RoadmapData
from cxstudio.drawing.roadmap.inks import LIGHT, Inks
from cxstudio.drawing.roadmap.legend import LEGEND, paint_legend
from cxstudio.drawing.roadmap.paint import Shown, paint_roadmap
from cxstudio.drawing.roadmap.plan import Metrics, RoadmapPlan
from cxstudio.drawing.roadmap.scale import whole_months
from cxstudio.i18n import catalogue

TENTHS_PER_MM = 720 / 25.4
UNIT = 80 / 12  # tenths of a point for a pixel: type of 12 is 8 points on paper
DPI = 300
LEAST_ROW, MOST_ROW = 24, 40
"""Pixels of a row on a page: 5.6 to 9.4 mm. Type is as large in the lowest, and has two lines in
high ones."""
HEAD = 50.0  # the months, and today above them


@dataclass(frozen=True)
class Piece:
    """One page of a roadmap: its plan, in tenths of a point."""

    plan: RoadmapPlan
    by: By
    critical: bool
    inks: Inks = LIGHT

    @property
    def size(self) -> tuple[float, float]:
        return self.plan.width, self.plan.height + self.plan.metrics.px(LEGEND)

    def paint(self, painter: QPainter) -> None:
        """Paint the page, its legend below."""
        paint_roadmap(painter, self.plan, Shown(self.inks, critical=self.critical))
        painter.save()
        painter.translate(0, self.plan.height + self.plan.metrics.px(6))
        critical = self.critical and bool(self.plan.data.path.ids)
        m, tiers = self.plan.metrics, self.by == "department"
        paint_legend(painter, m, self.inks, critical=critical, tiers=tiers)
        painter.restore()


def roadmap_pages(
    data: RoadmapData,
    width_mm: float = 253,
    height_mm: float = 120,
    language: str = "en",
    *,
    by: By = "tier",
    critical: bool = True,
    palette: Palette = STANDARD,
    tell: Tell = nobody,
) -> list[Picture]:
    """The roadmap for a document: one picture, or several when it is too tall for a page.

    Type is 8 points on paper, and colours are those of the document's palette. Rows fill the page,
    and are made lower where that saves one. They are split between initiatives; every page repeats
    the time axis and the names of its lanes, and has the same span of time. None without dated
    initiatives.
    """
    ensure_gui()
    drawn = []
    pieces = list(_pieces(data, width_mm, height_mm, language, by, critical))
    inks = Inks(palette=palette)
    for place, one in enumerate(pieces):
        tell(place / len(pieces), "")
        drawn.append(_drawn(replace(one, inks=inks), data, language, (place + 1, len(pieces))))
    return drawn


def fits(
    data: RoadmapData, width_mm: float, height_mm: float, language: str, by: By = "tier"
) -> bool:
    """Whether one page of this size holds the roadmap."""
    ensure_gui()
    plan = _plan(data, data, width_mm * TENTHS_PER_MM, language, by, LEAST_ROW)
    return plan.height <= _room(plan, height_mm)


def roadmap_png(
    data: RoadmapData, language: str, by: By, critical: bool, dpi: float = 192
) -> bytes:
    """The whole roadmap as one PNG. Raises ValueError when it would be too large to open."""
    piece = _whole(data, language, by, critical)
    return png_of(piece.paint, piece.size, dpi / 720, dpi)


def roadmap_svg(data: RoadmapData, language: str, by: By, critical: bool) -> bytes:
    """The whole roadmap as an SVG whose text is text."""
    piece = _whole(data, language, by, critical)
    return svg_of(piece.paint, piece.size, 720, catalogue(language).gettext("Roadmap"))


def roadmap_pdf(
    data: RoadmapData, language: str, by: By, critical: bool, title: str, paper: Paper = "A4"
) -> bytes:
    """The roadmap on landscape pages of a paper, with a title and the number of each page."""
    ensure_gui()
    width, height, margin = LONG_SIDE_MM[paper], SHORT_SIDE_MM[paper], 14.0
    head = 12.0
    room = (width - 2 * margin, height - 2 * margin - head)
    pieces = list(_pieces(data, *room, language, by, critical))
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", _exact())
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(1200)
    writer.setTitle(title)
    writer.setCreator("CX Studio")
    painter = QPainter(writer)
    for number, piece in enumerate(pieces, 1):
        if number > 1:
            writer.newPage()
        painter.save()
        painter.scale(1200 / 720, 1200 / 720)
        painter.translate(margin * TENTHS_PER_MM, margin * TENTHS_PER_MM)
        _page_head(painter, piece, title, (number, len(pieces)))
        painter.translate(0, head * TENTHS_PER_MM)
        piece.paint(painter)
        painter.restore()
    painter.end()
    written = bytes(buffer.data().data())
    buffer.close()
    return written


def _exact() -> QPageSize.SizeMatchPolicy:
    return QPageSize.SizeMatchPolicy.ExactMatch


def _page_head(painter: QPainter, piece: Piece, title: str, part: tuple[int, int]) -> None:
    m = piece.plan.metrics
    kind = m.type(700, 18)
    number = f"{part[0]} / {part[1]}" if part[1] > 1 else ""
    small = m.type()
    right = piece.plan.width - text_width(number, small)
    write(painter, 0, 0, fitted(title, kind, right - m.px(24)), kind, piece.inks.colour("text"))
    write(painter, right, m.px(4), number, small, piece.inks.colour("text_3"))


# ── Pages ─────────────────────────────────────────────────────────────────────────────────


def _plan(
    data: RoadmapData,
    whole: RoadmapData,
    width: float,
    language: str,
    by: By,
    row: float = 30.0,
) -> RoadmapPlan:
    near = [d.due_on for d in whole.diamonds if d.due_on and d not in whole.lost]
    window = whole_months(whole.spans.values(), near, whole.today)
    metrics = Metrics(UNIT, language, 0.34, 352.0, HEAD, row)
    return RoadmapPlan(data, width, metrics, by=by, window=window)


def _whole(data: RoadmapData, language: str, by: By, critical: bool) -> Piece:
    ensure_gui()
    return Piece(_plan(data, data, 277 * TENTHS_PER_MM, language, by), by, critical)


def _pieces(
    data: RoadmapData, width_mm: float, height_mm: float, language: str, by: By, critical: bool
) -> Iterator[Piece]:
    if not data.spans:
        return
    width = width_mm * TENTHS_PER_MM
    lowest = _plan(data, data, width, language, by, LEAST_ROW)
    room = _room(lowest, height_mm)
    pages, row = _split(lowest, room), LEAST_ROW
    for higher in range(LEAST_ROW + 1, MOST_ROW + 1):
        found = _split(_plan(data, data, width, language, by, higher), room)
        if len(found) > len(pages):
            break
        pages, row = found, higher
    for bars in pages:
        part = replace(data, bars=_kept(data, bars)) if len(pages) > 1 else data
        yield Piece(_plan(_told(part, data), data, width, language, by, row), by, critical)


def _room(plan: RoadmapPlan, height_mm: float) -> float:
    """What the legend leaves of a page."""
    return height_mm * TENTHS_PER_MM - plan.metrics.px(LEGEND)


def _kept(data: RoadmapData, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    ids = {bar.id for bar in bars}
    return tuple(bar for bar in data.bars if bar.id in ids)


def _told(part: RoadmapData, whole: RoadmapData) -> RoadmapData:
    """The part with what is computed over the whole plan, so that its path stays the path."""
    for name in ("path", "quick", "conflicts", "early", "lost"):
        part.__dict__[name] = getattr(whole, name)
    return part


def _split(plan: RoadmapPlan, room: float) -> list[list[Bar]]:
    """The rows in pages, each at most `room` high."""
    if plan.height <= room:
        return [plan.bars]
    m = plan.metrics
    fixed = m.head + m.px(8) + (m.row if plan.plan_top is not None else 0)
    pages: list[list[Bar]] = [[]]
    used, lane = fixed, ""
    for box in plan.lanes:
        for bar in box.lane.bars:
            if bar.id not in plan.tops:
                continue
            more = m.row + (m.px(8) if box.lane.key != lane or not pages[-1] else 0)
            if pages[-1] and used + more > room:
                pages.append([])
                used, more = fixed, m.row + m.px(8)
            pages[-1].append(bar)
            used, lane = used + more, box.lane.key
    return pages


def _drawn(piece: Piece, data: RoadmapData, language: str, part: tuple[int, int]) -> Picture:
    size = piece.size
    png = png_of(piece.paint, size, DPI / 720, DPI)
    svg = svg_of(piece.paint, size, 720, catalogue(language).gettext("Roadmap"))
    width_mm, height_mm = (side / TENTHS_PER_MM for side in size)
    return Picture(png, svg, roadmap_alt(data, language, part), width_mm, height_mm)


def roadmap_alt(data: RoadmapData, language: str, part: tuple[int, int] = (1, 1)) -> str:
    """The roadmap in words: how many, from when to when, what is critical."""
    tr = catalogue(language)
    spans = data.spans.values()
    if not spans:
        return tr.gettext("Roadmap without dates.")
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    words = [
        tr.ngettext(
            "Roadmap: {count} initiative from {first} to {last}.",
            "Roadmap: {count} initiatives from {first} to {last}.",
            len(data.spans),
        ).format(
            count=len(data.spans),
            first=formats.day(first, language),
            last=formats.day(last, language),
        )
    ]
    comma = "、" if language.startswith("ja") else ", "
    if codes := [data.by_id[id].code for id in data.path.ids]:
        words.append(tr.gettext("Critical path: {codes}.").format(codes=comma.join(codes)))
    if pairs := [f"{data.by_id[w.before].code} → {data.by_id[w.after].code}" for w in data.waits]:
        words.append(tr.gettext("Must come first: {pairs}.").format(pairs=comma.join(pairs)))
    if part[1] > 1:
        words.append(tr.gettext("Part {part} of {count}.").format(part=part[0], count=part[1]))
    return ("" if language.startswith("ja") else " ").join(words)[:400]
