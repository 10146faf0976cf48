"""The notes with their marks: painted around the words, made with Ctrl+E, opened by a click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
)

from cxstudio.i18n import _
from cxstudio.model import Interview
from cxstudio.model.chain import End
from cxstudio.ui import theme
from cxstudio.ui.editors.interviews import paint, spacing
from cxstudio.ui.editors.interviews.clock import Clock
from cxstudio.ui.editors.interviews.editor import NotesEdit
from cxstudio.ui.editors.interviews.marks import add_excerpts, numbered_questions
from cxstudio.ui.editors.interviews.notes import SEP, Place
from cxstudio.ui.editors.interviews.panel import ExcerptPanel
from cxstudio.ui.editors.interviews.quiet_words import QuietWords
from cxstudio.ui.editors.interviews.speakers import pasted_lines
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.workspace import Workspace


class MarkedNotes(NotesEdit):
    """`opened` is the excerpt whose panel stands below its paragraph, or None."""

    file_dropped = Signal(Path)

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        super().__init__(workspace, clock)
        self.opened: int | None = None
        self.questions: dict[int, str] = {}
        self._places: dict[int, Place] = {}
        self._around = spacing.Arrangement({}, {})
        self._set: list[spacing.Setting] = []
        self.panel = ExcerptPanel(workspace, self.viewport())
        self.panel.hide()
        self._quiet_words = QuietWords(self)
        self._asking: list[bool] = []
        LinkDrops(workspace, self, self._looked_at)
        self.panel.left.connect(self.close_panel)
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
            self.opened = None
        self._around = spacing.arrange(self.notes.lines, self._places)
        self._read_questions()
        self.panel.setVisible(self.opened in self._places)
        self._set_frame()
        wanted = spacing.settings(
            self.notes.lines, self._around, self.opened, self.panel.sizeHint().height()
        )
        self._format(wanted, afresh or len(wanted) != len(self._set))
        self._quieten(afresh)
        self._place_panel()
        self.viewport().update()

    def _format(self, wanted: list[spacing.Setting], afresh: bool) -> None:
        cursor = QTextCursor(self.document())
        with self._quietly():
            cursor.beginEditBlock()
            block = self.document().begin()
            for index, setting in enumerate(wanted):
                if afresh or setting != self._set[index]:
                    cursor.setPosition(block.position())
                    cursor.setBlockFormat(spacing.block_format(setting))
                block = block.next()
            cursor.endEditBlock()
        self._set = wanted

    def _quieten(self, afresh: bool) -> None:
        asking = [line.speaker in self.askers for line in self.notes.lines]
        if afresh or asking != self._asking:
            self._asking = asking
            with self._quietly():
                self._quiet_words.rehighlight()

    def _looked_at(self) -> End | None:
        """What a record dropped on the notes is linked to."""
        if self.opened is not None:
            return End("evidence", self.opened)
        return None if self.interview_id is None else End("interview", self.interview_id)

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
        width = min(self._width(), theme.px(470))
        self.panel.setGeometry(
            theme.px(spacing.MARGIN),
            round(bottom + theme.px(spacing.ABOVE_PANEL)),
            max(round(width), self.panel.minimumSizeHint().width()),
            self.panel.sizeHint().height(),
        )

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
            begins, ends = (_units(text[:at]) for at in (place.begins, place.ends))
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

    # -- marking ---------------------------------------------------------------------

    def mark_selection(self) -> None:
        """Make the selection an excerpt (one in each paragraph) and open its panel; without a
        selection, go to the panel of the excerpt at the cursor."""
        cursor = self.textCursor()
        if self.interview_id is None:
            return
        if not cursor.hasSelection():
            self._open_at(cursor.position())
        elif not self.workspace.read_only:
            begin, end = self.offset(cursor.selectionStart()), self.offset(cursor.selectionEnd())
            parts = self._quotable(self.notes.parts(begin, end))
            self.settle()
            if parts:
                id = add_excerpts(self.workspace, self.interview_id, self.notes, parts)
                cursor.setPosition(cursor.selectionEnd())
                self.setTextCursor(cursor)
                self.open_panel(id)
        if self.opened is not None:
            self.panel.setFocus()

    def _quotable(self, parts: list[Place]) -> list[Place]:
        """Without what the interviewer says, unless nothing else is selected."""
        said = [p for p in parts if self.notes.lines[p.line].speaker not in self.askers]
        return [self._trimmed(part) for part in said or parts]

    def _trimmed(self, part: Place) -> Place:
        words = self.notes.words(part)
        begins = part.begins + len(words) - len(words.lstrip())
        return Place(part.line, begins, part.ends - len(words) + len(words.rstrip()))

    def _open_at(self, position: int) -> bool:
        """Open the shortest mark at a place of the document; False when there is none."""
        offset = self.offset(position)
        under = [(e - b, id) for id, (b, e) in self.notes.spans.items() if b <= offset <= e]
        if under:
            self.open_panel(min(under)[1])
        return bool(under)

    def open_panel(self, id: int) -> None:
        """Open an excerpt below its paragraph, and look at it."""
        self.settle()
        if id not in self._places:
            return
        self.opened = id
        self.panel.show_evidence(id)
        self.arrange()
        self.workspace.select(End("evidence", id))
        bottom = self.panel.geometry().bottom() - self.viewport().height() + theme.px(16)
        if bottom > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bottom)

    def close_panel(self) -> None:
        """Back to the words."""
        if self.opened is not None:
            self.opened = None
            self.arrange()
        self.setFocus()

    def show_mark(self, id: int) -> None:
        """Go to an excerpt that was chosen elsewhere."""
        place = self._places.get(id)
        if place is not None:
            self.go_to_line(place.line, place.ends)
            self.open_panel(id)

    def go_to_line(self, index: int, within: int = 0) -> None:
        block = self.document().findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + _units(block.text()[:within]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def answer(self, question_id: int) -> None:
        """Go to the answer of a question; without one, begin it in an empty paragraph."""
        lines = self.notes.lines
        answers = [i for i, line in enumerate(lines) if line.question_id == question_id]
        self.setFocus()
        if answers:
            self.go_to_line(answers[-1], len(lines[answers[-1]].text))
        elif not self.isReadOnly() and self.interview_id is not None:
            self._begin_answer(question_id)

    def _begin_answer(self, question_id: int) -> None:
        with self.one_step(_("Begin an answer")):
            if self.notes.lines[-1].text:
                self.go_to_line(len(self.notes.lines) - 1, len(self.notes.lines[-1].text))
                self.textCursor().insertBlock()
            index = len(self.notes.lines) - 1
            self.set_line(index, question_id=question_id, speaker=self.person)
            self.go_to_line(index)

    def stamp(self) -> None:
        """Put the time of the talk on the paragraph at the cursor."""
        interview = self.workspace.file.get(Interview, self.interview_id)
        if interview is not None and not self.isReadOnly():
            with self.one_step(_("Stamp the time")):
                self.set_line(self.line_index(), seconds=self.clock.stamp(interview.held_at))

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

    # -- mouse, paste and drop ---------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position()
        for index, block, _top in self._blocks():
            for id, area in self._chip_rows(index, block):
                if area.contains(point):
                    self.open_panel(id)
                    return
        before = self.opened
        self.opened = None
        opens = self._open_at(self.cursorForPosition(point.toPoint()).position())
        if not opens and before is not None:
            self.arrange()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = _files(source)
        if files:
            self.file_dropped.emit(files[0])
            return
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
        if "\n" not in text:
            self.textCursor().insertText(text)
            return
        with self.one_step(_("Paste")):
            self._insert_lines(text)

    def _insert_lines(self, text: str) -> None:
        lines = pasted_lines(text)
        cursor = self.textCursor()
        cursor.removeSelectedText()
        if self.notes.lines[self.line_index()].text and any(line.speaker for line in lines):
            cursor.insertBlock()
        first = cursor.blockNumber()
        cursor.insertText(SEP.join(line.text for line in lines))
        self.setTextCursor(cursor)
        for number, line in enumerate(lines):
            values = {"speaker": line.speaker, "seconds": line.seconds}
            known = {name: value for name, value in values.items() if value}
            if known:
                self.set_line(first + number, **known)


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
