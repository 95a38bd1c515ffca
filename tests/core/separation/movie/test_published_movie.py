"""A whole movie through an imported separator: stopped, resumed, its picture left out."""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint
from cass_core.errors import CassError
from cass_core.request.events import ChunkWritten, PhaseShare, Separated
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie.job import separate_movie
from cass_core.separation.published.published_method import NO_PICTURE
from cass_core.stem_names import STEMS
from cass_core.stems.stem_set import StemSet
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.separation.published_checkpoints import (
    mrx_config,
    random_state,
    write_checkpoint,
)


@pytest.fixture
def request_of(tmp_path, monkeypatch):
    torch.set_num_threads(1)
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    file = write_checkpoint(tmp_path / "published.pth", random_state(mrx_config()))
    model, _ = import_checkpoint(ImportRequest(file))
    sound = Sound(noise(20.0, 48_000, 2), 48_000, "stereo")
    movie = write_movie(tmp_path / "film.mkv", Picture(1.0), [sound])

    def make(name, hop_s=0.0, model=model, **values):
        settings = SeparationSettings(steps=1, hop_s=hop_s)
        return SeparationRequest(
            movie, tmp_path / name, str(model), settings, device="cpu", **values
        )

    return make


def stems_of(request):
    with StemSet.open(request.folder) as stems:
        return np.stack([stems.read(stem, stems.span) for stem in STEMS]), stems.manifest


def test_a_stopped_run_ends_as_an_uninterrupted_one(request_of):
    whole = request_of("whole")
    *events, result = separate_movie(whole)
    assert isinstance(result, Separated)
    assert result.null_depth_db < -120
    assert NO_PICTURE in result.warnings
    assert not [e for e in events if isinstance(e, PhaseShare) and e.phase == "picture"]
    broken = request_of("broken")
    with closing(separate_movie(broken)) as job:
        for event in job:
            if isinstance(event, ChunkWritten):
                break
    list(separate_movie(replace(broken, resume=True)))
    expected, manifest = stems_of(whole)
    actual, _ = stems_of(broken)
    assert np.array_equal(actual, expected)
    assert expected.shape == (3, 2, 20 * 48_000)
    assert manifest.identity.settings["number_format"] == "float32"


def test_windows_of_a_run_are_part_of_what_it_is(request_of, tmp_path):
    """As if the model had been imported with them; a run goes on with the same ones only."""
    chosen = request_of("chosen", hop_s=4.0)
    list(separate_movie(chosen))
    made, manifest = stems_of(chosen)
    assert manifest.identity.settings["hop_s"] == 4.0
    assert manifest.identity.separation_settings.hop_s == 4.0
    slow, _ = import_checkpoint(ImportRequest(tmp_path / "published.pth", name="slow", hop_s=4.0))
    list(separate_movie(request_of("slow", model=slow)))
    assert np.array_equal(made, stems_of(request_of("slow"))[0])
    with pytest.raises(CassError, match='the setting "hop_s"'):
        list(separate_movie(replace(request_of("chosen"), resume=True)))
