from math import log, sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.comments.english import stem
from cxstudio.analysis.comments.morphemes import splitter
from cxstudio.analysis.comments.personal import Sign, hints, masked
from cxstudio.analysis.comments.reading import distinct, search, searchable
from cxstudio.analysis.comments.terms import forms, frequent, mentions, telling
from cxstudio.analysis.comments.themes import suggested
from cxstudio.analysis.survey.scores import people

WAIT = ["待ち時間が長い。", "待ち時間が長かったです", "レジの待ち時間", "待つ時間がない"]


def terms_of(*comments):
    found = mentions(pd.Series(comments))
    return [set(found["term"][found["comment"] == i]) for i in range(len(comments))]


def test_compounds_take_the_place_of_their_parts():
    long, was_long, till, _ = terms_of(*WAIT)
    assert long == {"待ち時間", "長い"}
    assert was_long == {"待ち時間", "長い"}
    assert "待ち時間" in till and "レジ" in till


def test_the_forms_of_a_word_count_together():
    soba = terms_of("お蕎麦がおいしい", "蕎麦が美味しかった", "美味しい蕎麦")
    assert soba == [{"蕎麦", "美味しい"}] * 3
    bus = terms_of("The bus was late", "Two buses came", "BUS")
    assert all("bus" in terms for terms in bus)


def test_what_is_denied_is_another_word():
    assert terms_of("案内が分かりません", "分からない")[1] == {"分からない"}
    assert "美味しくない" in terms_of("あまり美味しくなかった", "美味しくない")[1]
    assert terms_of("The room was not clean", "A clean room") == [
        {"room", "not clean"},
        {"room", "clean"},
    ]


def test_english_names_and_spellings_are_written_as_people_mostly_write_them():
    said = terms_of("Take the AirTrain", "AirTrain was late", "GREAT STAFF", "Staff was great",
                    "The TSA line", "Slow Wi-Fi", "wi fi slowly fails", "The WiFi")  # fmt: skip
    assert said[:4] == [{"AirTrain"}, {"AirTrain", "late"}, {"great", "staff"}, {"great", "staff"}]
    assert {"TSA", "line"} <= said[4]
    assert all("WiFi" in one for one in said[5:])
    assert "slow" in said[5] & said[6]


def test_all_forms_of_a_term_are_looked_for():
    found = mentions(pd.Series(["It was delayed", "delays", "Delayed", "delay again", "bus"]))
    assert forms(found, ("delayed",)) == ("delayed", "delay", "delays")
    assert forms(found, ("bus", "delayed"))[:2] == ("bus", "delayed")


def test_a_denial_reaches_over_small_words_alone():
    words = splitter()
    assert [w.key for w in words("not at all clean") if w] == ["not clean"]
    said = pd.Series(["Not at all clean.", "It wasn’t very clean", "never clean", "Not clean"] * 2)
    found = mentions(said)
    assert set(found["term"]) == {"not clean"}
    looked = [search(searchable(said), f'"{form}"') for form in forms(found, ("not clean",))]
    assert np.logical_or.reduce(looked).all()
    assert [w.key for w in words("couldn't find the rental car") if w] == ["rental", "car"]


def test_nothing_said_has_no_terms():
    assert (
        terms_of("特になし", "特に無いです", "None.", "!!!", "１２３", "ありがとうございました")
        == [set()] * 6
    )
    assert mentions(pd.Series([None, float("nan")], dtype="object")).empty


def test_stations_on_the_road_and_long_compounds():
    road = terms_of(*["道の駅の駐車場が広い"] * 3, "道が狭い", "狭い道")
    assert road[0] >= {"広い"}
    assert any("道の駅" in term for term in road[0])
    assert road[3] == {"道", "狭い"}


def test_a_comment_longer_than_the_tokenizer_takes():
    words = splitter()("バスが遅い" * 20_000)
    assert sum(word is not None and word.key == "バス" for word in words) > 19_000


@pytest.mark.parametrize(
    ("word", "key"),
    [("waits", "wait"), ("waiting", "wait"), ("waited", "wait"), ("stopped", "stop"),
     ("cities", "city"), ("city", "city"), ("bus", "bus"), ("closed", "clos"), ("close", "clos"),
     ("class", "class"), ("thing", "thing"), ("red", "red"), ("movies", "movy"), ("movie", "movy"),
     ("children", "child"), ("quickly", "quick"), ("easily", "easy"), ("terribly", "terribl"),
     ("terrible", "terribl"), ("family", "family"), ("friendliness", "friendly"),
     ("cleanliness", "clean"), ("business", "business"), ("centres", "center"),
     ("center", "center"), ("colour", "color"), ("travelled", "travel"), ("traveling", "travel"),
     ("organised", "organiz"), ("organize", "organiz"), ("wi-fi", "wifi"), ("paid", "pay"),
     ("cleaner", "cleaner"), ("always", "always"), ("spring", "spring")],
)  # fmt: skip
def test_stems(word, key):
    assert stem(word) == key


def test_frequent_terms_once_a_comment():
    found = mentions(pd.Series(["bus bus bus", "bus late", "late bus", "train"]))
    table = frequent(found, 4, least=2)
    assert list(table["term"]) == ["bus", "late"]
    assert list(table["comments"]) == [3, 2]
    assert table["share"].iloc[0] == 0.75


def test_terms_that_tell_promoters_from_detractors_by_the_printed_formula():
    words = {"promoter": ["kind"] * 30 + ["bus"] * 5, "detractor": ["bus"] * 25 + ["late"] * 20,
             "passive": ["bus", "kind"] * 5}  # fmt: skip
    who = [kind for kind, said in words.items() for _ in said]
    found = mentions(pd.Series([word for said in words.values() for word in said]))
    table = telling(found, pd.Series(who)).set_index("term")
    every = {w: sum(said.count(w) for said in words.values()) for w in ("kind", "bus", "late")}
    total = sum(every.values())
    for word, row in table.iterrows():
        prior = {w: min(500, total) * n / total for w, n in every.items()}
        odds, variance = 0.0, 0.0
        for kind, sign in (("promoter", 1), ("detractor", -1)):
            count, said = words[kind].count(word), len(words[kind])
            rest = said + sum(prior.values()) - count - prior[word]
            odds += sign * log((count + prior[word]) / rest)
            variance += 1 / (count + prior[word])
        assert row["log_odds"] == pytest.approx(odds)
        assert row["z"] == pytest.approx(odds / sqrt(variance))
    assert list(table.index) == ["kind", "bus", "late"]
    assert list(table["clear"]) == list(abs(table["z"]) >= 1.96)
    assert table.loc["kind", "clear"] and table.loc["late", "clear"]


def test_themes_put_together_what_comes_together():
    comments = ["bus, late, rain"] * 6 + ["soba, crab, tasty"] * 8 + ["museum"] * 5
    found = suggested(mentions(pd.Series(comments)))
    assert [theme.comments for theme in found] == [8, 6]
    assert len(mentions(pd.Series([], dtype="str"))) == 0
    assert suggested(mentions(pd.Series([], dtype="str"))) == ()


def test_what_the_visitors_of_fukui_wrote(shared):
    path = shared / "data" / "survey" / "fukui" / "202604.csv"
    wave = pd.read_csv(path, encoding="utf-8-sig")
    comments = wave["不便さの内容"].dropna()
    told = []
    found = mentions(comments, progress=told.append)
    assert told[0] == 0
    often = frequent(found, len(comments)).set_index("term")["comments"]
    assert {"バス", "駐車場", "少ない"} <= set(often.head(12).index)
    everything = pd.concat([comments, wave["満足度の理由"].dropna().add_prefix("r")])
    scores = pd.concat([wave["NPS"], wave["NPS"].add_prefix("r")])
    table = telling(mentions(everything), people(scores)).set_index("term")
    assert table.loc["少ない", "z"] < -1.96 < 0 < table.loc["楽しめる", "z"]
    themes = suggested(mentions(everything))
    assert 3 <= len(themes) <= 8
    assert all(1 < len(theme.terms) <= 6 for theme in themes)


def test_search():
    texts = searchable(
        pd.Series(["バスが遅い", "Two ＢＵＳＥＳ were late", "Columbus!", None, "busy bus"])
    )
    assert list(search(texts, "バス")) == [True, False, False, False, False]
    assert list(search(texts, "bus")) == [False, True, False, False, True]
    assert list(search(texts, "late bus")) == [False, True, False, False, False]
    assert list(search(texts, '"busy bus"')) == [False, False, False, False, True]
    assert list(search(texts, "遅い　バス")) == [True, False, False, False, False]
    assert list(search(texts, " ")) == [True, True, True, False, True]
    assert not search(texts, "(*[").any()


@given(st.lists(st.text("aあア亜ｱ１1 。", max_size=6), max_size=12), st.text("あ亜a1", min_size=1))
def test_search_finds_what_is_there_and_nothing_else(comments, query):
    texts = searchable(pd.Series(comments, dtype="str"))
    for text, found in zip(texts, search(texts, query), strict=True):
        assert not found or query in text
        assert found or query not in text or query[0].isascii()


def test_the_same_comment_once():
    found = distinct(pd.Series(["良い", "Bus  late", "ＢＵＳ LATE", None, "", "良い"]))
    assert list(found["text"]) == ["良い", "Bus  late"]
    assert list(found["times"]) == [2, 2]
    assert list(found.index) == [0, 1]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("佐藤さんの電話は090-1234-5678です", "●●●さんの電話は●●●です"),
        ("鈴木様、タナカさん", "●●●様、●●●さん"),
        ("sato.k@example.co.jpまで", "●●●まで"),
        ("０９０１２３４５６７８へ", "●●●へ"),
        ("Mr. Smith and Mrs Anna Lee", "Mr. ●●● and Mrs ●●●"),
        ("https://example.jp/a?b を見て", "●●● を見て"),
        ("カードは4111 1111 1111 1111", "カードは●●●"),
        ("+81 90-1234-5678", "●●●"),
    ],
)
def test_signs_of_a_person_are_masked(text, hidden):
    assert masked(text, hints(text)) == hidden


@pytest.mark.parametrize(
    "text",
    ["お客様が多い", "店員さんとスタッフさん", "たくさんの皆さん", "様々な様子", "お坊さん",
     "同様に", "2026-04-05 10:30", "12,345円", "おばさん", "運転手さんが親切", "一乗谷朝倉氏遺跡",
     "多様な使い方"],
)  # fmt: skip
def test_what_is_no_person(text):
    assert hints(text) == []


def test_hints_say_what_they_are():
    found = hints("佐藤さん a@b.jp 0776-12-3456")
    assert [hint.sign for hint in found] == [Sign.NAME, Sign.MAIL, Sign.PHONE]
    assert masked("佐藤さん", hints("佐藤さん"), lambda sign: f"[{sign.value}]") == "[name]さん"
