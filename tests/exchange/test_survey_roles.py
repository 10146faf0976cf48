"""What columns mean, on surveys that nobody tuned the program to."""

import os
from pathlib import Path

import pytest
from survey_files import MOODS, SATISFIED, People, plain, table, 場所, 満足, 理由

from cxstudio.exchange import survey_words
from cxstudio.exchange.survey_facts import Facts
from cxstudio.exchange.survey_guess import touchpoint_of
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import read_survey, survey_from
from cxstudio.exchange.survey_times import form_of
from cxstudio.exchange.understanding import check, propose, without_answer

SHARED = Path(os.environ.get("CXSTUDIO_SHARED", Path(__file__).parents[3] / "shared"))
SURVEYS = SHARED / "data" / "survey"
real = pytest.mark.skipif(not SURVEYS.is_dir(), reason="the shared data folder is absent")


def understood(data, name="x.csv"):
    survey = survey_from(data, name)
    proposal = propose(survey)
    assert all(guess.reason.endswith(".") for guess in proposal.guesses)
    return survey, proposal


def roles(proposal):
    return {guess.column.name: guess.column.role for guess in proposal.guesses}


def airline(seed):
    """A made-up airline: 1 to 7, 8 is "not used", 9 blank; ids, weights and money."""
    people = People(900, seed)

    def rating(unused):
        values = people.sometimes(people.on(1, 7), 8, unused)
        return people.sometimes(values, 9, 0.03)

    columns = {
        "CASEID": list(range(5000, 5900)),
        "FLIGHTDATE": people.times("{m:02}/{d:02}/{y}"),
        "CABIN": people.some(["Economy", "Business", "First"]),
        "HUB": people.some(["OSL", "ARN", "CPH", "HEL"]),
        "LTR": people.sometimes(people.on(0, 10), 99, 0.04),
        "Q3SEAT": rating(0.05),
        "Q3FOOD": rating(0.3),
        "Q3LOUNGE": rating(0.6),
        "Q3CREW": rating(0.02),
        "Q8REASON": people.some(range(1, 9)),
        "AGEGRP": people.some(range(1, 7)),
        "WGT": [round(people.chance.gammavariate(8, 1 / 8), 5) for _ in range(people.n)],
        "SPEND_EUR": [round(people.chance.gammavariate(2, 90), 2) for _ in range(people.n)],
    }
    return people, columns


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_codes_at_the_end_of_a_scale_are_told_by_the_score(seed):
    _people, columns = airline(seed)
    columns = {"NPS" if name == "LTR" else name: cells for name, cells in columns.items()}
    survey, proposal = understood(plain(columns))
    found = roles(proposal)
    assert found["NPS"] == "score" and found["WGT"] == "weight" and found["SPEND_EUR"] == "result"
    assert found["CASEID"] == "respondent" and found["FLIGHTDATE"] == "time"
    assert {found[name] for name in ("CABIN", "HUB", "AGEGRP", "Q8REASON")} == {"segment"}
    for name in ("Q3SEAT", "Q3FOOD", "Q3LOUNGE", "Q3CREW"):
        column = proposal[name].column
        assert column.role == "rating" and column.touchpoint == name[2:]
        assert (column.low, column.high, column.turned) == (1, 7, False)
        assert set(column.missing) == {"8", "9"}
    (code,) = check(survey, proposal.mapping).undecided
    blanks = [place for place, cell in enumerate(columns["NPS"]) if cell == 99]
    assert (code.cell, code.count) == ("99", len(blanks))
    assert code.rows[:3] == tuple(place + 2 for place in blanks[:3])
    assert check(survey, without_answer(proposal.mapping, [code])).ready


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_a_scale_that_is_used_to_its_end_keeps_it(seed):
    people = People(800, seed)
    names = {"NPS": people.on(0, 10)}
    names |= {f"Q{n} Rate the {what}": people.on(1, 6) for n, what in enumerate(("food", "room"))}
    names |= {
        f"How satisfied are you with the {what}?": people.on(0, 10) for what in ("bed", "bath")
    }
    _survey, proposal = understood(plain(names))
    scales = [(c.low, c.high, c.missing) for c in proposal.mapping.of("rating")]
    assert scales == [(1, 6, frozenset())] * 2 + [(0, 10, frozenset())] * 2
    about = [column.touchpoint for column in proposal.mapping.of("rating")]
    assert about == ["food", "room", "bed", "bath"]


def test_a_turned_scale():
    people = People(700)
    columns = {
        "Would you recommend us? (0-10)": people.on(0, 10),
        "Rate our shop": people.on(1, 5, turned=True),
        "Rate our staff (1 = excellent, 6 = poor)": people.on(1, 6, turned=True),
        "Rate our prices": people.on(1, 5),
    }
    _survey, proposal = understood(plain(columns))
    turned = {c.touchpoint.split(" (")[0]: c.turned for c in proposal.mapping.of("rating")}
    assert turned == {"shop": True, "staff": True, "prices": False}


def test_a_japanese_form():
    people = People(300)
    columns = {
        "タイムスタンプ": people.times("{y}/{m:02}/{d:02} {h}:{i:02}:{s:02}"),
        "メールアドレス": [f"user{n}@example.jp" for n in range(300)],
        "お名前": [f"山田{n}" for n in range(300)],
        "電話番号": [f"090-1234-{n:04}" for n in range(300)],
        "会員番号": [f"M{n:05}" for n in range(300)],
        "当店を友人に薦める可能性は？（０～１０）": [f"{n}点" for n in people.on(0, 10)],
        "接客の満足度": people.sometimes(people.in_words(満足), "利用していない", 0.1),
        "品揃えについてどの程度満足していますか": people.in_words(満足),
        "ご利用のサービス（複数選択）": people.several(["店舗", "通販", "電話注文"], ", "),
        "年代": people.some(["20代", "30代", "40代", "50代以上"]),
        "店舗名": people.some(["福井店", "敦賀店"]),
        "購入金額": people.some(["1,200円", "980円", "15,000円", "3,300円", "420円"]),
        "理由をお聞かせください": [t or "特になし" for t in people.comments(理由, 場所)],
    }
    survey, proposal = understood(plain(columns, encoding="cp932"))
    assert survey.layout.kind == "google_forms"
    found = roles(proposal)
    names = list(columns)
    assert [found[name] for name in names] == [
        *("time", "left_out", "left_out", "left_out", "respondent", "score", "rating", "rating"),
        *("choices", "segment", "segment", "result", "comment"),
    ]
    service = proposal[names[6]].column
    assert (service.touchpoint, service.not_applicable) == ("接客", ("利用していない",))
    assert [text for text, _value in service.values] == list(満足)
    assert proposal[names[7]].column.touchpoint == "品揃え"
    assert proposal[names[12]].column.no_answer == ("特になし",)
    result = check(survey, proposal.mapping)
    assert result.ready and result.answered == 300


def test_surveymonkey_ratings_and_ticks():
    people = People(400)
    first = ["Respondent ID", "How likely is it that you would recommend us?"]
    first += ["How satisfied are you with the following?", "", "", "Which do you use?", "", "", ""]
    second = ["", "Response", "Our food", "Our staff", "Our prices", "Web", "Shop", "Phone"]
    second += ["Other (please specify)"]
    columns = [people.ids("{n:015}"), people.on(0, 10)]
    columns += [people.sometimes(people.in_words(SATISFIED), "N/A", 0.2) for _ in range(3)]
    columns += [people.some([name, ""]) for name in ("Web", "Shop", "Phone")]
    columns += [people.some(["", "", "", "fax", "letter", "a friend"])]
    _survey, proposal = understood(table([first, second], columns))
    found = proposal.mapping
    assert found.score == first[1] and found.names("respondent") == ("Respondent ID",)
    assert [c.touchpoint for c in found.of("rating")] == second[2:5]
    assert {c.not_applicable for c in found.of("rating")} == {("N/A",)}
    assert [c.title for c in found.groups["Which do you use?"]] == second[5:]


def test_ticks_of_zero_and_one_belong_together():
    people = People(300)
    columns = {"NPS": people.on(0, 10)}
    columns |= {f"Q5_{n}": people.some([0, 1]) for n in range(1, 5)}
    columns |= {f"Used: {name}": people.some(["Yes", "No"]) for name in ("web", "app", "shop")}
    columns["Would you come again?"] = people.some(["Yes", "No"])
    columns["Do you smoke?"] = people.some(["Yes", "No"])
    _survey, proposal = understood(plain(columns))
    groups = {group: len(found) for group, found in proposal.mapping.groups.items()}
    assert groups["Q5"] == 4
    assert roles(proposal)["Do you smoke?"] == "segment"


def test_answers_that_repeat_their_halves_are_one_answer():
    people = People(300)
    cells = people.some(["Yes, somewhat", "Yes, very", "No, never", "No, thank you"])
    columns = {"NPS": people.on(0, 10), "Was it loud?": cells}
    _survey, proposal = understood(plain(columns))
    assert roles(proposal)["Was it loud?"] == "segment"


@pytest.mark.parametrize(
    "name",
    [
        *("NPS", "nps_score", "NETPRO", "How likely are you to recommend us?", "推奨度"),
        *("友人に勧めたいか", "おすすめ度", "On a scale from 0 to 10, how do you like us?"),
    ],
)
def test_names_of_the_question(name):
    people = People(60)
    data = plain({"年代": people.some(["20代", "30代"]), name: people.on(0, 10)})
    assert understood(data)[1].mapping.score == name


def test_a_score_without_a_telling_name_is_taken_with_a_doubt():
    people = People(500)
    columns = {"Q1": people.on(0, 10), "Q2": people.some(MOODS)}
    proposal = understood(plain(columns))[1]
    assert proposal.mapping.score == "Q1" and proposal["Q1"].confidence == "unsure"


def test_words_about_recommending_are_not_the_question():
    people = People(60)
    columns = {"推奨項目": people.some(["景色がよい", "食事"]), "Region": people.some(["N", "S"])}
    survey, proposal = understood(plain(columns))
    assert proposal.mapping.score is None
    result = check(survey, proposal.mapping)
    assert not result.ready and "0 to 10" in result.problems[0]


def test_scores_in_words_must_be_decided():
    people = People(60)
    columns = {"NPS": people.some(["forest", "lake"]), "Region": people.some(["N", "S"])}
    survey, proposal = understood(plain(columns))
    mapping = proposal.mapping.changed("NPS", role="score")
    result = check(survey, mapping)
    assert not result.ready and {one.cell for one in result.undecided} == {"forest", "lake"}
    decided = mapping.changed("NPS", values=(("forest", 9.0), ("lake", 3.0)))
    result = check(survey, decided)
    assert result.ready and result.promoters + result.detractors == 60


def test_personal_data_is_told_from_names_of_places():
    people = People(200)
    columns = {
        "NPS": people.on(0, 10),
        "Branch name": people.some(["Oslo", "Bergen"]),
        "First name": [f"Kari {n}" for n in range(200)],
        "Product name": people.some(["Basic", "Plus"]),
        "IP Address": [f"10.0.{n % 200}.{n}" for n in range(200)],
        "Contact": [f"kari{n}@example.no" for n in range(200)],
        "Date of birth": people.times("{y}-{m:02}-{d:02}", year=1980),
    }
    columns["RecipientLastName"] = people.some(["Smith", "Jones"])  # however common
    found = roles(understood(plain(columns))[1])
    left_out = [name for name, role in found.items() if role == "left_out"]
    assert left_out == ["First name", "IP Address", "Contact", "Date of birth", "RecipientLastName"]


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        ("2026-04-01 20:27:10", ""),
        ("2026-04-01T20:27:10Z", ""),
        ("2026/04/01 8:27", "%Y/%m/%d %H:%M"),
        ("4/30/2026 8:27:10", "%m/%d/%Y %H:%M:%S"),
        ("30.04.2026", "%d.%m.%Y"),
        ("04/30/26 08:27 PM", "%m/%d/%y %I:%M %p"),
        ("2026年4月1日", "%Y年%m月%d日"),
        ("45000", None),
        ("soon", None),
    ],
)
def test_how_times_are_written(cell, form):
    assert form_of([cell]) == form


@pytest.mark.parametrize("day", ["12/31/1899", "1899-12-30", "1/1/1904", "1900/01/00"])
def test_a_time_of_day_is_no_time_of_answering(day):
    people = People(60)
    clock = [f"{day} {hour % 12 + 1:02}:30:00" for hour in range(60)]
    columns = {"DEPTIME": clock, "NPS": people.on(0, 10)}
    assert understood(plain(columns))[1].mapping.only("time") is None
    columns["Departure time"] = [0.25 + n / 100 for n in range(60)]  # a share of a day
    columns["Interview date"] = people.times("{m}/{d}/{y}")
    assert understood(plain(columns))[1].mapping.names("time") == ("Interview date",)


def test_stars_choices_and_sentences_of_few_answers():
    people = People(60)
    said = ["Very friendly", "Not very clean", "Bad food"]
    wished = ["Show the bus times at the gate.", "Tell us about lunch!", "案内を増やして。"]
    columns = {
        "お勧め度": people.on(0, 10),
        "接客の評価": ["★" * stars + "☆" * (5 - stars) for stars in people.on(1, 5)],
        "Rooms, rating": [f"{stars} stars" for stars in people.on(1, 5)],
        "利用した施設（複数選択可）": people.some(["プール, ジム", "ジム", "スパ, プール"]),
        "Why did you give this score?": people.some(said),
        "What should we improve?": people.some(wished),
        "Reason for visit": people.some(["Visiting friends and relatives", "A business trip"]),
    }
    survey, proposal = understood(plain(columns))
    assert list(roles(proposal).values())[:4] == ["score", "rating", "rating", "choices"]
    assert proposal["Why did you give this score?"].column.role in ("comment", "segment")
    assert proposal["What should we improve?"].column.role == "comment"
    assert proposal["Reason for visit"].column.role == "segment"
    stars = proposal.mapping["接客の評価"]
    assert (stars.low, stars.high) == (1, 5) and not check(survey, proposal.mapping).odd


def test_a_score_in_words_is_told_with_its_row_and_column():
    words = People(30).some(["とても薦めたい", "薦めたい", "薦めない"])
    survey, proposal = understood(plain({"日付": ["2026-01-01"] * 30, "薦めますか": words}))
    result = check(survey, proposal.mapping.changed("薦めますか", role="other"))
    assert "Column B (“薦めますか”)" in result.problems[0] and "row " in result.problems[0]


def test_a_slip_in_a_date_dates_no_wave():
    people = People(60)
    days = ["1900-01-01", *(f"2025-03-{n % 28 + 1:02}" for n in range(59))]
    survey, proposal = understood(plain({"Timestamp": days, "NPS": people.on(0, 10)}))
    ready = prepare(survey, proposal.mapping)
    assert (str(ready.first), str(ready.last)) == ("2025-03-01", "2025-03-28")


@pytest.mark.parametrize(
    ("question", "touchpoint"),
    [
        ("How easy was it to book?", ""),
        ("How easy was it to book? (1-5)", ""),
        ("How easy was the booking?", "booking"),
        ("How easy was our website to use?", "website"),
        ("How clean was your room during your stay?", "room"),
        ("Please rate us", ""),
        ("How satisfied were you with how we handled your complaint?", ""),
        ("Please rate the quality of the food on a scale of 1 to 5", "food"),
        ("Satisfaction with delivery (1 = bad, 5 = good)", "delivery"),
        ("スタッフの対応について、どの程度満足ですか？", "スタッフの対応"),
        ("料理の満足度を教えてください（1〜5）", "料理"),
        ("福井県内での交通手段の満足度", "福井県内での交通手段"),
    ],
)
def test_a_touchpoint_is_a_plain_name_or_the_question(question, touchpoint):
    assert touchpoint_of(Facts(question, 0, 1, 1, {"5": 1}, True)) == touchpoint


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (("不満", "やや不満", "どちらともいえない", "やや満足", "満足"), (1, 2, 3, 4, 5)),
        (("とても不満", "満足", "とても満足"), (1, 4, 5)),
        (("Strongly disagree", "Disagree", "Agree", "Strongly agree"), (1, 2, 3, 4)),
        (("全くそう思わない", "そう思わない", "そう思う", "とてもそう思う"), (1, 2, 3, 4)),
        (("Poor", "Fair", "Good", "Very good", "Excellent"), (1, 2, 3, 4, 5)),
        (("悪い", "普通", "良い"), (1, 2, 3)),
        (("Very difficult", "Difficult", "Neutral", "Easy", "Very easy"), (1, 2, 3, 4, 5)),
        (("北", "南"), None),
        (("感じた", "感じなかった"), None),
        (("Yes, very rude", "No, not rude at all"), None),
        (("The room was bad and very dirty when we came in late", "Good room, friendly"), None),
    ],
)
def test_words_in_order(words, values):
    found = survey_words.scale_of(reversed(words))
    wanted = None if values is None else tuple(zip(words, map(float, values), strict=True))
    assert found == wanted


# ── Real files ────────────────────────────────────────────────────────────────────────────


@real
def test_the_tourists():
    survey = read_survey(SURVEYS / "fukui/202604.csv")
    found = propose(survey).mapping
    assert (found.score, found.names("time")) == ("NPS", ("回答日時",))
    assert {"満足度の理由", "不便さの内容", "福井県に求めるもの"} <= set(found.names("comment"))
    assert {"年代", "性別", "都道府県", "回答エリア", "同行者"} <= set(found.names("segment"))
    assert {len(column.values) for column in found.of("rating")} == {5}
    assert len(found.groups["訪問目的ALL"]) == 18
    result = check(survey, found)
    assert (result.n, result.answered, result.repeated) == (1543, 1543, 461)


@real
def test_one_answer_with_an_id():
    survey = read_survey(SURVEYS / "qualtrics/sample.csv")
    result = check(survey, propose(survey).mapping)
    assert (result.n, result.repeated) == (1, 0)


@real
def test_the_travellers():
    survey = read_survey(SURVEYS / "sfo_2017/2017_SFO_Customer_Survey_20250817.csv")
    found = propose(survey).mapping
    food = found["Q7FOOD"]
    assert (food.low, food.high, set(food.missing), food.touchpoint) == (
        1,
        5,
        {"0", "6"},
        "FOOD (Q7)",
    )
    assert found["Q7ALL"].no_answer == ("Blank",)
    assert (found.names("weight"), len(found.of("rating")) >= 20) == (("WEIGHT",), True)
    result = check(survey, found)
    assert [(one.cell, one.count) for one in result.undecided] == [("11", 84)]
    assert found.only("time") is None  # DEPTIME is a time of day, in 1899
    assert result.answered == 2746


@real
def test_the_others():
    forms = propose(read_survey(SURVEYS / "google_forms/input_01.csv"))
    assert forms.mapping.score == "On a scale of 0-10, how would you rate Sudzilla?"
    assert len(forms.candidates) == 3 and "...why?" in forms.mapping.names("comment")
    qualtrics = propose(read_survey(SURVEYS / "qualtrics/sample.csv")).mapping
    assert {"IPAddress", "RecipientEmail", "LocationLatitude"} <= set(qualtrics.names("left_out"))
    monkey = read_survey(SURVEYS / "surveymonkey/flying-etiquette.csv")
    assert not check(monkey, propose(monkey).mapping).ready
