"""Words that come in by other ways than a card: no control characters, and no endless rows."""

import pytest
from PySide6.QtCore import QRectF

from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import Card, Journey, Step
from cxstudio.ui import theme
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.editors.journeys import as_table
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.forms.fields import LineField

ODD, PLAIN = "Bus\x07 at\x00 nine", "Bus at nine"


@pytest.fixture
def mapped(qtbot, workspace):
    page = JourneysPage(workspace)
    qtbot.addWidget(page)
    page.resize(1376, 872)
    page.show()
    page.new_record()
    return page


def first_cell(page):
    """A place of the table where cards stand, and its cell."""
    lanes = page.canvas.map.data.lanes
    row = next(place for place, lane in enumerate(lanes) if lane.kind == "pain_points")
    return page.table.table.index(row, 0), Cell(page.canvas.map.data.steps[0].id, lanes[row].id)


def test_control_characters_are_left_out_of_the_table_the_title_and_names(mapped):
    mapped.head.table.setChecked(True)
    index, cell = first_cell(mapped)
    assert mapped.table.table.setData(index, f"{ODD}\r\nSecond")
    texts = [mapped.workspace.file.one(Card, i).text for i in mapped.canvas.document.cards_in(cell)]
    assert texts == [PLAIN, "Second"]
    mapped.head.title.setText(ODD)
    mapped.head.title.editingFinished.emit()
    assert mapped.workspace.file.one(Journey, mapped.journey_id).title == PLAIN
    step = mapped.canvas.map.data.steps[0].id
    mapped.naming.open(Part("step", step), "Old", QRectF(0, 0, 120, 30))
    mapped.naming.setText(ODD)
    mapped.naming.finish()
    assert mapped.workspace.file.one(Step, step).name == PLAIN


def test_a_form_s_field_gives_what_files_can_keep(qtbot):
    field = LineField()
    qtbot.addWidget(field)
    field.setText(ODD)
    assert field.value() == PLAIN


def test_a_row_is_no_higher_than_ten_lines_and_the_whole_text_is_edited(mapped):
    long = "word " * 2000
    index, cell = first_cell(mapped)
    mapped.canvas.document.add_card(cell, long.strip())
    mapped.head.table.setChecked(True)
    index, _cell = first_cell(mapped)
    table = mapped.table
    assert table.rowHeight(index.row()) <= 11 * table.fontMetrics().lineSpacing() + 24
    assert not table.grab().isNull()
    editor = table.itemDelegate().createEditor(table, None, index)
    table.itemDelegate().setEditorData(editor, index)
    assert editor.toPlainText() == long.strip()


LONG_ENOUGH = ["日程を比べ、バスの時刻を書き写す", "Compares days, writes bus times down"]


@pytest.mark.parametrize("text", LONG_ENOUGH)
def test_a_row_has_room_for_each_line_of_a_short_text(mapped, text):
    _index, cell = first_cell(mapped)
    mapped.canvas.document.add_card(cell, text)
    mapped.head.table.setChecked(True)
    index, _cell = first_cell(mapped)
    table = mapped.table
    width = table.columnWidth(0) - theme.px(as_table.ROOM)
    laid = as_table._laid(text, table.font(), width)
    lines = as_table._lines(laid)
    assert (len(lines) > 1, sum(line.textLength() for line in lines)) == (True, len(text))
    assert table.rowHeight(index.row()) >= sum(line.height() for line in lines)
