"""Files and folders that no program should choke on, each made by a function of a folder."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import soundfile
import torch
from safetensors.torch import load_file, save_file

from cass_core.checkpoints.checkpoint import DESCRIPTION_NAME, WEIGHTS_NAME, file_sha256
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.separation.tiny_model import write_tiny_model

NTSC = Fraction(30000, 1001)


def good_movie(folder: Path, name: str = "good.mov", seconds: float = 0.4) -> Path:
    """A movie with nothing wrong, 25 fps from 01:00:00:00."""
    return write_movie(
        folder / name, Picture(seconds), [Sound(noise(seconds))], timecode="01:00:00:00"
    )


def empty_file(folder: Path) -> Path:
    """No byte at all."""
    path = folder / "empty.mov"
    path.touch()
    return path


def renamed_text(folder: Path) -> Path:
    """Words under a movie's name."""
    path = folder / "text.mp4"
    path.write_text("INT. KITCHEN - NIGHT\n" * 50)
    return path


def noise_bytes(folder: Path) -> Path:
    """Bytes by chance."""
    path = folder / "bytes.mkv"
    path.write_bytes(np.random.default_rng(0).bytes(5000))
    return path


def truncated_movie(folder: Path) -> Path:
    """A movie without its index, which stands at the end."""
    path = write_movie(folder / "cut.mp4", Picture(), [Sound(noise(2.0), codec="aac")])
    path.write_bytes(path.read_bytes()[:-3000])
    return path


def mute_movie(folder: Path) -> Path:
    """Picture only."""
    return write_movie(folder / "mute.mov", Picture(0.4))


def soundless_wave(folder: Path) -> Path:
    """A sound file of length zero."""
    soundfile.write(folder / "nothing.wav", np.zeros((0, 2)), 48_000)
    return folder / "nothing.wav"


def unknown_codec(folder: Path) -> Path:
    """A WAV whose header names a codec that nobody knows."""
    path = write_movie(folder / "codec.wav", None, [Sound(noise(0.1))])
    data = bytearray(path.read_bytes())
    place = data.index(b"fmt ") + 8
    data[place : place + 2] = b"\x34\x12"
    path.write_bytes(data)
    return path


def wave_with_nan(folder: Path) -> Path:
    """Float sound in which some samples are no numbers."""
    samples = noise(0.5).T
    samples[100:110] = np.nan
    samples[200, 0] = np.inf
    soundfile.write(folder / "nan.wav", samples, 48_000, subtype="FLOAT")
    return folder / "nan.wav"


def cut_wave(folder: Path) -> Path:
    """A WAV that is shorter than its header says."""
    path = write_movie(folder / "cut.wav", None, [Sound(noise(4.0))])
    path.write_bytes(path.read_bytes()[:400_001])
    return path


def odd_timecode(folder: Path) -> Path:
    """A movie whose start timecode does not exist at its frame rate."""
    path = good_movie(folder, "odd.mkv")
    path.unlink()
    return write_movie(path, Picture(0.4), [Sound(noise(0.4))], timecode="01:00:00:27")


def changed_description(folder: Path, **changes: object) -> Path:
    """A model whose `model.json` has other values; None removes a key."""
    return _described(write_tiny_model(folder / "model"), **changes)


def changed_config(folder: Path, part: str, **changes: object) -> Path:
    """A model with other sizes in one part of its configuration."""
    path = write_tiny_model(folder / "model") / DESCRIPTION_NAME
    config = json.loads(path.read_text())["config"]
    config[part] |= changes
    return _described(path.parent, config=config)


def cut_description(folder: Path) -> Path:
    """A model whose `model.json` ends in the middle."""
    path = write_tiny_model(folder / "model") / DESCRIPTION_NAME
    path.write_text(path.read_text()[:200])
    return path.parent


def changed_weights(folder: Path, *, honest: bool, content: bytes | None = None) -> Path:
    """A model with other weights; an honest one carries their checksum."""
    model = write_tiny_model(folder / "model")
    weights = model / WEIGHTS_NAME
    weights.write_bytes(weights.read_bytes()[:-1000] if content is None else content)
    return _described(model, sha256=file_sha256(weights)) if honest else model


def wrong_shapes(folder: Path) -> Path:
    """A model whose weights are those of another size."""
    weights = write_tiny_model(folder / "model") / WEIGHTS_NAME
    tensors = {name: torch.cat([value, value]) if value.ndim else value
               for name, value in load_file(weights).items()}  # fmt: skip
    save_file(tensors, weights)
    return _described(weights.parent, sha256=file_sha256(weights))


def not_numbers(folder: Path) -> Path:
    """A model with a weight that is not a number."""
    weights = write_tiny_model(folder / "model") / WEIGHTS_NAME
    tensors = load_file(weights)
    save_file({name: value * np.nan for name, value in tensors.items()}, weights)
    return _described(weights.parent, sha256=file_sha256(weights))


def _described(model: Path, **changes: object) -> Path:
    """The model after a change of its `model.json`."""
    path = model / DESCRIPTION_NAME
    values = json.loads(path.read_text()) | changes
    path.write_text(json.dumps({key: value for key, value in values.items() if value is not None}))
    return model
