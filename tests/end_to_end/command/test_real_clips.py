"""Promises on real films and talking faces; CASS_CLIPS names their folder, which is not ours."""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest

from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.resource_files import resource
from cass_core.stem_names import STEMS
from cass_core.stems.stem_set import StemSet
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import VisualFeatures
from cass_core.visual.heard_picture import PictureSound, load_picture, sound_name
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.command_line import call_cass, null_steps, start_cass, wave_files

FOLDER = Path(os.environ.get("CASS_CLIPS", "nowhere"))
CLIPS = sorted([*FOLDER.glob("film/*.*"), *FOLDER.glob("talking/*.*")])
TALKING = sorted(FOLDER.glob("talking/*.*"))
MODEL = resource("models", "starter")

pytestmark = [
    pytest.mark.clips,
    pytest.mark.slow,
    pytest.mark.skipif(not CLIPS, reason="CASS_CLIPS names no folder of clips"),
]


def separated(clip, out, *options):
    outcome = call_cass("separate", clip, "-o", out, "--model", MODEL, "--json", *options)
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out.splitlines()[-1])


def stem_bytes(out, clip):
    folder = out / f"{clip.name}.stems"
    return [(folder / f"{stem.value}.wav").read_bytes() for stem in STEMS]


@pytest.mark.parametrize("clip", CLIPS, ids=lambda clip: clip.name)
def test_stems_of_a_clip(clip, tmp_path):
    first, second, killed = tmp_path / "1", tmp_path / "2", tmp_path / "3"
    result = separated(clip, first)
    assert result["null_depth_db"] <= -120
    check_shape(clip, first)
    check_null(clip, first, result)
    separated(clip, second)
    assert stem_bytes(first, clip) == stem_bytes(second, clip)
    kill_half_way(clip, killed)
    separated(clip, killed, "--resume", "--overwrite")
    assert stem_bytes(first, clip) == stem_bytes(killed, clip)


def check_shape(clip, out):
    """Stems have the decoded sound's length, rate and layout, also for ffprobe."""
    length = sum(block.shape[1] for block in decode_audio(clip))
    track = open_track(clip)
    for path in wave_files(out, clip.stem).values():
        if shutil.which("ffprobe") is None:
            return
        probed = subprocess.run(
            ["ffprobe", "-v", "error", "-of", "json", "-show_streams", path],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        stream = json.loads(probed.stdout)["streams"][0]
        assert int(stream["duration_ts"]) == length
        assert int(stream["sample_rate"]) == track.rate_hz
        assert stream["channels"] == track.num_channels
        assert stream.get("channel_layout", track.layout) == track.layout


def check_null(clip, out, result):
    """24-bit files sum exactly; a mixture beyond full scale is written as float, and said."""
    if result["encoding"] == "PCM_24":
        assert result["integer_null_exact"]
        assert null_steps(out, clip.stem) == 0
    else:
        stems = StemSet.open(out / f"{clip.name}.stems")
        peaks = (stems.manifest.measure.mixture_peak, *stems.manifest.measure.stem_peaks)
        assert max(peaks) > 1 - 2**-22
        assert any("32-bit float" in sentence for sentence in result["warnings"])


def kill_half_way(clip, out):
    """SIGKILL once about half of the chunks are on disk, or during the first where there is one."""
    process = start_cass("separate", clip, "-o", out, "--model", MODEL, "--json")
    manifest = out / f"{clip.name}.stems" / "manifest.json"
    while process.poll() is None:
        time.sleep(0.01)
        if not manifest.exists():
            continue
        values = json.loads(manifest.read_text(encoding="utf-8"))
        start, stop = values["span"]
        chunks = max(1, round((stop - start) / values["rate_hz"] / 24.6))
        if values["num_chunks"] >= chunks // 2:
            break
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("clip", TALKING, ids=lambda clip: clip.name)
def test_the_face_is_heard(clip, tmp_path):
    """The face stream shuffled in time changes the stems of a noisy mixture."""
    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.compute_device import choose_device
    from cass_core.request.settings import SeparationSettings
    from cass_core.separation.separator import Separator, SeparatorInput

    track = open_track(clip)
    voice = np.concatenate(list(decode_audio(clip)), axis=1)
    noise = np.random.default_rng(1).standard_normal(voice.shape).astype(np.float32)
    mixture = AudioClip(voice + 0.5 * voice.std() * noise, track.rate_hz, track.layout)
    heard = PictureSound(sound_name(0), ArraySource(AudioClip(voice, track.rate_hz, track.layout)))
    looked = PictureSettings(cache_folder=tmp_path)
    features = load_picture(clip, looked, track.start_s, sound=heard).features
    assert features is not None
    rows = np.random.default_rng(2).permutation(len(features.face))
    shuffled = VisualFeatures(features.face[rows], features.scene, features.start_s)
    network, description = load_model(MODEL)
    separator = Separator(network, description.config, choose_device("cpu"))
    settings = SeparationSettings(steps=1)

    def dialogue(seen):
        source = ArraySource(mixture)
        stems = [
            c.stems[0]
            for c in separator.stream(SeparatorInput(source, AnalysedPicture(seen)), settings)
        ]
        assert source.read(SampleSpan(0, 1)).shape[1] == 1
        return np.concatenate(stems, axis=-1)

    right, wrong = dialogue(features), dialogue(shuffled)
    change = np.sqrt(np.mean((right - wrong) ** 2) / np.mean(right**2))
    assert change > 1e-3
