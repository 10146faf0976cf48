from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange import pasted


def test_pasted_cells():
    text = 'Name\tRole\r\n"Sato\r\nKen"\t"the ""boss"""\r\n\t\r\n"Hello" she said\t5"\r\n'
    assert pasted.rows(text) == [
        ["Name", "Role"],
        ["Sato\nKen", 'the "boss"'],
        ['"Hello" she said', '5"'],
    ]
    assert pasted.rows("") == []
    assert pasted.rows("a\t") == [["a", ""]]


def test_pasted_lines():
    assert pasted.lines("・駅\n\n- Bus stop\n3. Hotel\n24-hour desk\n2026 plan") == [
        "駅",
        "Bus stop",
        "Hotel",
        "24-hour desk",
        "2026 plan",
    ]


cells = st.text(st.sampled_from('ab "\t\n'), max_size=6).filter(lambda cell: "x" not in cell)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_a_spreadsheet_copies_comes_back(table):
    """A spreadsheet quotes a cell with a tab or a line break, and doubles its quotes then."""

    def copied(cell):
        wrap = "\t" in cell or "\n" in cell
        return '"' + cell.replace('"', '""') + '"' if wrap else cell.replace('"', "'")

    text = "\n".join("\t".join(copied(cell) for cell in row) for row in table)
    wanted = [
        [cell if "\t" in cell or "\n" in cell else cell.replace('"', "'") for cell in row]
        for row in table
        if any(cell.strip() for cell in row)
    ]
    assert pasted.rows(text) == wanted
