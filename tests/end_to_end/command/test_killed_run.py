"""A run that is killed or stopped at any time goes on and gives the stems of an unbroken one."""

import signal
import sys

import pytest
import soundfile

from tests.helpers import stopped_run
from tests.helpers.command_line import call_cass, null_steps, run_cass, start_cass, wave_files
from tests.helpers.forked_command import ForkedCass
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.stopped_run import stop_when

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the tests send POSIX signals"),
]

FILM_S = 40.0


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    path = tmp_path_factory.mktemp("film") / "film.mov"
    return write_movie(path, Picture(2.0), [Sound(noise(FILM_S))])


@pytest.fixture
def begin(film, model, tmp_path):
    """Begin the command; gives its process and where its stems go."""

    def begun(*more):
        out = tmp_path / "stems"
        return ForkedCass(tmp_path, *command(film, out, model, *more)), out

    return begun


@pytest.fixture
def check_resumed(capfd, film, model, unbroken, tmp_path):
    """Go on, and find what an unbroken run leaves."""

    def check():
        out = tmp_path / "stems"
        done = run_cass(capfd, *command(film, out, model, "--resume"))
        assert done.code == 0, done.err
        assert contents(out) == unbroken
        assert null_steps(out, "film") == 0
        assert not list(out.rglob("*.part"))
        assert not list(out.rglob("decoded-*.wav"))

    return check


@pytest.fixture(scope="module")
def unbroken(film, model, tmp_path_factory):
    out = tmp_path_factory.mktemp("unbroken")
    done = call_cass(*command(film, out, model))
    assert done.code == 0, done.err
    return contents(out)


def command(film, out, model, *more):
    steps = ("--steps", 1, "--device", "cpu", "--no-picture")
    return ("separate", film, "-o", out, "--model", model, *steps, *more)


def contents(out):
    """Bytes of all WAVs, working stems included."""
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*.wav"))}


def share_done(out):
    """Share of the film that the manifest says is on disk."""
    return stopped_run.share_done(out / "film.mov.stems")


def finished_waves(out):
    return [path for path in wave_files(out, "film").values() if path.exists()]


@pytest.mark.parametrize("share", [0.01, 0.5])
def test_killed_while_separating(begin, check_resumed, share):
    process, out = begin()
    code, _, _ = stop_when(process, lambda: share_done(out) >= share)
    assert code == -signal.SIGKILL
    assert share <= share_done(out) < 1
    assert not finished_waves(out)
    position = share_done(out)
    process, _ = begin("--resume")
    # what was done is not done again
    stop_when(process, lambda: share_done(out) > position)
    check_resumed()


def test_killed_while_decoding(begin, check_resumed):
    process, out = begin()
    parts = out / "film.mov.stems"
    stop_when(process, lambda: any(parts.glob(".decoded-*.part")))
    assert not (parts / "manifest.json").exists()
    check_resumed()


@pytest.mark.parametrize("num_begun", [1, 4])
def test_killed_while_writing_the_files(begin, check_resumed, num_begun):
    process, out = begin()
    stop_when(process, lambda: len(list(out.glob(".film_*.part"))) >= num_begun)
    assert share_done(out) == 1
    assert not finished_waves(out)
    check_resumed()


def test_damaged_decoded_sound_is_decoded_again(begin, check_resumed):
    process, out = begin()
    stop_when(process, lambda: share_done(out) >= 0.3)
    (spool,) = (out / "film.mov.stems").glob("decoded-*.wav")
    spool.write_bytes(spool.read_bytes()[:-100_000])
    check_resumed()


def test_interrupted_by_the_user(film, model, tmp_path, check_resumed):
    """A process that is started as the user starts it."""
    out = tmp_path / "stems"
    process = start_cass(*command(film, out, model))
    code, _, err = stop_when(process, lambda: share_done(out) >= 0.3, signal.SIGINT)
    assert code == 130
    assert err == "cass: stopped; the same command with --resume goes on from here.\n"
    assert not finished_waves(out)
    check_resumed()


def test_interrupted_while_writing_leaves_nothing_half(begin, check_resumed):
    process, out = begin()
    code, _, err = stop_when(process, lambda: any(out.glob(".film_*.part")), signal.SIGINT)
    assert code == 130
    assert err.count("\n") == 1
    assert not list(out.glob("*.wav"))
    assert not list(out.glob(".*"))
    check_resumed()


def test_resuming_something_else_is_refused(capfd, film, model, begin):
    process, out = begin()
    stop_when(process, lambda: share_done(out) >= 0.2)
    before = contents(out)
    for change, words in {
        ("--seed", "5"): "the seed (0 before, 5 now)",
        ("--render", "generated"): 'the setting "render"',
        ("--to", "30"): "the separated span",
    }.items():
        done = run_cass(capfd, *command(film, out, model, "--resume", *change))
        assert done.code == 2
        assert done.err.startswith("cass: ")
        assert words in done.err
        assert done.err.count("\n") == 1
        assert contents(out) == before


def test_forgotten_resume_does_not_throw_the_work_away(capfd, film, model, begin, check_resumed):
    process, out = begin()
    stop_when(process, lambda: share_done(out) >= 0.2)
    done = run_cass(capfd, *command(film, out, model))
    assert done.code == 2
    assert "use --resume to go on with it or --overwrite to start over" in done.err
    assert share_done(out) >= 0.2
    check_resumed()


def test_stopped_replacement_leaves_the_former_files(begin, tmp_path):
    out = tmp_path / "stems"
    out.mkdir()
    for path in wave_files(out, "film").values():
        soundfile.write(path, [[0.5, 0.5]], 48_000)
    before = {path: path.read_bytes() for path in wave_files(out, "film").values()}
    process, _ = begin("--overwrite")
    stop_when(process, lambda: any(out.glob(".film_*.part")))
    assert {path: path.read_bytes() for path in before} == before
