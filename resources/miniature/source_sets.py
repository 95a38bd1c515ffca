"""Tiny folders laid out as LRS3, VGGSound and FMA are, filled with made sounds and pictures."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from movies import FPS, ball, face, write_movie, write_mp3
from sounds import RATE_HZ, effect, envelope, music, voice

from cass_core.synthesis.corpus.adapters.set_clip import held_out

_TALKS, _TALK_S = 4, 3.0
_SCENE_S, _TRACK_S = 4.0, 14.0
_KINDS = ("steps", "rain", "wind", "bangs")


def write_talks(root: Path) -> Path:
    """Speakers of all three splits, as LRS3."""
    for number, (part, speaker) in enumerate(_speakers()):
        rng = np.random.default_rng([1, number])
        for talk in range(_TALKS):
            sound = voice(rng, _TALK_S, pitch_hz=100 + 25 * number)
            path = root / part / speaker / f"{talk:05d}.mp4"
            write_movie(path, face(envelope(sound, FPS)), sound, RATE_HZ)
            path.with_suffix(".txt").write_text(f"Text:  MADE\nConf:  1\nRef: {speaker}\n")
    return root


def write_scenes(root: Path) -> Path:
    """Effects of all three splits, as VGGSound."""
    rows = []
    for number, (name, split) in enumerate(_scenes()):
        kind = _KINDS[number % len(_KINDS)]
        sound = effect(np.random.default_rng([2, number]), _SCENE_S, kind)
        path = root / "video" / f"{name}_{number:06d}.mp4"
        write_movie(path, ball(envelope(sound, FPS)), sound, RATE_HZ)
        rows.append([name, number, kind, split])
    _write_rows(root / "vggsound.csv", rows)
    return root


def write_tracks(root: Path) -> Path:
    """Music of all three splits, as FMA."""
    rows = [
        ["", "artist", "set", "track", "track"],
        ["", "name", "split", "license", "title"],
        ["track_id", "", "", "", ""],
    ]
    splits = ("training", "training", "validation", "test", "test")
    for number, split in enumerate(splits, 1):
        sound = music(np.random.default_rng([3, number]), _TRACK_S)
        write_mp3(root / "fma_small" / "000" / f"{number:06d}.mp3", sound, RATE_HZ)
        rows.append([str(number), f"Made {number}", split, "CC0 1.0", f"Piece {number}"])
    _write_rows(root / "fma_metadata" / "tracks.csv", rows)
    return root


def _speakers() -> Iterator[tuple[str, str]]:
    for number in range(3):
        yield "trainval", _name("speaker", number, is_kept_back=False)
    yield "trainval", _name("speaker", 0, is_kept_back=True)
    for number in range(2):
        yield "test", f"guest{number}"


def _scenes() -> Iterator[tuple[str, str]]:
    for number in range(8):
        yield _name("scene", number, is_kept_back=False), "train"
    for number in range(4):
        yield _name("scene", number, is_kept_back=True), "train"
    for number in range(4):
        yield f"late{number}", "test"


def _name(word: str, number: int, *, is_kept_back: bool) -> str:
    """The name of this number that the adapters keep for validation, or do not."""
    names = (f"{word}{n}" for n in range(10_000))
    fitting = [name for name in names if held_out(name, 0.02) is is_kept_back]
    return fitting[number]


def _write_rows(path: Path, rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
