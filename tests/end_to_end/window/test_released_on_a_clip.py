"""AV-CASS in its published files, from the import to the stems of a talking face.

CASS_CLIPS names the folder of clips, which is not ours.
"""

import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from app.environment.settings import Settings
from app.environment.settings_store import SettingsStore
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.stem_set import StemSet
from tests.helpers.command_line import call_cass, null_steps, start_cass
from tests.helpers.separation.released_checkpoints import (
    SEEING,
    released_config,
    released_network,
    write_published,
)
from tests.helpers.stopped_run import share_done, stop_when
from tests.helpers.window.editor import Editor

CLIP = Path(os.environ.get("CASS_CLIPS", "nowhere")) / "talking" / "grid_brbk7n.mpg"

_SAME = 1e-5  # threads of other processes round otherwise

pytestmark = [
    pytest.mark.clips,
    pytest.mark.slow,
    pytest.mark.skipif(not CLIP.is_file(), reason="CASS_CLIPS names no folder of clips"),
    pytest.mark.skipif(sys.platform == "win32", reason="the test sends POSIX signals"),
]


@pytest.fixture
def model(tmp_path):
    """Name of the model that `cass models import` makes of the three files."""
    network = released_network(released_config(SEEING))
    names = "av_cass_checkpoint.pt", "cavp_epoch66.ckpt", "avdiffuss_epoch30_visual_encoder.ckpt"
    field, *encoders = write_published(tmp_path, network, names)
    further = [word for file in encoders for word in ("--with", file)]
    done = call_cass("models", "import", field, *further, "--hop", 1.5)
    assert done.code == 0, done.err
    assert "picture: faces and whole frames" in done.out
    return "av-cass"


def command(clip, out, model, *more):
    return ("separate", clip, "-o", out, "--model", model, "--steps", 1, "--device", "cpu", *more)


def separated(clip, out, model, *more):
    done = call_cass(*command(clip, out, model, *more))
    assert done.code == 0, done.err
    assert null_steps(out, clip.stem) == 0
    return samples(StemSet.open(out / f"{clip.name}.stems"))


def samples(stems):
    whole = SampleSpan(0, stems.covered[0].stop)
    return np.stack([stems.read(stem, whole) for stem in STEMS])


def test_published_files_separate_a_talking_face(model, qtbot, qapp, tmp_path):
    clip = Path(shutil.copy(CLIP, tmp_path))
    seen = separated(clip, tmp_path / "seen", model)
    heard = separated(clip, tmp_path / "heard", model, "--no-picture")
    assert np.abs(seen - heard).max() > 1e-4

    killed = tmp_path / "killed"
    stems = killed / f"{clip.name}.stems"
    process = start_cass(*command(clip, killed, model))
    stop_when(process, lambda: share_done(stems) > 0, patience_s=600)
    assert 0 < share_done(stems) < 1
    assert np.abs(separated(clip, killed, model, "--resume") - seen).max() < _SAME

    editor = Editor(qtbot, Settings(SettingsStore(tmp_path / "settings.json")), model)
    try:
        editor.open(clip)
        take = editor.separate(picture=True)
        with PatchedStems.open([take.folder]) as stems:
            in_window = samples(stems)
    finally:
        editor.close()
    assert np.abs(in_window - seen).max() < _SAME
