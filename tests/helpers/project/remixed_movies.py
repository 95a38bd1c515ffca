"""Movies with another sound, and what other programs find in them."""

import json
import subprocess

import numpy as np

from cass_core.delivery.export_request import MovieExport
from cass_core.delivery.remix import MOVIE_TRACK, export_movie
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.media.sound.wave_writer import to_steps
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.delivery import ArrayStems, facts

QUIETER = Rebalance((StemGain(-6.0), StemGain(), StemGain(muted=True)))


def decoded(path, stream=0, channels=()):
    return np.concatenate(list(decode_audio(path, stream, channels)), axis=1)


def stems_of(movie, stream=0):
    """Stems whose sum is the movie's sound."""
    track, mixture = open_track(movie, stream), decoded(movie, stream)
    parts = np.stack([mixture * np.float32(share) for share in (0.5, 0.25, 0.25)])
    reader = ArrayStems(parts, mixture, track.layout, track.rate_hz)
    return parts, reader, facts(mixture.shape[1], track.layout, track.rate_hz)


def remixed(movie, target, chosen, rebalance=QUIETER, stream=0, **values):
    parts, reader, info = stems_of(movie, stream)
    request = MovieExport(movie, stream, target, chosen, rebalance=rebalance, **values)
    steps = list(export_movie(request, reader, info))
    assert [step.share for step in steps] == sorted(step.share for step in steps)
    assert steps[-1].result.paths == {MOVIE_TRACK: target}
    return rebalance.mixed(parts, 0), steps[-1].result


def picture_hashes(path):
    """What another FFmpeg than ours reads: content of all picture packets, in order."""
    command = ["ffmpeg", "-v", "error", "-i", path, "-map", "0:v:0", "-c", "copy"]
    text = subprocess.check_output([*command, "-f", "framehash", "-hash", "md5", "-"], text=True)
    rows = [line.split(",") for line in text.splitlines() if not line.startswith("#")]
    return [row[-1].strip() for row in rows]


def to_float(mixed, bits=24):
    """What a lossless codec of so many bits gives back."""
    return (to_steps(mixed, bits) * 2.0 ** (1 - bits)).astype(np.float32)


def shown(path):
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-show_chapters"]
    return json.loads(subprocess.check_output([*command, "-of", "json", path]))


def lag(one, other):
    """Samples by which the other comes later."""
    size = 1 << (2 * max(len(one), len(other)) - 1).bit_length()
    product = np.fft.rfft(other, size) * np.conj(np.fft.rfft(one, size))
    place = int(np.argmax(np.fft.irfft(product, size)))
    return place - size if place > size // 2 else place
