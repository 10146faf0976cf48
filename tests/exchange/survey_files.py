"""Synthetic surveys as the tools write them: people with a mood, asked in many layouts."""

import csv
import io
import random
from dataclasses import dataclass, field

MOODS = ("bad", "fair", "good")
SATISFIED = (
    "Very dissatisfied",
    "Dissatisfied",
    "Neither satisfied nor dissatisfied",
    "Satisfied",
    "Very satisfied",
)
満足 = ("非常に不満", "やや不満", "どちらともいえない", "やや満足", "非常に満足")
REASONS = (
    "The staff at the {place} took their time to explain",
    "Nobody could tell me about the {place} and I left",
    "The {place} was cleaner than I had expected it to be",
    "I had to wait {n} minutes at the {place} for no reason",
)
理由 = (
    "{place}の係の人がとても丁寧に説明してくれた",
    "{place}で{n}分も待たされ、案内がなかった",
    "{place}がきれいで、また来たいと思った",
)
PLACES = ("counter", "café", "lounge", "garage", "entrance", "website")
場所 = ("受付", "売店", "待合室", "駐車場", "入口", "サイト")


@dataclass
class People:
    """Answers that hang together: who is in a good mood scores and rates higher."""

    n: int
    seed: int = 7
    chance: random.Random = field(init=False)
    mood: list[float] = field(init=False)

    def __post_init__(self):
        self.chance = random.Random(self.seed)
        self.mood = [self.chance.gauss(0.62, 0.2) for _ in range(self.n)]

    def on(self, low, high, *, noise=0.15, turned=False):
        """Whole numbers from low to high that follow the mood."""
        values = []
        for mood in self.mood:
            place = min(max(mood + self.chance.gauss(0, noise), 0), 1)
            value = low + round(place * (high - low))
            values.append(low + high - value if turned else value)
        return values

    def in_words(self, words, noise=0.15):
        return [words[value] for value in self.on(0, len(words) - 1, noise=noise)]

    def some(self, choices):
        return [self.chance.choice(choices) for _ in range(self.n)]

    def sometimes(self, values, cell, share):
        """The values, some of them replaced whatever the mood."""
        return [cell if self.chance.random() < share else value for value in values]

    def comments(self, texts=REASONS, places=PLACES, share=0.6):
        return [
            self.chance.choice(texts).format(
                place=self.chance.choice(places), n=self.chance.randint(2, 90)
            )
            if self.chance.random() < share
            else ""
            for _ in range(self.n)
        ]

    def times(self, form="{y}-{m:02}-{d:02} {h:02}:{i:02}:{s:02}", year=2025):
        return [
            form.format(
                y=year,
                m=self.chance.randint(1, 12),
                d=self.chance.randint(1, 28),
                h=self.chance.randint(8, 21),
                i=self.chance.randint(0, 59),
                s=self.chance.randint(0, 59),
            )
            for _ in range(self.n)
        ]

    def ids(self, form="R_{n:07}"):
        return [form.format(n=1000 + number * 7) for number in range(self.n)]

    def several(self, choices, separator, ending=""):
        return [
            separator.join(c for c in choices if self.chance.random() < 0.4) + ending
            for _ in range(self.n)
        ]


def table(heads, columns, *, encoding="utf-8", delimiter=",", end="\n"):
    """The bytes of a file with these header rows over these columns."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end)
    writer.writerows(heads)
    writer.writerows(zip(*columns, strict=True))
    return written.getvalue().encode(encoding)


def plain(columns, **options):
    """A file with one header row; `columns` by name."""
    return table([list(columns)], list(columns.values()), **options)
