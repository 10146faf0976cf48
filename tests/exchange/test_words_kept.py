"""No word of a plain text gets lost, whatever it looks like."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.transcript import UnreadableTranscript, read_transcript

words = st.sampled_from(
    [
        "bus",
        "full",
        "late",
        "Note",
        "Anna",
        "駅",
        "満員です",
        "10:30,",
        "http://a.example",
        "Q",
        "we,",
    ]
    + ["**Anna**", "yes.", "So", "-", "*", "2026", "#", "Ｑ", "<v", "[a]", "(b)", "\\", "“c”"]
)
names = st.sampled_from(
    [
        "Anna: ",
        "Ben: ",
        "**Carl**: ",
        "**Dora:** ",
        "Note: ",
        "佐藤：",
        "Ｑ：",
        "質問：",
        "A: ",
        "",
        "",
    ]
    + ["  ", "- ", "The one: ", "Speaker 1: ", "Anna Maria Berg: ", "Dr. No: "]
)
sentences = st.builds(
    lambda name, rest: name + " ".join(rest), names, st.lists(words, min_size=0, max_size=6)
)
texts = st.lists(st.one_of(sentences, st.just("")), min_size=1, max_size=12).map("\n".join)


def counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text.replace("Ｑ", "Q")))


@given(texts)
def test_every_letter_comes_out_again(text):
    try:
        talk = read_transcript(text, "talk.txt")
    except UnreadableTranscript:
        return
    out = "\n".join(f"{turn.speaker or ''} {turn.text}" for turn in talk.turns)
    assert counted(text) == counted(out)


@given(texts)
def test_the_order_of_what_was_said_stays(text):
    try:
        talk = read_transcript(text, "talk.txt")
    except UnreadableTranscript:
        return
    out = "".join((turn.speaker or "") + turn.text for turn in talk.turns)
    assert re.findall(r"\w", out.replace("Ｑ", "Q")) == re.findall(r"\w", text.replace("Ｑ", "Q"))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    for name in ("a.txt", "a.md", "a.vtt", "a.srt", ""):
        try:
            assert read_transcript(text, name).turns
        except UnreadableTranscript as told:
            assert str(told).endswith(".")
