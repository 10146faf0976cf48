"""English words as keys: forms and spellings of one word are one, words of other meaning are not.

Comparatives stay by themselves: who asks for cleaner rooms does not say that they are clean.
"""

from __future__ import annotations

from functools import lru_cache

IRREGULAR = {
    form: word
    for word, forms in {
        "child": "children childrens", "person": "people peoples", "man": "men", "woman": "women",
        "foot": "feet", "tooth": "teeth", "knife": "knives", "shelf": "shelves", "life": "lives",
        "buy": "bought", "pay": "paid", "lose": "lost losing", "leave": "left", "eat": "ate eaten",
        "break": "broke broken", "sit": "sat sitting", "feel": "felt", "keep": "kept",
        "spend": "spent", "send": "sent", "sell": "sold", "speak": "spoke spoken", "meet": "met",
        "hear": "heard", "teach": "taught", "sleep": "slept", "write": "wrote written",
        "drive": "drove driven", "fly": "flew flown flies", "steal": "stole stolen",
        "wifi": "wlan", "cannot": "cant",
    }.items()
    for form in forms.split()
}  # fmt: skip
NO_ADVERBS = frozenset(
    """family friendly early lovely daily weekly monthly likely unlikely lonely costly timely lively
    orderly elderly supply reply apply comply assembly anomaly italy silly ugly holy bully belly
    butterfly homely deadly curly monopoly jelly fly""".split()
)
NO_NOUNS = frozenset(["business", "witness", "harness", "wilderness", "fitness", "illness"])
ENDINGS = ("ing", "ed")
SINGULAR = ("ss", "us", "is", "news", "always", "perhaps", "lens", "gas", "series", "species")


@lru_cache(20_000)
def stem(word: str) -> str:
    """A word in lower case as a key: waiting, waited and waits are wait, centre is center."""
    word = word.replace("-", "")
    if word in IRREGULAR:
        return stem(IRREGULAR[word])
    return _spelled(_ended(_adverb(_noun(_singular(word)))))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(SINGULAR) and len(word) > 3:
        return word[:-1]
    return word


def _noun(word: str) -> str:
    """Cleanliness is clean, kindness kind, friendliness friendly."""
    if not word.endswith("ness") or word in NO_NOUNS or len(word) < 8:
        return word
    rest = word.removesuffix("ness")
    return rest[:-1] + "y" if rest.endswith("i") else rest


def _adverb(word: str) -> str:
    """Quickly is quick, easily easy, terribly terrible."""
    if not word.endswith("ly") or word in NO_ADVERBS or len(word) < 6:
        return word
    rest = word.removesuffix("ly")
    if rest.endswith("i"):
        return rest[:-1] + "y"
    return rest + "le" if rest.endswith("b") else rest


def _ended(word: str) -> str:
    """Without the ending of a verb, and without a last e."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and _has_vowel(word, ending):
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith("ie"):
        return word[:-2] + "y"
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _has_vowel(word: str, ending: str) -> bool:
    """Whether a word is left: walking, but no spring and no string."""
    return any(letter in "aeiouy" for letter in word.removesuffix(ending))


def _spelled(word: str) -> str:
    """One spelling for British and American English."""
    if len(word) < 6:
        return word.replace("centr", "center").replace("metr", "meter").replace("litr", "liter")
    for british, american in (("our", "or"), ("atr", "ater"), ("is", "iz"), ("ll", "l")):
        if word.endswith(british):
            return word.removesuffix(british) + american
    return word
