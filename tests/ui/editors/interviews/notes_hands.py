"""Hands in the notes of an interview."""

from PySide6.QtGui import QTextCursor

from cxstudio.model import Paragraph


def texts(workspace, interview=None):
    where = () if interview is None else (Paragraph.interview_id == interview,)
    return [paragraph.text for paragraph in workspace.file.all(Paragraph, *where)]


def put_cursor(page, line, within=None):
    block = page.notes.document().findBlockByNumber(line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + (block.length() - 1 if within is None else within))
    page.notes.setTextCursor(cursor)


def choose(page, line, words):
    block = page.notes.document().findBlockByNumber(line)
    found = page.notes.document().find(words, block.position())
    assert found.blockNumber() == line
    page.notes.setTextCursor(found)


def mark(page, line, words):
    choose(page, line, words)
    page.notes.mark_selection()
    return page.notes.opened
