"""Whatever is drawn, the whole steps of a set null: stems, M&E, mixtures without a stem."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.sets.derived_tracks import EQUATIONS
from cass_core.delivery.sets.track_files import ORDERS, SPLITS, FileForm, speaker_names
from cass_core.delivery.stem_export import export
from cass_core.stem_names import DERIVED_CODES, MIXTURE_CODE, STEM_CODES
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.delivery import ArrayStems, facts

TRACKS = (*STEM_CODES, *DERIVED_CODES, MIXTURE_CODE)
LAYOUTS = ("mono", "stereo", "3.0", "quad", "5.0", "5.1", "5.1(side)", "6.1", "7.1")


def content(seed, num_channels, num_samples, level):
    """Random steps with runs of full scale, silence and denormals, summed in float32."""
    rng = np.random.default_rng(seed)
    stems = rng.uniform(-level, level, (3, num_channels, num_samples))
    stems *= rng.choice([0.0, 1e-38, 2.0**-24, 1.0], (3, num_channels, num_samples))
    stems = stems.astype(np.float32)
    return stems, stems.sum(axis=0, dtype=np.float64).astype(np.float32)


def steps(result, track, places):
    """The track's steps as soundfile reads them, channels in the programme's order."""
    delivered = result.delivered.track(track)
    parts = [soundfile.read(f.path, dtype="int32", always_2d=True)[0].T for f in delivered.files]
    order = [places.index(speaker) for file in delivered.files for speaker in file.speakers]
    return (np.concatenate(parts)[np.argsort(order)] >> 8).astype(np.int64)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    layout=st.sampled_from(LAYOUTS),
    rate_hz=st.sampled_from([44_100, 48_000, 96_000]),
    split=st.sampled_from(SPLITS),
    order=st.sampled_from(ORDERS),
    seed=st.integers(0, 2**32),
    num_samples=st.integers(1, 3000),
    level=st.floats(0.01, 0.33),
)
def test_24_bits_null(layout, rate_hz, split, order, seed, num_samples, level):
    places = speaker_names(layout)
    stems, mixture = content(seed, len(places), num_samples, level)
    with TemporaryDirectory() as folder:
        form = FileForm(split, order)
        span = SampleSpan(0, num_samples)
        wanted = ExportRequest(TRACKS, span, Encoding(), Path(folder), form=form)
        reader = ArrayStems(stems, mixture, layout, rate_hz)
        *_, last = export(wanted, reader, facts(num_samples, layout, rate_hz))
        assert last.result.null_exact
        read = {track: steps(last.result, track, places) for track in TRACKS}
    expected = np.rint(mixture.astype(np.float64) * 2**23)
    np.testing.assert_array_equal(read["MIX"], expected)
    for parts in EQUATIONS:
        np.testing.assert_array_equal(sum(read[part] for part in parts), expected)
    assert not read["RES"].any()
    np.testing.assert_array_equal(read["ME"], read["FX"] + read["MX"])


def loud():
    """A mixture that passes full scale by 1.6 dB, as decoded films do; its stems do not."""
    stems, mixture = content(3, 2, 4000, 0.3)
    stems[:, 0, 1000] = [0.6, 0.3, 0.3]
    mixture[0, 1000] = 1.2
    return stems, mixture


@pytest.mark.parametrize("how", ["float", "lower", "clip"])
def test_mixture_over_full_scale(tmp_path, how):
    stems, mixture = loud()
    wanted = ExportRequest(TRACKS, SampleSpan(0, 4000), Encoding(), tmp_path, full_scale=how)
    *_, last = export(wanted, ArrayStems(stems, mixture), facts(4000))
    result = last.result
    subtype = soundfile.info(result.paths["MIX"]).subtype
    read, _ = soundfile.read(result.paths["MIX"], always_2d=True)
    (notice,) = result.notices
    if how == "float":
        assert (subtype, result.null_exact) == ("FLOAT", None)
        np.testing.assert_array_equal(read.T.astype(np.float32), mixture)
        return
    assert (subtype, result.null_exact) == ("PCM_24", True)
    places = speaker_names("stereo")
    mix = steps(result, "MIX", places)
    np.testing.assert_array_equal(sum(steps(result, stem, places) for stem in STEM_CODES), mix)
    if how == "lower":
        assert "turned down by 1.58 dB" in notice
        np.testing.assert_allclose(read.T, mixture * 10 ** (-1.5836 / 20), atol=1e-5)
    else:
        assert "cut off" in notice
        np.testing.assert_allclose(read.T, np.clip(mixture, -1, 1), atol=1e-6)


def test_music_with_a_gain_is_said(tmp_path):
    stems, mixture = content(5, 2, 100, 0.1)
    for number, (gain, said) in enumerate([(StemGain(), 1), (StemGain(-3.0), 2)]):
        rebalance = Rebalance((StemGain(-1.0), StemGain(), gain))
        wanted = ExportRequest(
            ("ME",), SampleSpan(0, 100), Encoding(), tmp_path / str(number),
            rebalance=rebalance, apply_gains=True,
        )  # fmt: skip
        *_, last = export(wanted, ArrayStems(stems, mixture), facts(100))
        assert len(last.result.notices) == said
