"""MIDI to sound through FluidSynth and a General MIDI sound font."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile

from cass_core.clips import FloatArray
from cass_core.errors import MediaError, SettingsError

MUSIC_RATE_HZ = 48_000

_FONTS = (
    Path("/usr/share/sounds/sf2/FluidR3_GM.sf2"),
    Path("/usr/share/sounds/sf2/default-GM.sf2"),
    Path("/usr/share/soundfonts/FluidR3_GM.sf2"),
)
_LONGEST_RENDER_S = 600


def sound_font(given: Path | None = None) -> Path:
    """The font to play with; SettingsError where it or FluidSynth is missing."""
    font = given or next((path for path in _FONTS if path.exists()), None)
    if shutil.which("fluidsynth") is None or font is None or not font.exists():
        raise SettingsError(
            "Scores are played by FluidSynth with a General MIDI sound font: install both "
            "(apt-get install fluidsynth fluid-soundfont-gm), or name the font by --font."
        )
    return font


def play_midi(midi: bytes, font: Path, room_size: float, reverb: float) -> FloatArray:
    """Play a MIDI file to its end and until its reverberation is gone.

    Args:
        midi: content of the file.
        font: sound font.
        room_size: of the reverberation, 0 to 1.
        reverb: its level, 0 to 1.

    Returns:
        (channel, sample) in stereo at `MUSIC_RATE_HZ`.
    """
    with tempfile.TemporaryDirectory() as folder:
        score, sound = Path(folder, "score.mid"), Path(folder, "sound.wav")
        score.write_bytes(midi)
        settings = {
            "synth.reverb.room-size": room_size,
            "synth.reverb.level": reverb,
            "synth.gain": 0.4,
        }
        options = [word for name, v in settings.items() for word in ("-o", f"{name}={v:.3f}")]
        command = [
            "fluidsynth", "-n", "-i", "-q", "-r", str(MUSIC_RATE_HZ), "-O", "float", "-T", "wav",
            "-F", str(sound), *options, str(font), str(score),
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command, capture_output=True, check=False, timeout=_LONGEST_RENDER_S
            )
            samples, _ = soundfile.read(sound, dtype="float32", always_2d=True)
        except (OSError, subprocess.TimeoutExpired, soundfile.LibsndfileError) as error:
            raise MediaError("FluidSynth gave no sound; try it on another score.") from error
    if done.returncode or not len(samples):
        raise MediaError("FluidSynth gave no sound; try it on another score.")
    return np.ascontiguousarray(samples.T)
