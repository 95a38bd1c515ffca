"""A run that had to get along with less memory goes on so after it was stopped."""

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.model.velocity_net import VelocityNet
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie.job import separate_movie
from cass_core.stem_names import STEMS
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.stem_set import StemSet
from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.separation.separation_fakes import TINY
from tests.helpers.separation.tiny_model import write_tiny_model

RATE_HZ = 16_000
WHOLE = SampleSpan(0, 20 * RATE_HZ)


class OtherProgram:
    """Takes memory while it is open: then only half a window at once finds room."""

    def __init__(self, monkeypatch):
        self.is_open = False
        condition = VelocityNet.condition

        def short(network, mixture, picture):
            if self.is_open and mixture.shape[3] > TINY.window_frames // 2:
                raise torch.OutOfMemoryError("out of memory")
            return condition(network, mixture, picture)

        monkeypatch.setattr(VelocityNet, "condition", short)


@pytest.fixture
def other(monkeypatch):
    torch.set_num_threads(1)
    return OtherProgram(monkeypatch)


@pytest.fixture
def request_for(tmp_path):
    movie = tmp_path / "long.wav"
    write_movie(movie, None, [Sound(noise(20.0, RATE_HZ, 1), RATE_HZ, "mono")])
    model = write_tiny_model(tmp_path / "tiny")

    def make(name, **values):
        settings = SeparationSettings(steps=1)
        return SeparationRequest(movie, tmp_path / name, str(model), settings, **values)

    return make, tmp_path


def run(request, folder, other, opened, stop=lambda manifest: False):
    """Separate; the other program is opened after so many chunks, and the run may be stopped."""
    steps = separate_movie(request)
    for _ in steps:
        if (folder / "manifest.json").exists():
            manifest = load_manifest(folder)
            other.is_open = other.is_open or manifest.num_chunks >= opened
            if stop(manifest):
                break
    steps.close()


def read(folder):
    with StemSet.open(folder) as stems:
        return np.stack([stems.read(stem, WHOLE) for stem in STEMS])


STOPS = {
    "after the chunk": lambda manifest: manifest.num_chunks == 2,
    "later": lambda manifest: manifest.num_chunks == 4,
    "within the chunk": lambda manifest: manifest.fallbacks,
}


@pytest.mark.parametrize("stopped", STOPS)
def test_a_resumed_run_equals_one_that_was_not_stopped(request_for, other, stopped):
    make, folder = request_for
    run(make("never short"), folder / "never short", other, opened=99)
    run(make("whole"), folder / "whole", other, opened=1)
    assert not np.array_equal(read(folder / "whole"), read(folder / "never short"))

    other.is_open = False
    run(make("parts"), folder / "parts", other, opened=1, stop=STOPS[stopped])
    manifest = load_manifest(folder / "parts")
    assert manifest.state == "running"
    assert [fallback.level.parts for fallback in manifest.fallbacks] == [2]
    other.is_open = False
    run(make("parts", resume=True), folder / "parts", other, opened=99)
    assert np.array_equal(read(folder / "parts"), read(folder / "whole"))
