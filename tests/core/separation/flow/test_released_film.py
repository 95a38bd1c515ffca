"""A film through the released layout: frames of faces and scenes, the sum, a run that goes on."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.faces.face_tracks import FACE_RECORD, FaceTracks
from cass_core.visual.feature_layout import (
    NUM_FACE_FEATURES,
    NUM_SCENE_FEATURES,
    PRESENCE,
    VisualFeatures,
)
from tests.helpers.separation.released_checkpoints import (
    SEEING,
    released_config,
    released_network,
)
from tests.helpers.separation.separation_fakes import CPU, noise_source

CONFIG = released_config(SEEING, window_frames=64)  # 1 s
SETTINGS = SeparationSettings(steps=1)
SOURCE = noise_source(2.2, 48_000, "stereo")


@pytest.fixture(scope="module")
def separator():
    return Separator(released_network(CONFIG), CONFIG, CPU)


def picture(seed=0, shown_rows=25):
    """A face that is there at first, and frames for as long."""
    rng, rows = np.random.default_rng(seed), 60
    face = np.zeros((rows, NUM_FACE_FEATURES), np.float32)
    face[:shown_rows, PRESENCE] = 1
    speaker = np.full(rows, -1, np.int32)
    speaker[:shown_rows] = np.arange(shown_rows)
    crops = rng.integers(0, 255, (shown_rows, 112, 112), np.uint8)
    frames = np.full((shown_rows * 4 // 25, 224, 224, 3), 30 + 200 * seed, np.uint8)
    features = VisualFeatures(face, np.ones((rows, NUM_SCENE_FEATURES), np.float32), 0.0)
    tracks = FaceTracks(np.zeros(shown_rows, FACE_RECORD), speaker, 0.0)
    return AnalysedPicture(features, tracks, crops, frames, 0.0, speaker)


def separated(separator, seen=None, spans=None):
    chunks = separator.stream(SeparatorInput(SOURCE, seen), SETTINGS, spans)
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


def test_both_streams_reach_the_stems_where_they_show_something(separator):
    blind, seeing = separated(separator), separated(separator, picture())
    mixture = SOURCE.read(SampleSpan(0, SOURCE.num_samples))
    for stems in (blind, seeing):
        assert np.abs(stems.sum(axis=0, dtype=np.float64) - mixture).max() < 1e-6
    change = np.abs(seeing - blind).max(axis=(0, 1))
    assert change[:24_000].max() > 1e-4
    assert not change[-2_400:].any()  # a window that shows nothing: the audio-only network
    for stream in ("face_crops", "scene_frames"):
        other = replace(picture(), **{stream: getattr(picture(1), stream)})
        assert np.abs(separated(separator, other) - seeing).max() > 3e-6, stream


def test_a_run_that_goes_on_gives_the_same_samples(separator):
    seen = picture()
    spans = separator.chunk_spans(SOURCE)
    assert len(spans) > 2  # each is one window, so little work is lost
    whole = separated(separator, seen)
    again = Separator(separator.network, CONFIG, CPU)
    for span in spans[1:]:
        assert np.array_equal(separated(again, seen, [span]), whole[..., span.start : span.stop])
