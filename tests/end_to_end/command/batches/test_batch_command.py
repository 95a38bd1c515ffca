"""`cass batch` in a house: bad movies among good ones, killed, repeated, watched, on a farm."""

import csv
import json
import multiprocessing
import os
import shutil
import signal
import sys
import threading
import time
from contextlib import suppress

import pytest

from cass_core.delivery.batches.batch_order import BatchOrder, BatchSettings
from cass_core.delivery.batches.local_workers import worked_here
from cass_core.delivery.presets.preset_files import find_preset
from cass_core.media.files.file_lock import FileLock
from cass_core.request.settings import SeparationSettings
from tests.helpers.command_line import run_cass, samples_of, start_cass
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = [
    pytest.mark.slow,
    pytest.mark.media,
    pytest.mark.skipif(sys.platform == "win32", reason="the tests send POSIX signals"),
]
PATIENCE_S = 120.0


def movie(folder, name, seconds=1.0, seed=0):
    folder.mkdir(exist_ok=True)
    picture = None if name.endswith(".wav") else Picture(0.4)
    return write_movie(folder / name, picture, [Sound(0.5 * noise(seconds, seed=seed))])


def how(out, model, *more):
    plain = ("--no-picture", "--steps", 1, "--device", "cpu")
    return ("--preset", "ebu-r128", "-o", out, "--model", model, *plain, *more)


def rows_of(out):
    summary = json.loads((out / "batch.json").read_text())
    return {row["movie"].rsplit("/", 1)[-1]: row for row in summary["movies"]}


def times(folder):
    return {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_batch_goes_on_after_a_failure_and_keeps_what_is_delivered(capfd, tmp_path, model):
    films = tmp_path / "films"
    one, two = movie(films, "one.mov"), movie(films, "one.mkv", seed=1)
    bad = films / "bad.mov"
    bad.write_bytes(b"no movie")
    out = tmp_path / "out"
    session = ("--session", "csv")
    done = run_cass(capfd, "batch", bad, one, two, *how(out, model, "--workers", 2, *session))
    assert done.code == 2
    assert "Traceback" not in done.err
    rows = rows_of(out)
    assert {name: row["state"] for name, row in rows.items()} == {
        "bad.mov": "failed", "one.mov": "delivered", "one.mkv": "delivered",
    }  # fmt: skip
    assert "bad.mov" in rows["bad.mov"]["problem"]
    assert rows["one.mov"]["null_exact"] is True
    assert -60 < rows["one.mov"]["loudness_lufs"] < 0
    assert rows["one.mov"]["places"] is not None
    assert "2 of 3 delivered" in done.out
    with (out / "batch.csv").open(encoding="utf-8", newline="") as file:
        assert {row["movie"] for row in csv.DictReader(file)} == {str(p) for p in (bad, one, two)}
    for folder in (out / "one", out / "one.mkv"):
        assert {"one_DX.wav", "one_ME.wav", "one_MIX.wav", "review.html", "review.csv"} <= set(
            os.listdir(folder)
        )
        assert list(folder.glob("*_markers.csv"))
        assert samples_of(folder / "one_MIX.wav").shape == (2, 48_000)
    # the same movies again: nothing is done but to look
    before = times(out / "one")
    bad.unlink()
    done = run_cass(capfd, "batch", one, two, *how(out, model, "--workers", 1, *session))
    assert done.code == 0, done.err
    assert {row["state"] for row in rows_of(out).values()} == {"kept"}
    assert times(out / "one") == before
    # what was lost is made again; what somebody has changed is not replaced
    lost, changed = out / "one" / "one_DX.wav", out / "one.mkv" / "one_DX.wav"
    lost.unlink()
    changed.write_bytes(b"mine")
    done = run_cass(capfd, "batch", one, two, *how(out, model, *session, "--json"))
    assert done.code == 2
    events = [json.loads(line) for line in done.out.splitlines()]
    ended = {event["movie"]: event for event in events if event["event"] == "movie"}
    assert ended[str(one)]["state"] == "delivered"
    assert "one_DX.wav exists already; use --overwrite" in ended[str(two)]["problem"]
    assert lost.exists()
    assert changed.read_bytes() == b"mine"


def test_worker_that_is_killed_costs_its_movie_alone(tmp_path, model):
    settings = SeparationSettings(steps=1, picture=False)
    batch = BatchSettings(
        tmp_path / "out", find_preset("stems"), str(model), settings, "cpu", reviews=False
    )
    movies = [movie(tmp_path / "films", f"{number}.mov", 20.0) for number in (1, 2)]
    orders = [BatchOrder(path, batch.out / path.stem, batch) for path in movies]
    rows, killed = {}, False
    for news in worked_here(iter(orders), 2):
        if news is not None and news.row is not None:
            rows[news.order.movie.name] = news.row
        elif not killed and (worker := worker_of(orders[0])):
            killed = True
            os.kill(worker, signal.SIGKILL)
    assert [rows["1.mov"].state, rows["2.mov"].state] == ["failed", "delivered"]
    assert "ended by SIGKILL" in rows["1.mov"].problem
    again = [news.row for news in worked_here(iter(orders), 1) if news is not None and news.row]
    assert [row.state for row in again] == ["delivered", "kept"]


def worker_of(order):
    """The process that has the movie's stems, by the number in their lock; None before."""
    lock = order.stems / ".lock"
    text = lock.read_text().strip() if lock.exists() else ""
    assert not text or int(text) in {child.pid for child in multiprocessing.active_children()}
    return int(text) if text else None


def test_workers_of_a_killed_batch_end_with_it(tmp_path, model):
    film = movie(tmp_path / "films", "1.wav", 60.0)
    out = tmp_path / "out"
    process = start_cass("batch", film, *how(out, model, "--no-review"))
    lock = out / "1" / "1.wav.stems" / ".lock"
    wait_for(process, lambda: lock.exists() and lock.read_text().strip())
    worker = FileLock(lock)
    assert not worker.acquire()
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    deadline = time.monotonic() + PATIENCE_S
    while not worker.acquire():  # the same command can begin at once
        assert time.monotonic() < deadline
        time.sleep(0.02)
    worker.release()


def wait_for(process, condition):
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_watched_folder(tmp_path, model):
    incoming, out = tmp_path / "incoming", tmp_path / "out"
    incoming.mkdir()
    film = movie(tmp_path / "films", "film.wav")
    (incoming / "notes.txt").write_text("no movie")
    process = start_cass(
        "batch", "--watch", incoming, "--settle", 1, *how(out, model, "--no-review")
    )
    content = film.read_bytes()
    with (incoming / "film.wav").open("wb", buffering=0) as file:
        for part in range(4):  # it grows for longer than it has to rest
            file.write(content[part * len(content) // 4 : (part + 1) * len(content) // 4])
            time.sleep(0.5)
    wait_for(process, lambda: (out / "batch.json").exists() and rows_of(out))
    process.send_signal(signal.SIGINT)
    said, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "1 of 1 delivered" in said
    assert samples_of(out / "film" / "film_MIX.wav").shape == (2, 48_000)


def test_cluster_delivers_all_though_a_worker_is_killed(tmp_path, model, capfd):
    distributed = pytest.importorskip("distributed")
    movies = [movie(tmp_path / "films", f"{number}.wav", 2.0, seed=number) for number in range(6)]
    out = tmp_path / "out"
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        killed = []
        killer = threading.Thread(target=kill_a_worker, args=(out, killed), daemon=True)
        killer.start()
        more = ("--no-review", "--preset", "reaper", "--scheduler", cluster.scheduler_address)
        done = run_cass(capfd, "batch", *movies, *how(out, model, *more))
        killer.join(10)
    assert len(killed) == 1
    assert done.code == 0, done.err
    rows = rows_of(out)
    assert len(rows) == 6
    assert {row["state"] for row in rows.values()} <= {"delivered", "kept"}
    assert all(row["null_exact"] for row in rows.values())
    assert len(list(out.glob("*/*_MIX.wav"))) == 6


def kill_a_worker(out, killed):
    """End the process that separates one of the movies; its number stands in the stems' lock."""
    deadline = time.monotonic() + PATIENCE_S
    while not killed and time.monotonic() < deadline:
        for lock in out.glob("*/*.stems/.lock"):
            with suppress(OSError):
                text = lock.read_text().strip()
                if text and (lock.parent / "manifest.json").exists() and not killed:
                    os.kill(int(text), signal.SIGKILL)
                    killed.append(int(text))
        time.sleep(0.002)


def test_bad_arguments_are_one_sentence(capfd, tmp_path, model):
    out = tmp_path / "out"
    cases = [
        (("--watch", tmp_path / "missing"), "missing cannot be read"),
        ((), "Give either movies or a folder to --watch"),
        ((tmp_path, "--watch", tmp_path), "Give either movies or a folder to --watch"),
        ((tmp_path, "--workers", 2, "--scheduler", "tcp://x:1"), "--workers is for this computer"),
        ((tmp_path, "--preset", "nope"), "no preset 'nope'"),
    ]
    for arguments, words in cases:
        done = run_cass(capfd, "batch", *how(out, model), *arguments)
        assert done.code == 2
        assert done.err.count("\n") == 1, done.err
        assert words in done.err
    assert not out.exists()


def test_scheduler_that_does_not_answer(capfd, tmp_path, model, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("cass_core.delivery.batches.cluster_workers._CONNECT_S", 0.5)
    film = movie(tmp_path / "films", "a.wav")
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    done = run_cass(
        capfd, "batch", film, *how(tmp_path / "out", model, "--scheduler", "tcp://127.0.0.1:9")
    )
    assert done.code == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in done.err
