"""Surveys in workbooks: what is read, told with its cell, and not opened at all."""

import io
import re
import zipfile

import pytest

from cxstudio import limits
from cxstudio.exchange import survey_workbook
from cxstudio.exchange.survey_reading import survey_from
from cxstudio.exchange.table import UnreadableTable


def workbook(rows, *, sheets=("Answers",), formula=None):
    from openpyxl import Workbook

    book = Workbook()
    for place, title in enumerate(sheets):
        sheet = book.worksheets[0] if place == 0 else book.create_sheet()
        sheet.title = title
        for row in rows if place == len(sheets) - 1 else []:
            sheet.append(row)
        if formula:
            sheet["B2"] = formula
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def altered(data, *, sheet1):
    """The same workbook with another text of its first sheet."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, sheet1(text) if "sheet1.xml" in part else text)
    return written.getvalue()


def test_a_sheet_of_a_workbook():
    import datetime as dt

    rows = [
        ["NPS", "When", "Spend", "Why"],
        [9, dt.datetime.fromisoformat("2026-04-01 20:27"), 12.5, "a\nb"],
    ]
    rows += [[None, None, None, None], ["１０", dt.datetime.fromisoformat("2026-04-02"), 7.0, None]]
    survey = survey_from(workbook(rows, sheets=("Notes", "回答")), "w.xlsx")
    assert (survey.sheet, survey.sheets) == ("回答", ("回答",))
    assert survey.cells() == [
        ["9", "2026-04-01 20:27:00", "12.5", "a\nb"],
        ["１０", "2026-04-02", "7", ""],
    ]
    assert list(survey.row_numbers) == [2, 4]


def test_a_formula_without_its_result_is_told_with_its_cell():
    data = workbook([["NPS", "Sum"], [9, 1]], formula="=1+1")
    with pytest.raises(UnreadableTable, match="cell B2 of Answers"):
        survey_from(data, "w.xlsx")


def test_bombs_and_entities_are_not_opened(monkeypatch):
    good = workbook([["NPS", "Why"], [9, "x"]])

    declared = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'
    entity = altered(good, sheet1=lambda text: text.replace(b"<worksheet", declared, 1))
    with pytest.raises(UnreadableTable, match="read other files"):
        survey_from(entity, "w.xlsx")
    monkeypatch.setattr(limits, "HARMLESS_BYTES", 1_000_000)
    bomb = altered(good, sheet1=lambda text: text + b" " * 5_000_000)
    with pytest.raises(UnreadableTable, match="would unpack to"):
        survey_from(bomb, "w.xlsx")


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_what_a_workbook_holds_beside_plain_cells(prefix):
    """Errors, hidden and chart sheets, columns before the table, ids, and cells far away."""
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="3"><c r="C3" t="str"><v>NPS</v></c><c r="D3" t="str"><v>ID</v></c>'
        '<c r="E3" t="str"><v>Happy</v></c></row>'
        '<row r="4"><c r="C4" t="e"><v>#N/A</v></c><c r="D4"><v>12345678901234567</v></c>'
        '<c r="E4" t="b"><v>1</v></c></row>'
        '<row r="6"><c r="C6"><f>4+5</f><v>9</v></c><c r="D6"><v>0.30000000000000004</v></c></row>'
        "</sheetData></worksheet>"
    )

    def named(text):
        if prefix:
            text = text.replace(" xmlns=", " xmlns:x=")
            text = re.sub(r"<(/?)(\w)", rf"<\1{prefix}\2", text)
        return text.encode()

    data = altered(workbook([["a"]], sheets=("Answers",)), sheet1=lambda _old: named(sheet))
    survey = survey_from(data, "w.xlsx")
    assert survey.names[-3:] == ("NPS", "ID", "Happy")
    rows = [row[-3:] for row in survey.cells()]
    assert rows == [["#N/A", "12345678901234568", "TRUE"], ["9", "0.3", ""]]
    assert list(survey.row_numbers) == [4, 6]
    far = sheet.replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    data = altered(workbook([["a"]]), sheet1=lambda _old: named(far))
    with pytest.raises(UnreadableTable, match="XFD1048576 in Answers"):
        survey_from(data, "w.xlsx")


def test_reading_a_workbook_can_be_stopped(monkeypatch):
    class Stop(Exception):
        pass

    def tell(share):
        if share > 0.4:
            raise Stop

    monkeypatch.setattr(survey_workbook, "WAIT", 0.001)
    data = workbook([["NPS", "Why"], *[[9, "x"]] * 2_000])
    shares = []
    assert len(survey_from(data, "w.xlsx", tell=shares.append)) == 2_000
    assert shares == sorted(shares)
    with pytest.raises(Stop):
        survey_from(data, "w.xlsx", tell=tell)
