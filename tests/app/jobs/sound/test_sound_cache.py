import os
import time

import numpy as np
import pytest

from app.jobs.sound.cache_size import clear_cache
from app.jobs.sound.sound_cache import CachedSound, SoundCache
from cass_core.media.sound.float_wave import create


def decoded(cache, media_hash, stream=0, num_samples=1000, age_s=0.0):
    wave = cache.fresh_wave(media_hash, stream)
    with create(wave, 48_000, "mono") as writer:
        writer.write(0, np.ones((1, num_samples), np.float32))
    sound = CachedSound(wave, num_samples)
    cache.keep(media_hash, stream, sound)
    for path in (wave, cache.folder / f"{media_hash[:32]}-{stream}.json"):
        os.utime(path, (time.time() - age_s,) * 2)
    return sound


@pytest.fixture
def cache(tmp_path):
    return SoundCache(tmp_path / "sound", most_bytes=20_000)  # two waves of 1000 samples


def test_a_whole_sound_is_found_again(cache):
    sound = decoded(cache, "ab" * 32)
    assert cache.find("ab" * 32, 0) == sound
    assert cache.find("ab" * 32, 1) is None
    assert cache.find("cd" * 32, 0) is None


def test_names_never_collide(cache):
    assert len({cache.fresh_wave("ab" * 32, 0) for _ in range(50)}) == 50


ELSEWHERE = '{"version": 2, "wave": "/etc/passwd", "num_samples": 5, "bytes": 9}'
INFINITE = '{"version": 2, "wave": "x", "num_samples": 1e999, "bytes": 1e999}'
NO_NAME = '{"version": 2, "wave": "a\\u0000b", "num_samples": 5, "bytes": 9}'
NOTES = [
    "", "{", "[]", '{"version": 2}', '{"version": 0, "wave": "x"}', ELSEWHERE, INFINITE, NO_NAME,
    "[" * 9999,
]  # fmt: skip


@pytest.mark.parametrize("text", NOTES)
def test_a_damaged_note_is_no_sound(cache, text):
    decoded(cache, "ab" * 32)
    (note,) = cache.folder.glob("*.json")
    note.write_text(text)
    assert cache.find("ab" * 32, 0) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_in_the_place_of_a_note_is_not_waited_for(cache):
    decoded(cache, "ab" * 32)
    (note,) = cache.folder.glob("*.json")
    note.unlink()
    os.mkfifo(note)
    assert cache.find("ab" * 32, 0) is None


def test_an_emptied_cache_keeps_all_of_the_sound_in_use(monkeypatch, tmp_path):
    monkeypatch.setenv("CASS_CACHE", str(tmp_path))
    cache = SoundCache()
    for key in ("in use", "other"):
        wave = cache.fresh_wave(key, 0)
        with create(wave, 48_000, "stereo") as writer:
            writer.write(0, np.ones((2, 100), np.float32))
            writer.seal()
        cache.keep(key, 0, CachedSound(wave, 100))
    used = cache.find("in use", 0)
    clear_cache([used.wave])
    assert cache.find("other", 0) is None
    assert cache.find("in use", 0) == used
    assert not cache.is_damaged(used)


def test_a_shortened_wave_is_no_sound(cache):
    sound = decoded(cache, "ab" * 32)
    os.truncate(sound.wave, 5000)
    assert cache.find("ab" * 32, 0) is None


def test_a_second_decode_replaces_the_first(cache):
    first, second = decoded(cache, "ab" * 32), decoded(cache, "ab" * 32)
    assert cache.find("ab" * 32, 0) == second
    assert not first.wave.exists()


def test_the_least_recently_used_go_first(cache):
    sounds = {name: decoded(cache, name * 32, age_s=age)
              for age, name in ((300, "aa"), (200, "bb"), (100, "cc"))}  # fmt: skip
    assert cache.find("aa" * 32, 0) is not None, "used now"
    cache.make_room(3000)
    assert cache.find("bb" * 32, 0) is None
    assert not sounds["bb"].wave.exists()
    assert cache.find("cc" * 32, 0) is not None
    assert cache.find("aa" * 32, 0) is not None


def test_a_full_disk_makes_room_too(cache):
    decoded(cache, "aa" * 32)
    cache.make_room(5000, free_bytes=4000)
    assert cache.find("aa" * 32, 0) is None


def test_abandoned_waves_go_and_growing_ones_stay(cache):
    kept = decoded(cache, "aa" * 32, age_s=5000)
    abandoned, growing = cache.fresh_wave("bb" * 32, 0), cache.fresh_wave("cc" * 32, 0)
    for wave in (abandoned, growing):
        wave.write_bytes(b"x")
    os.utime(abandoned, (time.time() - 5000,) * 2)
    cache.make_room(0)
    assert kept.wave.exists()
    assert growing.exists()
    assert not abandoned.exists()
