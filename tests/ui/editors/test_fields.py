"""Fields take what people type and paste, and keep what was refused until it is put right."""

import pytest
from PySide6.QtGui import QGuiApplication

from cxstudio.model import Engagement, Initiative
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import LineField, NumberField
from cxstudio.ui.forms.money_field import amount_of


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("120万", 1.2e6), ("1億2000万", 1.2e8), ("２５０万円", 2.5e6), ("-3万", -3e4), ("1.2m", 1.2e6),
     ("¥500k", 5e5), ("1,200,000", 1.2e6), ("1.005", 1.005), ("1.1万", 11_000),
     ("1,200万", 1.2e7), ("2千万", 2e7), ("12百万円", 1.2e7), ("500千円", 5e5),
     ("2千5百万", 2.5e7), ("900.50 EUR", 900.5), ("€ 2 000", 2e3), ("1億2千万3", 120_000_003)],
)  # fmt: skip
def test_money_is_typed_as_people_say_it(typed, amount):
    assert amount_of(typed) == amount


def test_what_is_no_amount_is_refused():
    for typed in ("dear", "万", "1万億", "--3", "5万-3"):
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


def test_what_the_file_needs_is_not_emptied(qtbot, workspace):
    years = NumberField(1, 30, whole=True)
    qtbot.addWidget(years)
    binding = bind(workspace, years, Engagement, "horizon", "Edit years")
    faults = []
    binding.faulted.connect(faults.append)
    binding.show(1)
    years.clear()
    years.edited.emit()
    years.left.emit()
    assert faults[-1] == "This cannot be left empty. It was not saved."
    assert workspace.file.engagement.horizon == 3
