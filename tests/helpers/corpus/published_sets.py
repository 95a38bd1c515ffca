"""Tiny folders laid out as the published data sets are, with made sounds and pictures."""

import csv
from pathlib import Path

import numpy as np
import soundfile

from tests.helpers.corpus.corpus_builders import tone
from tests.helpers.media.movies import Picture, Sound, write_movie

FMA_HEADER = (
    ["", "album", "artist", "set", "set", "track", "track"],
    ["", "title", "name", "split", "subset", "license", "title"],
    ["track_id", "", "", "", "", "", ""],
)


def write_talk(path: Path, seed: int, duration_s: float = 0.8) -> Path:
    """A movie with a tone, 25 frames a second, white where a flash is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sound = Sound(tone(seed, duration_s)[None], 16_000, "mono", "aac")
    picture = Picture(duration_s, size=(64, 64), flashes_s=(0.2,))
    return write_movie(path, picture, [sound])


def write_mp3(path: Path, seed: int, duration_s: float = 1.0) -> Path:
    """A stereo MP3 at 44.1 kHz."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sound = np.stack([tone(seed, duration_s, 44_100), tone(seed + 1, duration_s, 44_100)])
    return write_movie(path, None, [Sound(sound, 44_100, "stereo", "libmp3lame")])


def write_stem(path: Path, seeds: list[int], rate_hz: int = 44_100) -> Path:
    """A stem in which each seed's tone of a second follows a second of silence."""
    path.parent.mkdir(parents=True, exist_ok=True)
    silence = np.zeros(rate_hz, np.float32)
    parts = [part for seed in seeds for part in (silence, tone(seed, 1.0, rate_hz))]
    soundfile.write(path, np.concatenate([*parts, silence]), rate_hz)
    return path


def write_rows(path: Path, *rows: list[object]) -> Path:
    """A CSV table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def lrs3_folder(root: Path) -> Path:
    """Two talks of one speaker, one for tests, one damaged."""
    write_talk(root / "trainval" / "0a1b" / "00001.mp4", 1)
    (root / "trainval" / "0a1b" / "00001.txt").write_text("Text:  HELLO\nConf:  4\nRef: xYz-12\n")
    write_talk(root / "pretrain" / "0a1b" / "00002.mp4", 2)
    write_talk(root / "test" / "9z8y" / "00003.mp4", 3)
    (root / "test" / "9z8y" / "00004.mp4").write_bytes(b"no movie" * 99)
    return root


def fma_folder(root: Path) -> Path:
    """Three tracks in the table's three splits, one without a file, one file without a row."""
    rows = [
        ["2", "Album", "Anna", "training", "small", "Attribution 4.0", "Low"],
        ["140", "Album", "Ben", "validation", "small", "", "High"],
        ["1040", "Album", "Cem, Duo", "test", "large", "Public Domain", "Late"],
        ["7", "Album", "Dora", "test", "large", "Public Domain", "Nowhere"],
        ["damaged"],
    ]
    write_rows(root / "fma_metadata" / "tracks.csv", *FMA_HEADER, *rows)
    for number in (2, 140, 1040, 9999):
        name = f"{number:06d}"
        write_mp3(root / "fma_large" / name[:3] / f"{name}.mp3", number)
    write_mp3(root / "fma_small" / "000" / "000002.mp3", 5)
    return root
