from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.survey import moments
from cxstudio.analysis.survey.cautions import Oddity
from cxstudio.analysis.survey.drivers import Method, Missing, Refusal, drivers
from cxstudio.analysis.survey.importance import taken_apart
from cxstudio.analysis.survey.johnson import johnson
from cxstudio.analysis.survey.lmg import lmg
from cxstudio.analysis.survey.moments import Columns
from cxstudio.analysis.survey.quadrant import Place, on_scale, place

SWISS = np.array(  # the correlations of R's data set swiss, fertility last
    [
        [1, -0.6865, -0.6395, 0.4011, -0.0609, 0.3531],
        [-0.6865, 1, 0.6984, -0.5727, -0.1140, -0.6459],
        [-0.6395, 0.6984, 1, -0.1539, -0.0993, -0.6638],
        [0.4011, -0.5727, -0.1539, 1, 0.1755, 0.4637],
        [-0.0609, -0.1140, -0.0993, 0.1755, 1, 0.4166],
        [0.3531, -0.6459, -0.6638, 0.4637, 0.4166, 1],
    ]
)


def survey(n=400, count=4, seed=3):
    """Ratings 1 to 5 that move together, and a score that follows the later ones more."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(size=(n, 1))
    liked = np.clip(np.round(3.4 + 0.7 * mood + chance.normal(size=(n, count))), 1, 5)
    score = np.round(liked @ np.arange(count) / count + chance.normal(size=n) + 2)
    ratings = pd.DataFrame(liked, columns=[f"touchpoint {i}" for i in range(count)])
    return pd.Series(np.clip(score, 0, 10)).astype("Int8"), ratings.astype("Int8")


def explained(ratings, score, weights=None):
    """R² by least squares on the answers themselves."""
    root = np.sqrt(np.ones(len(score)) if weights is None else weights)[:, None]
    whole = np.column_stack([np.ones(len(score)), ratings])
    fitted = whole @ np.linalg.lstsq(whole * root, score * root[:, 0], rcond=None)[0]
    weight = root[:, 0] ** 2
    centre = np.average(score, weights=weight)
    return 1 - (weight @ (score - fitted) ** 2) / (weight @ (score - centre) ** 2)


def in_all_orders(ratings, score, weights=None):
    """LMG as it is defined: what each driver adds, averaged over every order."""
    parts = np.zeros(ratings.shape[1])
    orders = list(permutations(range(ratings.shape[1])))
    for order in orders:
        before = 0.0
        for place_ in range(len(order)):
            now = explained(ratings[:, list(order[: place_ + 1])], score, weights)
            parts[order[place_]] += (now - before) / len(orders)
            before = now
    return parts


def test_lmg_as_relaimpo_printed_it():
    """Grömping's relaimpo on R's data set swiss: agriculture to infant mortality."""
    printed = [0.0571, 0.1712, 0.2601, 0.1056, 0.1128]
    assert lmg(SWISS) == pytest.approx(printed, abs=0.0005)
    assert lmg(SWISS).sum() == pytest.approx(0.7067, abs=0.0005)


def test_importance_is_lmg_over_all_orders():
    score, ratings = survey()
    found = drivers(score, ratings, draws=0)
    parts = in_all_orders(ratings.to_numpy(float), score.to_numpy(float))
    assert found.explained == pytest.approx(parts.sum())
    shares = {driver.name: driver.share for driver in found.drivers}
    for name, part in zip(ratings, parts, strict=True):
        assert shares[name] == pytest.approx(part / parts.sum())
    assert found.drivers[0].name == "touchpoint 3"
    assert (found.n, found.given, found.lost) == (400, 400, 0)
    assert (found.method, found.missing) == (Method.LMG, Missing.NONE)


def test_weights_count():
    score, ratings = survey(count=3)
    weights = pd.Series(np.random.default_rng(1).uniform(0.2, 4, len(score)))
    found = drivers(score, ratings, weights, draws=0)
    slow = in_all_orders(ratings.to_numpy(float), score.to_numpy(float), weights.to_numpy())
    shares = {driver.name: driver.share for driver in found.drivers}
    assert [shares[name] for name in ratings] == pytest.approx(slow / slow.sum())
    even = drivers(score, ratings, weights * 0 + 7, draws=5)
    plain = drivers(score, ratings, draws=5)
    for ours, theirs in zip(even.drivers, plain.drivers, strict=True):
        assert (ours.share, ours.low) == pytest.approx((theirs.share, theirs.low))


matrices = st.integers(1, 7).flatmap(
    lambda k: st.integers(0, 10_000).map(
        lambda seed: np.corrcoef(
            np.random.default_rng(seed).normal(size=(k + 1, k + 1 + 8))
            @ np.random.default_rng(seed + 1).normal(size=(k + 9, k + 9))
        )
    )
)


@given(matrices)
def test_parts_sum_to_r_squared_in_both_methods(matrix):
    k = len(matrix) - 1
    whole = matrix[:k, k] @ np.linalg.solve(matrix[:k, :k], matrix[:k, k])
    for method in (lmg, johnson):
        parts = method(matrix)
        assert parts.sum() == pytest.approx(whole, abs=1e-6)
        assert (parts > -1e-9).all()


def test_johnson_by_singular_values_of_the_answers():
    score, ratings = survey(count=6)
    x, y = ratings.to_numpy(float), score.to_numpy(float)
    z = (x - x.mean(axis=0)) / x.std(axis=0) / np.sqrt(len(x))
    target = (y - y.mean()) / y.std() / np.sqrt(len(y))
    left, spread, right = np.linalg.svd(z, full_matrices=False)
    nearest = left @ right
    loadings = right.T @ np.diag(spread) @ right
    slow = loadings**2 @ (nearest.T @ target) ** 2
    columns = Columns(np.column_stack([x, y]), np.ones(len(x)), True)
    parts = johnson(moments.correlations(columns))
    assert parts == pytest.approx(slow)
    assert np.abs(parts - lmg(moments.correlations(columns))).max() < 0.02


def test_more_than_ten_drivers_take_johnsons_weights():
    score, ratings = survey(n=800, count=12)
    found = drivers(score, ratings, draws=20)
    assert found.method is Method.JOHNSON
    assert sum(driver.share for driver in found.drivers) == pytest.approx(1)
    assert all(driver.low <= driver.share <= driver.high for driver in found.drivers)


def test_twins_share_alike():
    score, ratings = survey(count=3)
    ratings["twin"] = ratings["touchpoint 2"]
    found = drivers(score, ratings, draws=0)
    shares = {driver.name: driver.share for driver in found.drivers}
    assert shares["twin"] == pytest.approx(shares["touchpoint 2"], abs=1e-6)
    odd = {caution.oddity: caution.drivers for caution in found.cautions}
    assert odd[Oddity.COLLINEAR] == ("touchpoint 2", "twin")


def test_intervals_are_those_of_an_ordinary_bootstrap():
    score, ratings = survey(n=300, count=3)
    found = drivers(score, ratings, draws=600)
    chance = np.random.default_rng(5)
    rows = np.column_stack([ratings.to_numpy(float), score.to_numpy(float)])
    drawn = []
    for _ in range(600):
        again = rows[chance.integers(0, len(rows), len(rows))]
        parts = taken_apart(np.corrcoef(again.T))
        drawn.append(parts / parts.sum())
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    for driver in found.drivers:
        i = list(ratings).index(driver.name)
        assert (driver.low, driver.high) == pytest.approx((low[i], high[i]), abs=0.03)
        assert driver.low < driver.share < driver.high
    assert found.explained_low < found.explained < found.explained_high


def test_the_same_seed_gives_the_same_intervals_and_more_answers_narrower_ones():
    few, many = survey(n=200), survey(n=5000)
    once, again = drivers(*few, draws=50), drivers(*few, draws=50)
    assert once == again
    assert drivers(*few, draws=50, seed=1) != once
    width = {
        len(s): [d.high - d.low for d in drivers(s, r, draws=50).drivers] for s, r in (few, many)
    }
    assert sum(width[5000]) < sum(width[200]) / 2


def test_missing_ratings_complete_when_enough_remain():
    score, ratings = survey(n=600)
    ratings.iloc[:200, 0] = pd.NA
    score.iloc[500:] = pd.NA
    found = drivers(score, ratings, draws=0)
    assert (found.missing, found.n, found.given) == (Missing.COMPLETE, 300, 500)
    assert found.lost == pytest.approx(0.4)
    rows = slice(200, 500)
    same = drivers(score[rows], ratings[rows], draws=0)
    assert [d.share for d in found.drivers] == pytest.approx([d.share for d in same.drivers])
    assert found.drivers[0].performance.n == 600 - 200 * (found.drivers[0].name == "touchpoint 0")


def test_missing_ratings_pairwise_when_nobody_met_every_touchpoint():
    score, ratings = survey(n=900)
    for place_ in range(4):
        ratings.iloc[place_ * 225 : (place_ + 1) * 225, place_] = pd.NA
    found = drivers(score, ratings, draws=50)
    assert (found.missing, found.n, found.given) == (Missing.PAIRWISE, 450, 900)
    assert all(driver.low < driver.share < driver.high for driver in found.drivers)
    frame = pd.concat([ratings, score.rename("score")], axis=1).astype(float)
    slow = lmg(frame.corr().to_numpy())
    assert found.explained == pytest.approx(slow.sum())


def test_missing_ratings_as_one_likes():
    score, ratings = survey(n=600)
    ratings.iloc[:500, 0] = pd.NA
    assert drivers(score, ratings, draws=0).missing is Missing.PAIRWISE
    left_out = drivers(score, ratings, draws=0, pairwise=False)
    assert (left_out.missing, left_out.n) == (Missing.COMPLETE, 100)
    assert Oddity.MANY_LOST in [caution.oddity for caution in left_out.cautions]
    ratings.iloc[:30, 0] = 4
    ratings.iloc[560:, 0] = pd.NA
    few = drivers(score, ratings, draws=0, pairwise=True)
    assert (few.missing, few.n) == (Missing.PAIRWISE, 90)


def test_impossible_pairs_are_repaired_and_told():
    possible, wrong = moments.repaired(
        np.array([[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], np.eye(3)])
    )
    assert list(wrong) == [True, False]
    assert np.linalg.eigvalsh(possible[0]).min() > 0
    assert np.diagonal(possible[0]) == pytest.approx(np.ones(3))
    assert (possible[1] == np.eye(3)).all()


def test_odd_data_is_told():
    score, ratings = survey(n=100)
    ratings["same"] = 4
    ratings["crowded"] = 6 - ratings["touchpoint 3"]
    found = drivers(score, ratings, draws=0)
    odd = {caution.oddity: caution.drivers for caution in found.cautions}
    assert odd[Oddity.CONSTANT] == ("same",)
    assert odd[Oddity.NEGATIVE] == ("crowded",)
    assert Oddity.FEW_ANSWERS in odd
    assert "same" not in [driver.name for driver in found.drivers]


@pytest.mark.parametrize(
    ("score", "ratings", "refusal"),
    [
        (survey(n=39)[0], survey(n=39)[1], Refusal.TOO_FEW),
        (survey()[0] * 0 + 9, survey()[1], Refusal.NO_VARIATION),
        (survey()[0], survey()[1] * 0 + 3, Refusal.NO_DRIVERS),
        (survey()[0], survey()[1][[]], Refusal.NO_DRIVERS),
        (survey()[0][:0], survey()[1][:0], Refusal.NO_VARIATION),
    ],
)
def test_what_is_refused(score, ratings, refusal):
    found = drivers(score, ratings)
    assert found.refused is refusal
    assert found.drivers == ()


def test_progress_is_told_and_may_stop_the_work():
    told = []
    drivers(*survey(n=20_000), draws=60, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 4

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        drivers(*survey(), progress=stop)


def test_corners():
    assert place(0.5, 0.25, 0.4, 0.6) is Place.FIX
    assert place(0.5, 0.25, 0.7, 0.6) is Place.KEEP
    assert place(0.1, 0.25, 0.4, 0.6) is Place.WATCH
    assert place(0.1, 0.25, 0.7, 0.6) is Place.GOOD_ENOUGH
    assert on_scale(3, (1, 5)) == 0.5
    with pytest.raises(ValueError, match="no length"):
        on_scale(3, (5, 5))


def test_ratings_on_different_scales_are_compared_on_their_own():
    score, ratings = survey()
    ratings["touchpoint 0"] = ratings["touchpoint 0"] * 2
    scales = dict.fromkeys(ratings, (1.0, 5.0)) | {"touchpoint 0": (2.0, 10.0)}
    found = drivers(score, ratings, scales=scales, draws=0)
    even = drivers(*survey(), scales=dict.fromkeys(ratings, (1.0, 5.0)), draws=0)
    assert [d.reached for d in found.drivers] == pytest.approx([d.reached for d in even.drivers])
    assert [d.place for d in found.drivers] == [d.place for d in even.drivers]


def test_the_visitors_of_fukui(shared):
    path = shared / "data" / "survey" / "fukui" / "202604.csv"
    wave = pd.read_csv(path, encoding="utf-8-sig")
    words = ["とても不満", "不満", "どちらでもない", "満足", "とても満足"]
    names = ["福井県内での交通手段の満足度", "満足度(商品・サービス)", "満足度"]
    ratings = wave[names].apply(lambda c: c.map({w: i + 1 for i, w in enumerate(words)}))
    found = drivers(wave["NPS"], ratings, draws=100)
    full = ratings.notna().all(axis=1)
    slow = in_all_orders(ratings[full].to_numpy(float), wave["NPS"][full].to_numpy(float))
    shares = {driver.name: driver.share for driver in found.drivers}
    assert [shares[name] for name in names] == pytest.approx(slow / slow.sum())
    assert found.drivers[0].name == "満足度"
    assert 0.2 < found.explained < 0.4
