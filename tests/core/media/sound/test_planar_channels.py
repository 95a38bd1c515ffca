"""Sound whose channels decode into planes of their own, eight of them and more."""

import subprocess

import numpy as np
import pytest
import soundfile

from cass_core.media.sound.audio_reader import decode_audio

pytestmark = pytest.mark.media


@pytest.mark.parametrize(
    ("channels", "codec", "ending"),
    [
        (8, "aac", "mp4"),
        (7, "wavpack", "wv"),
        (8, "wavpack", "wv"),
        (16, "pcm_s16le_planar", "nut"),
    ],
)
def test_every_plane_is_read_and_none_behind_them(tmp_path, channels, codec, ending):
    level = np.arange(1, channels + 1) / 20
    samples = level * np.sin(np.arange(24_000) / 150)[:, None]
    soundfile.write(tmp_path / "a.wav", samples, 48_000, subtype="PCM_16")
    target = tmp_path / f"a.{ending}"
    command = ["ffmpeg", "-v", "error", "-i", tmp_path / "a.wav", "-c:a", codec]
    layout = ["-channel_layout", "7.1"] if codec == "aac" else []
    subprocess.run([*command[:3], *layout, *command[3:], target], check=True)
    read = np.concatenate(list(decode_audio(target)), axis=1)
    # the low-frequency channel of AAC passes this tone too
    np.testing.assert_allclose(read[:, :24_000].std(axis=1), level / np.sqrt(2), rtol=0.1)
