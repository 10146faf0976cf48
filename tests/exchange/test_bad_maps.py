"""Files that are broken, built to harm, or something else: a map or one sentence, in bounds."""

import io
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from cxstudio import i18n, limits
from cxstudio.exchange.journey_content import JourneyContent, UnreadableJourney
from cxstudio.exchange.journey_reading import read_journeys

MEGABYTE = 1_000_000
HEAD = "kind: cjm\nphases: [{id: p, name: Plan}]\nactions:\n"
ONE = HEAD + "  - {id: a, phase: p, name: Book}\n"


def read(tmp_path: Path, name: str, data: str | bytes) -> list[JourneyContent]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_journeys(path)


def refused(tmp_path: Path, name: str, data: str | bytes, most: int = 300 * MEGABYTE) -> str:
    """The sentence; reading must not have taken more memory than this."""
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableJourney) as caught:
            read(tmp_path, name, data)
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()
    assert name in str(caught.value)
    return str(caught.value)


def table(steps: int, rows: int, cell: str = "x") -> str:
    head = ["Step", *(f"S{n}" for n in range(steps))]
    lines = [head, *(["Actions", *[cell] * steps] for _n in range(rows))]
    return "\n".join(",".join(line) for line in lines)


def flow(steps: int) -> str:
    entries = (f"  - {{id: a{n}, phase: p, name: A{n}}}\n" for n in range(steps))
    return HEAD + "".join(entries)


# ── Too much ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", table(10_000, 1), r"10001 columns in row 1.*600"),
        ("a.csv", table(1, 10_000), r"below row 2001.*2000 rows"),
        ("a.csv", table(3_000, 1_500), "3001 columns"),
        ("a.csv", table(550, 1), "500 steps"),
        ("a.csv", table(1, 550), "500 lanes"),
        ("a.csv", "Step,A\nActions," + "x" * 200_000, "“Actions” at “A” has 200000 characters"),
        ("a.csv", 'Step,A\nActions,"' + "x\n" * 30_000 + '"', "20000 cards"),
        ("a.md", "|Step|A|\n|-|-|\n" + "|Actions|x|\n" * 10_000, "2000 rows"),
        ("a.md", "# M\n|Step|A|\n|-|-|\n|Actions|x|\n\n" * 500, "500 journeys.*50"),
        ("a.yaml", flow(600), "500 steps"),
        ("a.yaml", flow(40_000), "more entries.*line"),
        ("a.yaml", HEAD.replace("actions", "x") + "a: [\n" + "x, " * 300_000 + "]", "entries"),
        ("a.yaml", "---\nkind: cjm\n" * 100, "100 journeys"),
        ("a.yaml", ONE[:-2] + ", touchpoints: [" + "x, " * 30_000 + "]}", "20000 cards"),
    ],
)
def test_what_no_map_can_show_is_refused_with_the_place(tmp_path, name, data, said):
    assert re.search(said, refused(tmp_path, name, data))


# ── YAML built to harm ────────────────────────────────────────────────────────────────────


def doubling(entry: str, count: int) -> str:
    lines = [f"k0: &k0 {entry}"]
    for n in range(1, count):
        lines.append(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (doubling("x", 60), "too often"),
        ("kind: cjm\n" + "".join(f"k{n}: &k{n} {{<<: *k{n - 1}}}\n" for n in range(1, 120)), ""),
        ("a: " + "[" * 900 + "]" * 900, "nested deeper.*line 1"),
        ("".join("  " * n + "a:\n" for n in range(1200)), "nested deeper.*line 4"),
        ("kind: cjm\nphases: &p [*p]\nactions: [{id: a}]\n", "line 2"),
        (HEAD + "  - &a {id: 1, phase: *a}\n", "line 4"),
        (HEAD.replace("actions:", "actions: []\nactions:") + "  - {id: a}\n", "“actions” twice"),
        (HEAD + "\t- {id: a, phase: p, name: A}\n", "line 4 is indented with a tab"),
        (HEAD + "  - {id: a, phase: p, name: A}\n" * 2, "same id “a”"),
        (ONE.replace("[{id: p,", "[{id: p, name: X}, {id: p,"), "same id “p”"),
        (ONE.replace("Book", "Book, emotion_score: 0x" + "f" * 5000), "no.*from −2"),
        (ONE.replace("Book", "Book, emotion_score: .nan"), "−2"),
        (ONE.replace("Book", "Book, emotion_score: [1]"), "−2"),
        ("kind: cjm\nphases: hello\nactions: 3\n", "no phases"),
        ("kind: [cjm]\n---\n? [a, b]\n: c\n", "line 3"),
    ],
)
def test_a_yaml_that_repeats_nests_or_contradicts_itself(tmp_path, data, said):
    sentence = refused(tmp_path, "a.yaml", data, 60 * MEGABYTE)
    assert re.search(said, sentence) or said.startswith("no.*"), sentence


def test_yaml_makes_no_objects_and_guesses_nothing(tmp_path):
    name = "!!python/object/apply:os.system [exit]"
    data = f"x: {name}\n" + ONE.replace("Book", "2020-01-01, touchpoints: [No, 1:30, 007, ~, 1e3]")
    (journey,) = read(tmp_path, "a.yaml", data)
    assert journey.steps[0].name == "2020-01-01"
    assert [card.text for card in journey.cards] == ["No", "1:30", "007", "1e3"]


def test_a_document_that_refers_to_itself_does_not_hang_the_others(tmp_path):
    itself = "--- &r\nkind: cjm\nself: *r\n" + ONE.removeprefix("kind: cjm\n")
    sentence = refused(tmp_path, "a.yaml", itself + itself)
    assert "line" in sentence


def test_a_target_that_is_no_figure_is_left_empty(tmp_path):
    data = ONE + "---\nkind: outcome\nkpis: [{name: K, target: .inf}, {name: L, target: 50}]\n"
    assert [kpi.target for kpi in read(tmp_path, "a.yaml", data)[0].kpis] == [None, 50.0]


# ── Text ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp932", "euc-jp"])
@pytest.mark.parametrize("suffix", ["yaml", "csv", "md"])
def test_encodings_in_which_clients_save(tmp_path, encoding, suffix):
    texts = {
        "yaml": ONE.replace("Book", "予約をする、カードで払う"),
        "csv": "ステップ,予約をする、カードで払う\n行動,電話をかける\n",
        "md": "| ステップ | 予約をする、カードで払う |\n|-|-|\n| 行動 | 電話をかける |\n",
    }
    (journey,) = read(tmp_path, f"a.{suffix}", texts[suffix].encode(encoding))
    assert journey.steps[0].name == "予約をする、カードで払う"


def test_old_japanese_mail_is_read_too(tmp_path):
    (journey,) = read(tmp_path, "a.csv", "ステップ,予約\n行動,電話\n".encode("iso2022_jp"))
    assert journey.steps[0].name == "予約"


@pytest.mark.parametrize("suffix", ["csv", "md", "yaml"])
def test_control_characters_go_and_every_script_stays(tmp_path, suffix):
    said = "👩‍👩‍👧‍👦 🇯🇵 مرحبا abc שלום \x07\x1b[31m𠮷"
    texts = {
        "csv": f"Step,A\nActions,{said}\n",
        "md": f"|Step|A|\n|-|-|\n|Actions|{said}|\n",
        "yaml": ONE.replace("Book", f"Book, touchpoints: ['{said}']"),
    }
    (journey,) = read(tmp_path, f"a.{suffix}", texts[suffix])
    assert [card.text for card in journey.cards] == ["👩‍👩‍👧‍👦 🇯🇵 مرحبا abc שלום [31m𠮷"]


@pytest.mark.parametrize("text", ["**a ", "[", "*a", "[a](", "__a", "<br>", "- ", "[a](b ", "`"])
def test_markdown_is_read_in_the_time_of_its_length(tmp_path, text):
    assert read(tmp_path, "a.md", f"|Step|A|\n|-|-|\n|Actions|{text * 10_000}|\n")
    heading = f"# {' ' * 60_000}x{'#' * 60_000} y\n|Step|A|\n|-|-|\n|Actions|x|\n"
    assert read(tmp_path, "a.md", heading)[0].title.startswith("x#")


def test_bold_and_links_are_still_taken_off(tmp_path):
    cell = "**Sees** [a photo](http://x.org/a_(b) 'title') and ![it](y.png)"
    (journey,) = read(tmp_path, "a.md", f"|Step|A|\n|-|-|\n|Actions|{cell}|\n")
    assert journey.cards[0].text.startswith("Sees a photo http://x.org/a_(b")


def test_the_line_of_a_faulty_table_among_several_is_named(tmp_path):
    good = "|Step|A|\n|-|-|\n|Actions|x|\n\n"
    sentence = refused(tmp_path, "a.md", good + "|Step|A|\n|-|-|\n|Mood|x|\n|B|x|y|\n")
    assert "line 5" in sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('Step,A,B\nActions,"x,y\nPain points,1,2\n', "by line 3"),
        ('Step,A\nActions,"x"y\n', "by line 2"),
        ("Step,A\nActions,x,y\n", "column C"),
        ("Step,Actions,Pain points\nA,x,\n,y,z\n", "“y” in the lane “Actions”"),
    ],
)
def test_wrong_cells_are_named(tmp_path, data, said):
    assert said in refused(tmp_path, "a.csv", data)


def test_a_table_of_something_else_says_what_became_of_it(tmp_path):
    (journey,) = read(tmp_path, "a.csv", "Name,Age\nBob,3\nAnn,4\n")
    assert "free text" in journey.notes[0]
    assert not read(tmp_path, "a.csv", "Step,A\nActions,x\n")[0].notes


@pytest.mark.parametrize("suffix", ["csv", "md", "yaml", "xlsx"])
def test_a_file_that_lies_about_its_kind(tmp_path, suffix):
    assert refused(tmp_path, f"a.{suffix}", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


# ── Workbooks ─────────────────────────────────────────────────────────────────────────────

SHEET = "xl/worksheets/sheet1.xml"


def workbook(rows: list[list[str]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def changed(data: bytes, change) -> bytes:
    """The workbook with its sheet's XML put through `change`."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", 8) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()) if name == SHEET else part)
    return written.getvalue()


SMALL = workbook([["Step", "A", "B"], ["Actions", "x", "y"]])


def with_rows(rows: str):
    return lambda sheet: sheet.replace("</sheetData>", f"{rows}</sheetData>")


def with_entity(declared: str):
    row = '<row r="3"><c r="A3" t="inlineStr"><is><t>&e;</t></is></c></row>'

    def change(sheet: str) -> str:
        return f"<!DOCTYPE x [{declared}]>" + with_rows(row)(re.sub(r"^<\?xml.*?\?>", "", sheet))

    return change


LAUGH = '<!ENTITY a0 "lol">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)


def lying(data: bytes) -> bytes:
    """With heads that say every part has ten bytes."""
    written = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for found in re.finditer(re.escape(mark), data):
            written[found.start() + at : found.start() + at + 4] = (10).to_bytes(4, "little")
    return bytes(written)


@pytest.mark.parametrize(
    ("made", "said"),  # made in its test, as some are large
    [
        (lambda: changed(SMALL, with_rows(" " * 120_000_000)), "would unpack to 12"),
        (lambda: lying(changed(SMALL, with_rows(" " * 120_000_000))), "cannot be opened"),
        (
            lambda: changed(SMALL, with_entity('<!ENTITY e SYSTEM "file:///etc/hostname">')),
            "read other files",
        ),
        (lambda: changed(SMALL, with_entity(LAUGH + '<!ENTITY e "&a9;">')), "read other files"),
        (
            lambda: changed(
                SMALL, with_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
            ),
            "row",
        ),
        (
            lambda: workbook([["Step"] + ["s"] * 10_000, ["Actions"] + ["x"] * 10_000]),
            "10001 columns",
        ),
        (lambda: SMALL[: len(SMALL) // 2], "cannot be opened"),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(5_000), "cannot be opened"),
    ],
)
def test_workbooks_built_to_harm(tmp_path, made, said):
    assert said in refused(tmp_path, "a.xlsx", made(), 200 * MEGABYTE)


def test_a_workbook_that_says_it_is_smaller_than_it_is_loses_no_rows(tmp_path):
    def shrunk(sheet: str) -> str:
        return re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:B2"', sheet)

    full = workbook([["Step", "A", "B"], ["Actions", "x", "y"], ["Pain points", "z", ""]])
    (journey,) = read(tmp_path, "a.xlsx", changed(full, shrunk))
    assert [card.text for card in journey.cards] == ["x", "y", "z"]


def test_merged_cells_stand_at_their_first_step(tmp_path):
    book = Workbook()
    sheet = book.worksheets[0]
    rows = [["Stage", "Plan", "", "Go"], ["Step", "A", "B", "C"], ["Actions", "x", "", "y"]]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("B3:C3")
    written = io.BytesIO()
    book.save(written)
    (journey,) = read(tmp_path, "a.xlsx", written.getvalue())
    assert [(s.name, len(s.steps)) for s in journey.stages] == [("Plan", 2), ("Go", 1)]
    assert [(card.step, card.text) for card in journey.cards] == [(0, "x"), (2, "y")]


# ── The sentences ─────────────────────────────────────────────────────────────────────────


def test_the_sentences_are_there_in_japanese(tmp_path):
    i18n.use("ja")
    try:
        said = [
            refused(tmp_path, "a.csv", table(10_000, 1)),
            refused(tmp_path, "a.yaml", "a: " + "[" * 900),
            refused(tmp_path, "a.yaml", flow(600)),
        ]
    finally:
        i18n.use("en")
    assert all("「a." in sentence and sentence.endswith("。") for sentence in said), said


def test_the_bounds_have_room_for_the_largest_map_that_is_written():
    assert limits.COLUMNS > limits.STEPS
    assert limits.ROWS > limits.LANES
