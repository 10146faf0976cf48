"""A consultant's way with the map on a real screen, in Japanese, with real keys and a real mouse:
eight steps from nothing, a workshop, the to-be, two gaps from its differences, every format."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hand import Program, x_screen
from japanese_journey import (
    ACTIONS,
    CAPTURED,
    FEELINGS,
    IDEA,
    MISPLACED,
    OPPORTUNITIES,
    PAINS,
    PARKED,
    PERSONA,
    STAGES,
    STEPS,
    THOUGHTS,
    TITLE,
    TO_BE_FEELING,
    TO_BE_IDEA,
    TO_BE_PAIN,
    TOUCHPOINTS,
)
from map_papers import check_files
from map_records import check_gaps, check_records, check_workshop

pytestmark = [pytest.mark.x_screen, pytest.mark.libreoffice, pytest.mark.timeout(240)]
FILE = "window.workspace.file"
PAGE = "window.view.page"
CANVAS = f"{PAGE}.canvas"
WALL = "window.workshop.projector"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program on a screen of its own; it is ended with the test."""
    with x_screen() as display, ExitStack() as running:
        started = Program(display, tmp_path)
        running.callback(started.kill)
        yield started


def test_a_journey_from_nothing_to_gaps_and_paper(program: Program, tmp_path: Path) -> None:
    begin_in_japanese(program)
    map_eight_steps(program)
    fill_lanes(program)
    drag_feelings(program)
    hold_workshop(program)
    make_to_be(program)
    take_two_gaps(program)
    paths = export_everything(program, tmp_path)
    after = program.look("content(window)")
    assert program.look("QApplication.activeModalWidget()") is None
    program.kill()

    check_records(after)
    check_workshop(after)
    check_gaps(after)
    check_files(paths)


# -- from nothing to eight steps ---------------------------------------------------------


def begin_in_japanese(program: Program) -> None:
    program.key("ctrl+shift+n")
    program.take_keyboard("modal")
    program.paste("福井県")
    program.click("button_in(modal.report_language, '日本語')")
    program.click("button('Create')")
    program.wait("window.view is not None")
    program.take_keyboard("window")
    program.click("button('日本語')")
    program.wait("_('Overview') != 'Overview'")


def go(program: Program, words: str, key: str) -> None:
    program.go(program.look(f"_({words!r})"), key)


def press(program: Program, words: str) -> None:
    """Press the button with these words in the language of the screen."""
    program.click(f"button(_({words!r}))")


def choose(program: Program, words: str) -> None:
    """Choose from the menu that is open, or is about to open."""
    program.click(f"item(_({words!r}))")


def map_eight_steps(program: Program) -> None:
    """A persona, a journey for it, four stages and eight steps, each named by hand."""
    go(program, "Personas", "personas")
    program.key("ctrl+n")
    program.wait(f"{FILE}.count(Persona) == 1")
    program.paste(PERSONA)
    go(program, "Journey maps", "journeys")
    program.key("ctrl+n")
    program.wait(f"{FILE}.count(Journey) == 1")
    program.paste(TITLE)
    program.key("Return")
    program.wait(f"{FILE}.all(Journey)[0].title == {TITLE!r}")
    program.click(f"{PAGE}.head.palette_button")
    program.wait(f"{PAGE}.palette_pane.isHidden()")
    program.click("head_of(window, 'step', 5)", button=3)
    choose(program, "Add a step after it")
    program.wait(f"{FILE}.count(Step) == 7")
    program.click("head_of(window, 'add')")
    choose(program, "Add a stage")
    program.wait(f"{FILE}.count(Step) == 8")
    for number, (stage, _steps) in enumerate(STAGES):
        name(program, "stage", number, stage)
    for number, step in enumerate(STEPS):
        name(program, "step", number, step)
    assert program.look(f"[step.name for step in {CANVAS}.map.data.steps]") == STEPS


def name(program: Program, kind: str, number: int, words: str) -> None:
    program.click(f"head_of(window, {kind!r}, {number})", times=2)
    program.wait(f"{PAGE}.naming.hasFocus()")
    program.paste(words)
    program.key("Return")
    program.wait(f"{CANVAS}.map.data.{kind}s[{number}].name == {words!r}")


def fill_lanes(program: Program) -> None:
    """Rows from a spreadsheet, lines from a note, cards written one below another, and a drag."""
    paste_at(program, "actions", 1, "\t".join(ACTIONS), 8)
    paste_at(program, "touchpoints", 1, "\t".join(TOUCHPOINTS), 16)
    paste_at(program, "thoughts", 1, "\t".join(THOUGHTS), 24)
    paste_at(program, "opportunities", 5, "\n".join(OPPORTUNITIES), 26)
    select(program, "pain_points", 5)
    program.key("Return")
    for number, words in enumerate((*PAINS, MISPLACED), 27):
        program.wait(f"{CANVAS}.editor.writing and {CANVAS}.editor.toPlainText() == ''")
        program.paste(words)
        program.wait(f"{CANVAS}.editor.toPlainText() == {words!r}")
        program.key("Return")  # the next card is open below
        program.wait(f"{FILE}.count(Card) == {number}")
    program.wait(f"{CANVAS}.editor.writing")
    program.key("Escape")
    program.wait(f"not {CANVAS}.editor.writing")
    program.drag(f"card_of({MISPLACED!r})", "cell_of(window, 'pain_points', 4)")
    program.wait(f"[c.step_id for c in {FILE}.all(Card) if c.text == {MISPLACED!r}] == "
                 f"[{CANVAS}.map.data.steps[3].id]")  # fmt: skip


def select(program: Program, lane: str, step: int) -> None:
    """Click on a cell, after turning the wheel until it is in view."""
    down = f"{CANVAS}.verticalScrollBar().value()"
    while not program.look(f"in_view(window, {lane!r}, {step})"):
        before = program.look(down)
        program.click(f"middle({CANVAS}.viewport())", button=5)
        program.wait(f"{down} != {before}")
    program.click(f"cell_of(window, {lane!r}, {step})")
    program.wait(f"selected(window) == ({lane!r}, {step})")


def paste_at(program: Program, lane: str, step: int, text: str, cards: int) -> None:
    select(program, lane, step)
    program.paste(text)
    program.wait(f"{FILE}.count(Card) == {cards}")


def drag_feelings(program: Program) -> None:
    """A double click sets the curve's point, and the hand drags it to where it belongs."""
    for step, value in enumerate(FEELINGS, 1):
        program.click(f"feeling(window, {step}, 0)", times=2)
        program.wait(f"{FILE}.count(Emotion) == {step}")
        drag_feeling(program, step, 0, value)


def drag_feeling(program: Program, step: int, start: float, value: float) -> None:
    program.drag(f"feeling(window, {step}, {start})", f"feeling(window, {step}, {value})")
    program.wait(
        f"[round(e.value, 1) for e in {FILE}.all(Emotion) "
        f"if e.step_id == {CANVAS}.map.data.steps[{step - 1}].id] == [{value}]"
    )


# -- the workshop ------------------------------------------------------------------------


def hold_workshop(program: Program) -> None:
    program.key("F5")
    program.take_keyboard("modal")
    program.key("Return")
    program.take_keyboard(WALL)
    capture_lines(program)
    run_timer(program)
    vote(program)
    end(program)


def capture_lines(program: Program) -> None:
    """Two pain points on the stage of getting around, an idea beside them, a note for later."""
    program.key("Next", "Next")
    program.wait(f"{STEPS[4]!r} in {WALL}.texts()")
    for words in CAPTURED:
        capture(program, words)
    program.key("Tab")
    program.wait(f"{WALL}.session.board.lane({WALL}.session.place.lane).kind == 'opportunities'")
    capture(program, IDEA)
    program.key("ctrl+p")
    program.wait(f"{WALL}.session.parking")
    capture(program, PARKED)
    program.wait(f"{FILE}.count(ParkedNote) == 1")


def capture(program: Program, words: str) -> None:
    program.wait(f"{WALL}.capture.hasFocus()")
    program.paste(words)
    program.wait(f"{WALL}.capture.text() == {words!r}")
    program.key("Return")
    program.wait(f"{WALL}.capture.text() == ''")


def run_timer(program: Program) -> None:
    before = program.look(f"{WALL}.countdown.text()")
    program.key("F8")
    program.wait(f"{WALL}.countdown.running and {WALL}.countdown.text() != {before!r}")
    program.key("F8")
    program.wait(f"not {WALL}.countdown.running")


def vote(program: Program) -> None:
    """Dots by click and by keys; nobody sees them before they are revealed, and then ranked."""
    fives = program.look(f"{WALL}.texts().count('5')")  # there is a fifth step
    program.key("F7")
    program.wait(f"{WALL}.session.voting == 'open'")
    program.key("5")
    votes(program, IDEA, 5)
    program.click(f"on_wall({WALL}, {OPPORTUNITIES[0]!r})")
    votes(program, OPPORTUNITIES[0], 1)
    program.key("Return", "Return")
    votes(program, OPPORTUNITIES[0], 3)
    assert program.look(f"{WALL}.texts().count('5')") == fives, "seen before they are revealed"
    program.key("F7")
    program.wait(f"{WALL}.session.ranking")
    said = program.look(f"{WALL}.texts()")
    assert said.index(IDEA) < said.index(OPPORTUNITIES[0])
    program.key("Return")
    program.wait(f"not {WALL}.session.ranking")


def votes(program: Program, words: str, count: int) -> None:
    program.wait(f"[c.votes for c in {FILE}.all(Card) if c.text == {words!r}] == [{count}]")


def end(program: Program) -> None:
    """What was added is shown, and put into the report."""
    program.key("Escape")
    program.wait(f"{WALL}.question is not None")
    program.key("Return")
    program.wait(f"{WALL}.showing_added")
    said = program.look(f"{WALL}.texts()")
    assert {IDEA, *CAPTURED} <= {line.removeprefix("·  ") for line in said}
    program.wait(f"{WALL}.last_buttons[0].hasFocus()")
    program.key("Return")
    program.wait(f"{FILE}.count(ReportSection) > 5")
    program.key("Escape")
    program.wait("window.workshop.over")
    program.take_keyboard("window")


# -- the to-be, and gaps from the differences --------------------------------------------


def make_to_be(program: Program) -> None:
    """A copy to change: other words, a new card, one less, and a better feeling."""
    press(program, "Make a to-be")
    program.wait(f"{CANVAS}.map.data.kind == 'to_be'")
    cards = program.look(f"{FILE}.count(Card)")
    program.click(f"card_of({PAINS[1]!r})")
    program.key("F2")
    program.wait(f"{CANVAS}.editor.writing")
    program.key("ctrl+a")
    program.paste(TO_BE_PAIN)
    program.wait(f"{CANVAS}.editor.toPlainText() == {TO_BE_PAIN!r}")
    program.key("Tab")
    program.wait(f"{FILE}.count(Card, Card.text == {TO_BE_PAIN!r}) == 1")
    program.key("Escape")
    paste_at(program, "back_stage", 5, TO_BE_IDEA, cards + 1)
    program.click(f"card_of({PAINS[0]!r})")
    program.key("Delete")
    program.wait(f"{FILE}.count(Card) == {cards}")
    drag_feeling(program, 5, FEELINGS[4], TO_BE_FEELING)


def take_two_gaps(program: Program) -> None:
    """The change of words, and the change of the curve."""
    for count, words in enumerate((TO_BE_PAIN, "+0.7"), 1):
        if count > 1:
            go(program, "Journey maps", "journeys")
        press(program, "Difference")
        program.wait(f"{PAGE}.comparing")
        program.click(f"gap_button(window, {words!r})")
        program.wait(f"window.view.page_key == 'gaps' and {FILE}.count(Gap) == {count}")


# -- out of the program ------------------------------------------------------------------


def export_everything(program: Program, folder: Path) -> dict[str, Path]:
    go(program, "Journey maps", "journeys")
    press(program, "As-is")
    program.wait(f"{CANVAS}.map.data.kind == 'as_is'")
    made = {
        "png": export_map(program, folder / "旅.png", "PNG"),
        "svg": export_map(program, folder / "旅.svg", "SVG"),
        "poster": export_map(program, folder / "大判.pdf", "PDF", program.look("_('One page')")),
        "tiles": export_map(
            program, folder / "分割.pdf", "PDF", program.look("_('Pages to glue together')")
        ),
        "csv": export_cells(program, folder / "表.csv", "Cells as CSV…"),
        "xlsx": export_cells(program, folder / "表.xlsx", "Cells as Excel…"),
    }
    go(program, "Report", "report")
    program.wait("not window.workspace.tasks.busy")
    program.key("ctrl+shift+e")
    made["docx"] = save_as(program, folder / "報告書.docx")
    return made


def export_map(program: Program, path: Path, kind: str, layout: str = "") -> Path:
    press(program, "Export")
    choose(program, "PNG, SVG or PDF…")
    program.take_keyboard("modal")
    program.click(f"button_in(modal.format, {kind!r})")
    program.wait(f"modal.format.key() == {kind.lower()!r}")
    if layout:
        program.click(f"button_in(modal.paper.layout_choice, {layout!r})")
    program.click("modal.save_button")
    return save_as(program, path, "QFileDialog")


def export_cells(program: Program, path: Path, entry: str) -> Path:
    press(program, "Export")
    choose(program, entry)
    return save_as(program, path)


def save_as(program: Program, path: Path, kind: str = "QFileDialog") -> Path:
    """Write the name into the dialog that asks for it, and wait for the file."""
    program.wait(f"isinstance(QApplication.activeModalWidget(), {kind})")
    program.take_keyboard("modal")
    program.copy(str(path))
    program.key("ctrl+a", "ctrl+v")
    program.wait(f"focus.text() == {str(path)!r}")
    program.key("Return")
    program.wait("QApplication.activeModalWidget() is None")
    program.wait(f"Path({str(path)!r}).exists() and not window.workspace.tasks.busy")
    program.take_keyboard("window")
    return path
