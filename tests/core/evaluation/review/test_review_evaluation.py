"""Planted programmes, and what is measured on them, up to the command line."""

from types import SimpleNamespace

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.evaluation.review import planting
from cass_core.evaluation.review.followed import FollowedCondition
from cass_core.evaluation.review.planting import Plant, planted_programmes
from cass_core.evaluation.review.scoring import REVIEW_SCORES, is_right
from cass_core.evaluation.review.summary import CURVE
from cass_core.evaluation.scoring.conditions import ConditionFacts, KnownScene
from cass_core.review.flag import Flag, Kind
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.film_sets.building import build_film_set, read_built_set
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.cell_fakes import swapped, tone_stems, use_tones
from tests.helpers.corpus.film_set_builders import tiny_film_set

RATE_HZ = 48_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("planted")
    film_set, places = tiny_film_set(root, num_scenes=12)
    list(build_film_set(film_set, places, root / "set"))
    return root / "set"


@pytest.fixture(autouse=True)
def short_programmes(monkeypatch):
    monkeypatch.setattr(planting, "PROGRAMME_S", 12.0)
    use_tones(monkeypatch)


def test_plants_are_moved_sounds_and_the_sum_stays(folder):
    _, scenes = read_built_set(folder)
    programmes = list(planted_programmes(scenes, 3, 4))
    again = next(planted_programmes(scenes, 1, 4))
    assert np.array_equal(again.stems, programmes[0].stems)
    assert again.plants == programmes[0].plants
    assert any(programme.plants for programme in programmes)
    for programme in programmes:
        sums = programme.stems.sum(axis=0), programme.right.sum(axis=0)
        assert np.abs(sums[0] - sums[1]).max() < 1e-6
        moved = np.zeros(programme.right.shape[-1], bool)
        for plant in programme.plants:
            here = slice(plant.span.start, plant.span.stop)
            assert 0.19 < plant.span.num_samples / RATE_HZ < 3.01
            assert not moved[here].any()
            moved[here] = True
            added = (programme.stems - programme.right)[STEMS.index(plant.stem), :, here]
            taken = (programme.right - programme.stems)[STEMS.index(plant.belongs), :, here]
            assert np.abs(added).max() > 0
            assert np.allclose(added, taken, atol=1e-6)
        assert np.array_equal(programme.stems[..., ~moved], programme.right[..., ~moved])


@pytest.mark.parametrize(
    ("start_s", "stop_s", "stems", "right"),
    [
        (2.0, 3.0, (Stem.FX, Stem.DX), True),
        (2.5, 3.9, (Stem.FX, Stem.DX), False),
        (2.4, 3.5, (Stem.FX, Stem.DX), True),
        (0.0, 9.0, (Stem.FX, Stem.DX), False),
        (2.0, 3.0, (Stem.MX, Stem.DX), False),
    ],
)
def test_a_flag_is_right_where_most_of_it_lies_on_a_plant(start_s, stop_s, stems, right):
    span = SampleSpan(2 * RATE_HZ, 3 * RATE_HZ)
    plant = Plant(Kind.SPEECH_IN_FX, Stem.FX, Stem.DX, span, -5.0)
    here = SampleSpan(round(start_s * RATE_HZ), round(stop_s * RATE_HZ))
    flag = Flag(*stems, here, 0.0, 8_000.0, Kind.SPEECH_IN_FX, 0.7, -30.0)
    assert is_right(flag, [plant]) is right


def test_following_a_review_mends_what_a_separation_left():
    right = tone_stems(6)[:, :1, ::3]  # at the rate of the corpus
    moved = SampleSpan(4 * CATALOG_RATE_HZ, 9 * CATALOG_RATE_HZ // 2)
    wrong = swapped(right, Stem.DX, Stem.FX, moved)[:, 0]
    facts = ConditionFacts("audio, 1 step", "abc", 1, "audio")
    separation = SimpleNamespace(facts=facts, estimates=lambda scene: wrong)
    condition = FollowedCondition(separation, 0.5)
    mended = condition.estimates(KnownScene(0, 1, wrong.sum(axis=0), right[:, 0]))
    assert condition.facts.name.startswith("audio, 1 step, reviewed from 0.5")
    assert np.abs(mended.sum(axis=0) - wrong.sum(axis=0)).max() < 1e-6
    assert np.mean((mended - right[:, 0]) ** 2) < np.mean((wrong - right[:, 0]) ** 2) / 10


def test_the_command_prints_and_draws_the_curve_and_goes_on(folder, tmp_path, capfd):
    pytest.importorskip("matplotlib")
    arguments = ("evaluate", folder, "--review", "--scenes", 2, "--out", tmp_path / "scores")
    done = run_cass(capfd, *arguments)
    assert done.code == 0, done.err
    assert "2 programmes" in done.out
    assert "by kind" in done.out
    assert (tmp_path / "scores" / CURVE).read_bytes().startswith(b"\x89PNG")
    lines = (tmp_path / "scores" / REVIEW_SCORES).read_text().splitlines()
    assert len(lines) == 2
    assert run_cass(capfd, *arguments).out == done.out
    assert (tmp_path / "scores" / REVIEW_SCORES).read_text().splitlines() == lines
    assert run_cass(capfd, "evaluate", "--review").code == 2
