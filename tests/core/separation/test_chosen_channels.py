"""Working stems of some channels, from a sound that somebody else has decoded."""

import numpy as np
import pytest
import torch

from cass_core.errors import MediaError, StemSetError
from cass_core.media.sound.audio_reader import open_track
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.programme.decoding import decode_to_file
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie.job import separate_movie
from cass_core.stems.stem_set import StemSet, mixture_path
from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.separation.tiny_model import write_tiny_model

RATE_HZ = 16_000


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    torch.set_num_threads(1)
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def movie(tmp_path):
    sound = Sound(noise(3.0, RATE_HZ, 8), RATE_HZ, "7.1", "pcm_f32le")
    return write_movie(tmp_path / "wide.mov", None, [sound])


@pytest.fixture
def separated(movie, model, tmp_path):
    def run(channels, of_sound=None, folder="take"):
        decoded = tmp_path / "sound.wav"
        track = open_track(movie, 0, channels if of_sound is None else of_sound)
        list(decode_to_file(track, decoded))
        request = SeparationRequest(
            movie, tmp_path / folder, str(model), SeparationSettings(steps=1),
            decoded=decoded, channels=channels, resume=True,
        )  # fmt: skip
        list(separate_movie(request))
        return tmp_path / folder, decoded

    return run


@pytest.mark.parametrize(
    ("channels", "layout"),
    [((0, 1, 2, 3, 4, 5), "5.1"), ((3,), "mono"), ((2, 3, 6), "3 channels"), ((), "7.1")],
)
def test_stems_say_which_channels_they_are_of(separated, channels, layout):
    folder, decoded = separated(channels)
    with StemSet.open(folder) as stems, FloatWaveReader(decoded) as sound:
        identity = stems.manifest.identity
        assert (identity.channels, identity.layout) == (channels, layout)
        assert identity.num_channels == sound.num_channels == len(channels or range(8))
        with FloatWaveReader(mixture_path(folder)) as mixture:
            assert mixture.layout == layout
            np.testing.assert_array_equal(mixture.read(identity.span), sound.read(identity.span))


def test_a_sound_of_another_number_of_channels_is_refused(separated):
    with pytest.raises(MediaError, match="is not the sound of wide.mov"):
        separated((0, 1), of_sound=())


def test_work_on_other_channels_is_not_gone_on_with(separated):
    separated((0, 1))
    with pytest.raises(StemSetError, match=r"the channels \(1, 2 before, 3, 4 now\)"):
        separated((2, 3))
