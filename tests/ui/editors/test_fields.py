"""Fields take what people type and paste, and keep what was refused until it is put right."""

import pytest
from PySide6.QtGui import QGuiApplication

from cxstudio.model import Initiative
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import LineField, NumberField
from cxstudio.ui.forms.money_field import amount_of


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("120万", 1.2e6), ("1億2000万", 1.2e8), ("２５０万円", 2.5e6), ("-3万", -3e4), ("1.2m", 1.2e6),
     ("¥500k", 5e5), ("1,200,000", 1.2e6)],
)  # fmt: skip
def test_money_is_typed_as_people_say_it(typed, amount):
    assert amount_of(typed) == amount


def test_what_is_no_amount_is_refused():
    for typed in ("dear", "万", "1万億"):
        with pytest.raises(ValueError, match=r"\w|万"):
            amount_of(typed)


def test_cells_and_lines_are_pasted_as_one_line(qtbot):
    field = LineField()
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("A huge\ttext\nvery long \n")
    field.paste()
    assert field.value() == "A huge text very long" and field.cursorPosition() == len(field.text())


def test_a_refused_value_stands_until_it_is_put_right(qtbot, workspace):
    with workspace.change("x") as change:
        id = change.add(Initiative(title="Routes", effort=3)).id
    effort, title = NumberField(0), LineField()
    bindings = [
        bind(workspace, effort, Initiative, "effort", "Edit effort"),
        bind(workspace, title, Initiative, "title", "Edit title"),
    ]
    faults = []
    bindings[0].faulted.connect(faults.append)
    for field, binding, text in ((effort, bindings[0], "-1"), (title, bindings[1], "Ways")):
        qtbot.addWidget(field)
        binding.show(id)
        field.setText(text)
        field.edited.emit()
        field.left.emit()
    assert workspace.file.one(Initiative, id).title == "Ways"
    assert (effort.text(), faults[-1][:1]) == ("-1", faults[-1][:1]) and faults[-1]
    with workspace.change("x") as change:
        change.get(Initiative, id).effort = 5
    assert (effort.text(), faults[-1]) == ("5", "")
