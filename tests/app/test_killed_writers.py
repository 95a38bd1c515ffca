"""The window's files are the old or the new ones when a writer is killed at any step."""

import os

import pytest

from app.jobs.sound.sound_cache import CachedSound, SoundCache
from app.project.atomic_text import replace_text
from app.tiles.tile_files import TileFiles
from tests.helpers.killed_process import check_every_kill

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def saved_text(folder, number):
    replace_text(folder / "a.cass", str(number))


def read_text(folder):
    return (folder / "a.cass").read_text()


def kept_tile(folder, number):
    TileFiles(folder).save("a", "0-0", bytes([number]))


def read_tile(folder):
    return TileFiles(folder).load("a", "0-0")


def kept_sound(folder, number):
    cache = SoundCache(folder)
    wave = cache.fresh_wave("movie", 0)
    wave.write_bytes(bytes(10_000 + number))
    cache.keep("movie", 0, CachedSound(wave, number))


def read_sound(folder):
    found = SoundCache(folder).find("movie", 0)
    return found and (found.num_samples, found.wave.stat().st_size)


@pytest.mark.parametrize(
    ("write", "read"),
    [(saved_text, read_text), (kept_tile, read_tile), (kept_sound, read_sound)],
)
def test_a_killed_writer_leaves_the_old_or_the_new(tmp_path, write, read):
    check_every_kill(tmp_path, write, read)
