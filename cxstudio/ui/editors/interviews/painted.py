"""The notes as they are seen: what is painted around the words, and the panel below them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
)

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import theme
from cxstudio.ui.editors.interviews import paint, spacing
from cxstudio.ui.editors.interviews.clock import Clock
from cxstudio.ui.editors.interviews.editor import NotesEdit
from cxstudio.ui.editors.interviews.marks import numbered_questions
from cxstudio.ui.editors.interviews.notes import Place
from cxstudio.ui.editors.interviews.panel import ExcerptPanel
from cxstudio.ui.editors.interviews.quiet_words import QuietWords
from cxstudio.ui.workspace import Workspace


class PaintedNotes(NotesEdit):
    """`opened` is the excerpt whose panel stands below its paragraph, or None."""

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        super().__init__(workspace, clock)
        self.opened: int | None = None
        self.questions: dict[int, str] = {}
        self._places: dict[int, Place] = {}
        self._around = spacing.Arrangement({}, {})
        self.panel = ExcerptPanel(workspace, self.viewport())
        self.panel.hide()
        self._quiet_words = QuietWords(self)
        self.panel.resized.connect(self.arrange)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _on_theme(self) -> None:
        self.document().setDefaultFont(theme.font("reading"))
        self.setPlaceholderText(_("Write what is said. Enter begins the next paragraph."))
        self.arrange(afresh=True)

    # -- laying out ----------------------------------------------------------------

    def arrange(self, *, afresh: bool = False) -> None:
        if self.document().blockCount() != len(self.notes.lines):
            return  # the document is being filled
        self._places = self.notes.places()
        if self.opened is not None and self.opened not in self.marks:
            self._forget_opened()
        self._around = spacing.arrange(self.notes.lines, self._places)
        self._read_questions()
        self.panel.setVisible(self.opened in self._places)
        self._set_frame()
        wanted = spacing.settings(
            self.notes.lines,
            self._around,
            self.opened,
            self.panel.height_for(self._panel_width()),
        )
        self._format(wanted, afresh)
        self._place_panel()
        self.viewport().update()

    def _format(self, wanted: list[spacing.Setting], afresh: bool) -> None:
        cursor = QTextCursor(self.document())
        with self._quietly():
            cursor.beginEditBlock()
            block = self.document().begin()
            for setting in wanted:
                if afresh or not spacing.is_set(block.blockFormat(), setting):
                    cursor.setPosition(block.position())
                    cursor.setBlockFormat(spacing.block_format(setting))
                block = block.next()
            cursor.endEditBlock()
            self._quiet_words.refresh(afresh=afresh)

    def _set_frame(self) -> None:
        room = self.viewport().width() - theme.px(spacing.MARGIN + spacing.WIDEST)
        heading = spacing.HEADING - spacing.GAP + 6 if 0 in self._around.headings else 0
        frame = QTextFrameFormat()
        frame.setLeftMargin(theme.px(spacing.MARGIN))
        frame.setRightMargin(max(room, theme.px(spacing.RIGHT)))
        frame.setTopMargin(theme.px(20 + heading))
        frame.setBottomMargin(theme.px(160))
        root = self.document().rootFrame()
        if root.frameFormat() != frame:
            with self._quietly():
                root.setFrameFormat(frame)

    def _read_questions(self) -> None:
        if set(self._around.headings.values()) - self.questions.keys():
            self.questions = numbered_questions(self.workspace.file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_frame()
        self._place_panel()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_panel()

    def _place_panel(self) -> None:
        place = self._places.get(self.opened or 0)
        if place is None:
            return
        block = self.document().findBlockByNumber(place.line)
        closed = [id for id in self._around.rows.get(place.line, []) if id != self.opened]
        bottom = self._bottom(block) + theme.px(spacing.rows_height(len(closed)))
        self.panel.setGeometry(
            theme.px(spacing.MARGIN),
            round(bottom + theme.px(spacing.ABOVE_PANEL)),
            self._panel_width(),
            self.panel.height_for(self._panel_width()),
        )

    def _panel_width(self) -> int:
        wanted = min(round(self._width()), theme.px(470))
        return max(wanted, self.panel.minimumSizeHint().width())

    # -- where things are -------------------------------------------------------------

    def _top(self, block: QTextBlock) -> QPointF:
        """Where a block's lines begin, as seen now."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        shift = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return rect.topLeft() - shift

    def _bottom(self, block: QTextBlock) -> float:
        lines = max(block.layout().lineCount(), 1)
        base = paint.baseline(block, self._top(block))
        return base + theme.line_height("reading") * (lines - 1 + 0.26)

    def _width(self) -> float:
        frame = self.document().rootFrame().frameFormat()
        return self.viewport().width() - frame.leftMargin() - frame.rightMargin()

    def _blocks(self) -> Iterator[tuple[int, QTextBlock, QPointF]]:
        """The blocks to be seen, with those whose chips or headings reach in."""
        first = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        block = first.previous() if first.previous().isValid() else first
        while block.isValid() and block.blockNumber() < len(self.notes.lines):
            top = self._top(block)
            if top.y() > self.viewport().height() + theme.px(spacing.HEADING):
                return
            if block.layout().lineCount():
                yield block.blockNumber(), block, top
            block = block.next()

    # -- painting ------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = list(self._blocks())
        painter = QPainter(self.viewport())
        for index, block, top in seen:
            for tint in self._tints(index, block):
                paint.paint_tint(painter, block, top, tint)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, block, top in seen:
            self._paint_around(painter, index, block, top)

    def _tints(self, index: int, block: QTextBlock) -> Iterator[paint.Tint]:
        done: list[Place] = []
        for id in self._around.rows.get(index, []):
            place, mark = self._places.get(id), self.marks.get(id)
            if place is None or mark is None or place.line != index:
                continue
            level = sum(other.ends > place.begins for other in done)
            text = block.text()
            begins, ends = (units(text[:at]) for at in (place.begins, place.ends))
            yield paint.Tint(begins, ends, mark.sentiment, id == self.opened, level)
            done.append(place)

    def _paint_around(self, painter: QPainter, index: int, block: QTextBlock, top: QPointF) -> None:
        line = self.notes.lines[index]
        base = paint.baseline(block, top)
        left = float(theme.px(spacing.MARGIN))
        paint.paint_margin(painter, line, base, left, line.speaker not in self.askers)
        question = self._around.headings.get(index)
        if question is not None:
            upper = base - theme.line_height("reading") * 0.74
            place = paint.heading_area(upper, left, self._width())
            current = question == self.current_question()
            paint.paint_heading(painter, place, self.questions.get(question, ""), current)
        for mark, area in self._chip_rows(index, block):
            paint.paint_chips(painter, area, self.marks[mark])

    def _chip_rows(self, index: int, block: QTextBlock) -> Iterator[tuple[int, QRectF]]:
        ids = [id for id in self._around.rows.get(index, []) if id in self.marks]
        bottom, width = self._bottom(block), self._width()
        for row, id in enumerate(id for id in ids if id != self.opened):
            yield id, paint.chip_area(bottom, float(theme.px(spacing.MARGIN)), width, row)

    def current_question(self) -> int | None:
        """The question that the cursor's paragraph answers, or the last one before it."""
        for line in reversed(self.notes.lines[: self.line_index() + 1]):
            if line.question_id is not None:
                return line.question_id
        return None

    def _absorb(self) -> None:
        super()._absorb()
        if not self._quiet:
            self._places = self.notes.places()
            self._place_panel()

    def reload(self) -> None:
        self.questions.clear()
        super().reload()
        if self.opened is not None:
            self.panel.show_evidence(self.opened)
            self.arrange()

    def open(self, interview_id: int | None) -> None:
        self.opened = None
        self.questions.clear()
        super().open(interview_id)

    def _forget_opened(self) -> None:
        """The opened excerpt is gone: look at the talk again."""
        gone, self.opened = self.opened, None
        if self.interview_id is not None and self.workspace.selection == End("evidence", gone or 0):
            self.workspace.select(End("interview", self.interview_id))


def units(text: str) -> int:
    """How long a text is for Qt, which counts characters beyond the basic plane twice."""
    return len(text.encode("utf-16-le")) // 2
