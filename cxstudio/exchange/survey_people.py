"""Columns about the person: names and addresses, which stay out, and ids that tell them apart."""

from __future__ import annotations

import re

from cxstudio.exchange.survey_facts import Facts
from cxstudio.exchange.survey_guess import Guess, guess
from cxstudio.i18n import N_, _

_LETTERS = r"(?<![a-z])"
_HEADERS = {
    N_("names"): re.compile(
        r"^(?:q\d+[\s_.:]*)?(?:(?:your|full|first|last|middle|family|given|sur|recipient|contact|"
        r"customer|respondent|participant|guest)[\s_]*)*(?:first|last|sur)?[\s_]*name$|"
        r"recipient(?:last|first)name|"
        r"^(?:お|ご)?(?:名前|氏名|芳名)(?:[（(].*[)）])?$|^(?:姓|名|苗字|名字)$|フリガナ|ふりがな|"
        r"氏名|担当者名|回答者名|お客様名|会員名",
        re.IGNORECASE,
    ),
    N_("e-mail addresses"): re.compile(
        rf"{_LETTERS}e?-?mail(?![a-z])|メール(?:アドレス)?$|recipientemail|username|ユーザー名",
        re.IGNORECASE,
    ),
    N_("telephone numbers"): re.compile(
        rf"{_LETTERS}(?:tele)?phone(?: ?(?:number|no))?$|{_LETTERS}(?:mobile|cell)(?: (?:number|"
        r"phone))$|(?:^|[\s_])tel(?:$|[\s_.])|電話番号|携帯番号|連絡先",
        re.IGNORECASE,
    ),
    N_("IP addresses"): re.compile(rf"{_LETTERS}ip[\s_]?(?:address|アドレス)?$|IPアドレス", re.I),
    N_("addresses"): re.compile(
        rf"{_LETTERS}(?:street|postal|home|mailing|billing)[\s_]?address|^address(?: \d)?$|"
        r"^(?:ご)?住所$|番地|建物名|丁目",
        re.IGNORECASE,
    ),
    N_("places on the map"): re.compile(
        r"location(?:latitude|longitude|accuracy)|^(?:latitude|longitude|lat|lng|lon)$|緯度|経度",
        re.IGNORECASE,
    ),
    N_("dates of birth"): re.compile(
        r"date of birth|birth ?da(?:te|y)|^dob$|生年月日|誕生日", re.I
    ),
}
_ALWAYS = re.compile(
    r"recipient[\s_]?(?:last|first)[\s_]?name|^(?:first|last|family|given|full|sur)[\s_]*name$|"
    r"^(?:お|ご)?(?:氏名|芳名)$|フリガナ|ふりがな",
    re.IGNORECASE,
)
"""Names of persons however often they repeat."""
_CELLS = {
    N_("e-mail addresses"): re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE),
    N_("IP addresses"): re.compile(
        r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}", re.I
    ),
    N_("telephone numbers"): re.compile(r"\+\d[\d\s().-]{7,}\d|0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}"),
}
_ID = re.compile(
    r"(?P<person>(?:会員|顧客|お客様|ユーザー?|モニター)\s*(?:ID|番号|コード)|"
    r"(?<![a-z])(?:member|customer|user|contact|panel(?:ist)?|client|subscriber|person)"
    r"[\s_]?(?:id|no|number|code)(?![a-z])|(?<![a-z])external(?:data)?reference(?![a-z]))|"
    r"(?P<answer>(?:回答者?|受付|アンケート)\s*(?:ID|番号|No\.?)|^(?:id|no\.?|番号|通し番号)$|"
    r"(?<![a-z])(?:respondent|response|resp|submission|record|case|participant)"
    r"[\s_]?(?:id|no|num(?:ber)?|key)(?![a-z]))",
    re.IGNORECASE,
)


def personal(facts: Facts) -> Guess | None:
    """Names, addresses and the like: left out unless the user asks for them."""
    for kind, pattern in _CELLS.items():
        found = {cell: n for cell, n in facts.counts.items() if pattern.fullmatch(cell.strip())}
        if facts.share(found) >= 0.5:
            return _left_out(facts, kind, sure=True)
    for kind, pattern in _HEADERS.items():
        for text in (facts.name, facts.parent, facts.part):
            if pattern.search(text.strip()) and _could_be(facts, kind):
                return _left_out(facts, kind, sure=not facts.filled or facts.different > 0.3)
    return None


def _could_be(facts: Facts, kind: str) -> bool:
    """Not a group under a name such as "Name" of a branch, and not a question about e-mail."""
    always = any(_ALWAYS.search(text.strip()) for text in (facts.name, facts.parent))
    if not facts.filled or always or kind == "places on the map":
        return True
    return facts.different > 0.1 and (len(facts.counts) > 1 or facts.filled < 3)


def _left_out(facts: Facts, kind: str, *, sure: bool) -> Guess:
    reason = _("Holds {kind} of persons and is left out unless you ask for it.").format(
        kind=_(kind)
    )
    return guess(facts, "left_out", reason, "sure" if sure else "likely")


def respondent(every: list[Facts]) -> Guess | None:
    """The column that tells people apart: an id of persons before one of answers."""
    for wanted in ("person", "answer"):
        for facts in every:
            found = _ID.search(facts.name) or _ID.search(facts.parent)
            if found and found[wanted] and facts.filled > facts.n * 0.3 and _is_id(facts):
                if wanted == "person":
                    reason = _("Its name speaks of persons, and its cells are ids.")
                    return guess(facts, "respondent", reason, "sure")
                reason = _("Its name speaks of answers, and hardly two are alike.")
                return guess(facts, "respondent", reason, "likely")
    return None


def _is_id(facts: Facts) -> bool:
    """Ids are mostly different and have no spaces in them."""
    spaced = {cell: n for cell, n in facts.counts.items() if len(cell.split()) > 1}
    return (facts.different > 0.3 or not facts.complete) and facts.share(spaced) < 0.1
