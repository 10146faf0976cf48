"""The notes as lines and spans: whatever is edited, marks stay on their words."""

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.ui.editors.interviews.notes import SEP, Line, Notes
from cxstudio.ui.editors.interviews.speakers import pasted_lines, typed_name
from cxstudio.ui.editors.interviews.stored import new_positions


def notes_of(*texts, **spans):
    lines = [Line(id, text, speaker="S-03") for id, text in enumerate(texts, 1)]
    notes = Notes(lines)
    for name, words in spans.items():
        begin = notes.text.index(words)
        notes.spans[int(name[1:])] = (begin, begin + len(words))
    return notes


def edit(notes, new, caret=None):
    found = notes.difference(new, len(new) if caret is None else caret)
    assert found is not None
    notes.apply(found)
    assert notes.text == new


def marked(notes, id):
    begin, end = notes.spans[id]
    return notes.text[begin:end]


def test_typing_before_a_mark_moves_it_and_inside_it_grows_it():
    notes = notes_of("The bus was full.", m1="bus was")
    edit(notes, "The long bus was full.", 9)
    assert marked(notes, 1) == "bus was"
    edit(notes, "The long bus really was full.", 19)
    assert marked(notes, 1) == "bus really was"


def test_typing_at_either_edge_stays_outside():
    notes = notes_of("aabb", m1="bb")
    edit(notes, "aa!bb", 3)
    assert marked(notes, 1) == "bb"
    edit(notes, "aa!bb?", 6)
    assert marked(notes, 1) == "bb"


def test_the_caret_tells_where_one_of_equal_letters_was_typed():
    notes = notes_of("aaa", m1="aaa")
    notes.spans = {1: (1, 2)}
    edit(notes, "aaaa", 1)
    assert notes.spans[1] == (2, 3)


def test_a_mark_without_words_loses_its_place_alone():
    notes = notes_of("The bus was full.", m1="bus was", m2="full")
    edit(notes, "The full.", 4)
    assert 1 not in notes.spans
    assert notes.lost == {1}
    assert marked(notes, 2) == "full"


def test_enter_divides_and_the_first_part_keeps_the_record():
    notes = notes_of("One. Two.", m1="Two")
    edit(notes, f"One. {SEP}Two.", 6)
    assert [(line.id, line.text, line.speaker) for line in notes.lines] == [
        (1, "One. ", "S-03"),
        (0, "Two.", "S-03"),
    ]
    assert marked(notes, 1) == "Two"
    assert notes.places()[1].line == 1


def test_enter_at_the_start_leaves_the_record_with_its_words():
    notes = notes_of("One.")
    edit(notes, f"{SEP}One.", 1)
    assert [line.id for line in notes.lines] == [0, 1]


def test_joining_an_empty_line_keeps_the_record_with_words():
    notes = notes_of("", "Two.")
    edit(notes, "Two.", 0)
    assert [line.id for line in notes.lines] == [2]


def test_deleting_across_paragraphs_keeps_both_ends():
    notes = notes_of("One two", "three", "four five", m1="One", m2="five", m3="three")
    edit(notes, "One five", 4)
    assert [line.id for line in notes.lines] == [1]
    assert (marked(notes, 1), marked(notes, 2)) == ("One", "five")
    assert notes.lost == {3}


def test_a_mark_across_an_enter_comes_back_when_it_is_taken_back():
    notes = notes_of("The bus was full.", m1="bus was full")
    edit(notes, f"The bus {SEP}was full.", 9)
    assert notes.words(notes.places()[1]) == "was full"
    edit(notes, "The bus was full.", 8)
    assert notes.words(notes.places()[1]) == "bus was full"


def test_words_moved_as_a_whole_keep_their_mark():
    notes = notes_of("One two three", m1="two")
    edit(notes, "two three One")
    assert marked(notes, 1) == "two"


text = st.text(alphabet="ab 駅𠮷" + SEP, max_size=30)


@given(text, st.lists(st.tuples(text, st.integers(0, 30)), max_size=6), st.integers(0, 20))
def test_any_edits_leave_sound_spans_and_lines(start, edits, at):
    notes = Notes([Line(id, part) for id, part in enumerate(start.split(SEP), 1)])
    if at < len(start):
        notes.spans[7] = (at, min(at + 5, len(start)))
    for new, caret in edits:
        found = notes.difference(new, caret)
        if found is not None:
            notes.apply(found)
        assert notes.text == new
        ids = [line.id for line in notes.lines if line.id]
        assert len(ids) == len(set(ids))
        assert ids == sorted(ids)
        for begin, end in notes.spans.values():
            assert 0 <= begin < end <= len(new)


def test_positions_change_as_little_as_they_can():
    assert new_positions([0, 16, None]) == [0, 16, 32]
    assert new_positions([0, None, 16]) == [0, 8, 16]
    assert new_positions([None]) == [0]
    assert new_positions([0, None, 1, 2])[0] == 0
    rising = new_positions([0, None, 1, 2])
    assert rising == sorted(set(rising))


def test_a_name_is_what_stands_before_the_first_colon():
    assert typed_name("S-03: ").speaker == "S-03"
    assert typed_name("聞き手：").speaker == "聞き手"
    assert typed_name("What we know of it so far: ") is None
    assert typed_name("S-03: We ") is None


def test_a_pasted_transcript_is_divided_by_its_speakers():
    lines = pasted_lines("Anna: How often is that?\nBen: Every day.\nAnna: Really?\nBen: Yes.\n")
    assert [(line.speaker, line.text) for line in lines] == [
        ("Anna", "How often is that?"),
        ("Ben", "Every day."),
        ("Anna", "Really?"),
        ("Ben", "Yes."),
    ]


def test_a_pasted_text_without_speakers_is_left_as_it_is():
    lines = pasted_lines("One thing.\n\nAnother thing.")
    assert [(line.speaker, line.text) for line in lines] == [
        ("", "One thing."),
        ("", "Another thing."),
    ]
