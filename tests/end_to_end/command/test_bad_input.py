"""Bad input gets one sentence that names the thing, exit code 2, and leaves no file behind."""

import json
import os
import sys

import pytest
import torch

from cass_core.checkpoints.checkpoint import save_tensors
from cass_core.synthesis.corpus.catalog import CATALOG_FILE
from tests.helpers.command_line import TRACKS, call_cass, run_cass
from tests.helpers.media import bad_files as bad
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media

NO_CUDA = pytest.mark.skipif(torch.cuda.is_available(), reason="there is CUDA here")
NO_MPS = pytest.mark.skipif(torch.backends.mps.is_available(), reason="there is an Apple GPU here")


def check_refused(done, *words):
    """Exit code 2, nothing printed, and one sentence with all of the words."""
    assert done.code == 2
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert done.err.startswith("cass: ")
    assert done.err.endswith(".\n")
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err, done.err


def check_nothing_left(out):
    """No final file, no half one, no decoded sound."""
    left = {path.name for path in out.rglob("*") if path.is_file()} if out.is_dir() else set()
    assert left <= {"manifest.json", "DX.wav", "FX.wav", "MX.wav", "mixture.wav"}


@pytest.fixture
def separate(capfd, tmp_path, model):
    """Run `cass separate` quietly on the CPU; later options win."""

    def run(movie, *more):
        base = ("-o", tmp_path / "stems", "--model", model, "--no-picture", "--device", "cpu")
        return run_cass(capfd, "separate", movie, *base, *more)

    return run


MEDIA = {
    "missing file": (lambda folder: folder / "a" / "none.mov", "none.mov does not exist"),
    "folder": (lambda folder: folder, "is a folder"),
    "empty file": (bad.empty_file, "empty.mov is empty"),
    "renamed text": (bad.renamed_text, "text.mp4 is no movie"),
    "bytes by chance": (bad.noise_bytes, "bytes.mkv is no movie"),
    "truncated movie": (bad.truncated_movie, "cut.mp4 is cut off or damaged"),
    "movie without sound": (bad.mute_movie, "mute.mov has no sound"),
    "sound of no length": (bad.soundless_wave, "nothing.wav holds no sound"),
    "unknown codec": (bad.unknown_codec, "codec.wav uses a codec"),
    "web address": (lambda _: "https://example.org/a.mov", "does not exist"),
    "no name": (lambda _: "", "is a folder"),
}


@pytest.mark.parametrize("kind", MEDIA)
def test_bad_media(separate, tmp_path, kind):
    make, words = MEDIA[kind]
    check_refused(separate(make(tmp_path)), words)
    check_nothing_left(tmp_path / "stems")
    assert not (tmp_path / "stems").exists()


@pytest.mark.parametrize("kind", ["missing file", "renamed text", "truncated movie", "empty file"])
def test_bad_media_to_look_at(capfd, tmp_path, kind):
    make, words = MEDIA[kind]
    check_refused(run_cass(capfd, "probe", make(tmp_path)), words)


OPTIONS = {
    "no steps": (["--steps", "0"], "1 to 249, not '0'"),
    "too many steps": (["--steps", "250"], "1 to 249, not '250'"),
    "half a step": (["--steps", "2.5"], "1 to 249, not '2.5'"),
    "steps in words": (["--steps", "four"], "1 to 249, not 'four'"),
    "negative seed": (["--seed", "-1"], "--seed: must be a whole number, 0 to"),
    "huge seed": (["--seed", str(2**63)], f"not '{2**63}'"),
    "unknown render": (["--render", "best"], "--render: invalid choice: 'best'"),
    "unknown device": (["--device", "tpu"], "--device: invalid choice: 'tpu'"),
    "unknown option": (["--faster"], "--faster"),
    "audio stream 7": (["--audio-stream", "7"], "good.mov has no audio stream 7"),
    "negative audio stream": (["--audio-stream", "-1"], "0 or more, not '-1'"),
    "from after to": (["--from", "0.3", "--to", "0.1"], "between 0.3 and 0.1"),
    "from is to": (["--from", "0.1", "--to", "0.1"], "between 0.1 and 0.1"),
    "from past the end": (["--from", "99"], "between 99 and the end of good.mov"),
    "to before the start": (["--to", "0"], "between the start and 0"),
    "timecode before the start": (["--from", "00:59:00:00"], "which starts at 01:00:00:00"),
    "no time": (["--from", "soon"], "'soon' is no time"),
    "empty time": (["--to", ""], "'' is no time"),
    "negative time": (["--from", "-1"], "'-1' is no time"),
    "75 seconds": (["--from", "1:75"], "minutes and seconds go up to 59"),
    "frame 25 at 25 fps": (["--from", "01:00:00:25"], "00 to 24"),
    "drop frame at 25 fps": (["--from", "01:00:00;02"], "does not exist at 25 frames"),
    "unknown model": (["--model", "nosuch"], "no model 'nosuch'"),
    "missing model folder": (["--model", "a/b/c"], "no model 'a/b/c'"),
}


@pytest.mark.parametrize("kind", OPTIONS)
def test_bad_option(separate, tmp_path, kind):
    options, words = OPTIONS[kind]
    check_refused(separate(bad.good_movie(tmp_path), *options), words)
    check_nothing_left(tmp_path / "stems")


@pytest.mark.parametrize(
    ("device", "words"),
    [
        pytest.param("cuda", "No CUDA graphics card is usable", marks=NO_CUDA),
        pytest.param("mps", "No Apple GPU is usable", marks=NO_MPS),
    ],
)
def test_device_that_is_not_there(separate, tmp_path, device, words):
    check_refused(separate(bad.good_movie(tmp_path), "--device", device), words)


def test_frames_of_a_file_without_frames(separate, tmp_path):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.4))])
    check_refused(separate(path, "--from", "00:00:00:05"), "'00:00:00:05'", "no picture")


def test_dropped_frame_number(separate, tmp_path):
    picture = Picture(0.4, fps=bad.NTSC)
    path = write_movie(tmp_path / "a.mov", picture, [Sound(noise(0.4))], timecode="00:59:59;20")
    check_refused(separate(path, "--from", "01:01:00;00"), "01:01:00;00", "use frame 02")


MODELS = {
    "cut model.json": (bad.cut_description, "model.json is damaged"),
    "no checksum": (lambda f: bad.changed_description(f, sha256=None), "model.json is damaged"),
    "future version": (lambda f: bad.changed_description(f, version=9), "has version 9"),
    "wrong checksum": (lambda f: bad.changed_description(f, sha256="0"), "checksum"),
    "unknown setting": (lambda f: bad.changed_config(f, "unet", colour=1), "model.json is damaged"),
    "words for widths": (lambda f: bad.changed_config(f, "unet", widths=["a"]), "model.json"),
    "impossible sizes": (lambda f: bad.changed_config(f, "unet", head_dim=0), "model.json"),
    "cut weights": (lambda f: bad.changed_weights(f, honest=False), "checksum"),
    "cut weights, own checksum": (lambda f: bad.changed_weights(f, honest=True), "cut off"),
    "no safetensors": (
        lambda f: bad.changed_weights(f, honest=True, content=b"pickle"),
        "model.safetensors is damaged",
    ),
    "wrong shapes": (bad.wrong_shapes, "does not fit the model size 'unittest_tiny'"),
    "weights that are no numbers": (bad.not_numbers, "not numbers"),
}


@pytest.mark.parametrize("kind", MODELS)
def test_bad_model(separate, tmp_path, kind):
    make, words = MODELS[kind]
    movie = bad.good_movie(tmp_path)
    check_refused(separate(movie, "--model", make(tmp_path)), words)


def test_model_without_weights(separate, tmp_path, model):
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "model.json").write_bytes((model / "model.json").read_bytes())
    done = separate(bad.good_movie(tmp_path), "--model", tmp_path / "m")
    check_refused(done, "model.safetensors is missing")


def test_output_folder_is_a_file(separate, tmp_path):
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "deep"):
        check_refused(separate(bad.good_movie(tmp_path), "-o", out), "file", "choose another")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that even root cannot write")
def test_output_folder_cannot_be_made(separate, tmp_path):
    check_refused(separate(bad.good_movie(tmp_path), "-o", "/proc/stems"), "/proc/stems")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes all")
def test_output_folder_may_not_be_written(separate, tmp_path):
    (tmp_path / "stems").mkdir(mode=0o500)
    check_refused(separate(bad.good_movie(tmp_path)), "stems", "choose another")


def test_output_folder_with_an_impossible_name(separate, tmp_path):
    done = separate(bad.good_movie(tmp_path), "-o", tmp_path / ("n" * 300))
    check_refused(done, "File name too long", "choose another")


def test_files_of_an_earlier_run_are_kept(separate, tmp_path):
    out = tmp_path / "stems"
    out.mkdir()
    for track in TRACKS:
        (out / f"good_{track}.wav").write_text("mine")
        check_refused(separate(bad.good_movie(tmp_path)), "exists already; use --overwrite")
        assert (out / f"good_{track}.wav").read_text() == "mine"
        (out / f"good_{track}.wav").unlink()


def test_folder_of_stems_that_is_somebody_elses(separate, tmp_path):
    folder = tmp_path / "stems" / "good.mov.stems"
    folder.mkdir(parents=True)
    (folder / "DX.wav").write_text("mine")
    check_refused(separate(bad.good_movie(tmp_path)), "was not written by Cass Studio")
    assert (folder / "DX.wav").read_text() == "mine"


MANIFESTS = {
    "cut": (lambda text: text[: len(text) // 2], "is damaged"),
    "no table": (lambda text: "[]", "is damaged"),
    "words for the position": (lambda text: text.replace('"position": ', '"position": "x'), ""),
    "other version": (
        lambda text: text.replace('"version": 1', '"version": 2'),
        "its version is 2",
    ),
    "behind the end": (lambda text: text.replace('"position": ', '"position": 9'), "position"),
}


@pytest.mark.parametrize("kind", MANIFESTS)
def test_damaged_manifest(separate, tmp_path, kind):
    change, words = MANIFESTS[kind]
    movie = bad.good_movie(tmp_path)
    assert separate(movie).code == 0
    path = tmp_path / "stems" / "good.mov.stems" / "manifest.json"
    path.write_text(change(path.read_text()))
    check_refused(separate(movie, "--resume", "--overwrite"), "manifest.json is damaged", words)


def test_cut_working_stem(separate, tmp_path):
    movie = bad.good_movie(tmp_path)
    assert separate(movie).code == 0
    stem = tmp_path / "stems" / "good.mov.stems" / "DX.wav"
    stem.write_bytes(stem.read_bytes()[:5000])
    done = separate(movie, "--resume", "--overwrite")
    check_refused(done, "DX.wav is missing or damaged", "without resuming")


def test_resuming_another_movie_of_the_same_name(separate, tmp_path):
    assert separate(bad.good_movie(tmp_path)).code == 0
    (tmp_path / "other").mkdir()
    other = bad.good_movie(tmp_path / "other", seconds=0.6)
    done = separate(other, "--resume", "--overwrite")
    check_refused(done, "cannot be resumed", "the movie's content")


def write_catalog(folder, text):
    folder.mkdir(exist_ok=True)
    (folder / CATALOG_FILE).write_text(text)


CORPUS_COMMANDS = {
    "show": ("corpus", "show", "--corpus"),
    "evaluate": ("evaluate", "--corpus"),
    "train": ("train", "--size", "unittest_tiny", "--workers", "0", "--corpus"),
}


@pytest.mark.parametrize("command", CORPUS_COMMANDS)
@pytest.mark.parametrize("state", ["missing", "damaged", "empty"])
def test_bad_corpus(capfd, tmp_path, model, command, state):
    corpus = tmp_path / "corpus"
    if state != "missing":
        write_catalog(corpus, "{}\n" if state == "damaged" else "")
    more = {
        "show": (),
        "evaluate": ("--model", model, "--device", "cpu"),
        "train": ("--out", tmp_path / "run"),
    }[command]
    done = run_cass(capfd, *CORPUS_COMMANDS[command], corpus, *more)
    if (state, command) == ("empty", "show"):
        assert done.code == 0
        return
    check_refused(done, "cass corpus fetch" if state != "damaged" else "is damaged")


EVALUATE = {
    "unknown set": (["--set", "nosuch"], "no set 'nosuch'"),
    "bad list of steps": (["--steps", "1,,4"], "'1,,4' is no list of step counts"),
    "steps out of range": (["--steps", "1,300"], "1 to 249, not 300"),
    "unknown render": (["--render", "faithful,best"], "no render 'best'"),
    "no scenes": (["--scenes", "0"], "1 or more, not '0'"),
    "unknown model": (["--model", "nosuch"], "no model 'nosuch'"),
}


@pytest.mark.parametrize("kind", EVALUATE)
def test_bad_evaluation(capfd, tmp_path, model, kind):
    options, words = EVALUATE[kind]
    done = run_cass(capfd, "evaluate", "--corpus", tmp_path, "--model", model, *options)
    check_refused(done, words)


TRAIN = {
    "unknown size": (["--size", "huge"], "no model size 'huge'"),
    "no minutes": (["--minutes", "0"], "above 0, not '0'"),
    "rate in words": (["--rate", "fast"], "above 0, not 'fast'"),
    "no scenes": (["--batch-scenes", "0"], "1 or more, not '0'"),
    "negative workers": (["--workers", "-1"], "0 or more, not '-1'"),
    "unknown optimiser": (["--optimiser", "sgd"], "'sgd'"),
    "no out": (["--out"], "--out"),
}


@pytest.mark.parametrize("kind", TRAIN)
def test_bad_training(capfd, tmp_path, kind):
    options, words = TRAIN[kind]
    base = ("train", "--corpus", tmp_path, "--out", tmp_path / "run", "--size", "unittest_tiny")
    check_refused(run_cass(capfd, *base, *options), words)


@NO_CUDA
def test_training_without_the_card(capfd, tmp_path):
    done = run_cass(capfd, "train", "--out", tmp_path / "run", "--device", "cuda")
    check_refused(done, "No CUDA graphics card is usable")


def test_training_into_a_file(capfd, tmp_path):
    (tmp_path / "run").write_text("mine")
    done = run_cass(capfd, "train", "--size", "unittest_tiny", "--out", tmp_path / "run")
    check_refused(done, "The training cannot be saved")


@pytest.mark.parametrize(
    ("progress", "cut", "words"),
    [
        ({"step": 3, "audio_hours": 0.1}, 0, "does not fit this model"),
        ({"step": 3, "audio_hours": 0.1}, 20, "training.safetensors is damaged"),
        ({"step": "x", "audio_hours": 0.1}, 0, "training.json is damaged"),
        ([], 0, "training.json is damaged"),
    ],
    ids=["another size", "cut state", "no number", "no table"],
)
def test_bad_training_state(capfd, tmp_path, progress, cut, words):
    state = tmp_path / "training.safetensors"
    save_tensors(state, {"weight/x": torch.zeros(3)})
    state.write_bytes(state.read_bytes()[: len(state.read_bytes()) - cut])
    (tmp_path / "training.json").write_text(json.dumps(progress))
    done = run_cass(
        capfd, "train", "--size", "unittest_tiny", "--out", tmp_path, "--resume",
        "--corpus", tmp_path,
    )  # fmt: skip
    check_refused(done, words)


WORDS = {
    "nothing": ([], "Name a command"),
    "unknown command": (["seperate"], "invalid choice: 'seperate'"),
    "no movie": (["separate"], "movie"),
    "no folder for the stems": (["separate", "a.mov"], "-o/--out"),
    "corpus without an action": (["corpus"], "ACTION"),
    "unknown package": (["corpus", "fetch", "nosuch"], "package nosuch"),
    "missing movie for bench": (["bench", "--memory", "-3"], "above 0, not '-3'"),
}


@pytest.mark.parametrize("kind", WORDS)
def test_bad_words(capfd, kind):
    arguments, words = WORDS[kind]
    check_refused(run_cass(capfd, *arguments), words)


def test_control_signs_in_a_name_reach_no_terminal(tmp_path):
    done = call_cass("separate", tmp_path / "no\nne\x1b[2J.mov", "-o", tmp_path / "out")
    check_refused(done, r"no\nne\x1b[2J.mov does not exist")


def test_a_file_that_makes_the_decoder_crash_is_one_sentence(capfd, tmp_path, monkeypatch):
    """The library's crash is made: whatever it is in the next version, it costs a sentence."""
    movie = bad.good_movie(tmp_path)
    program = tmp_path / "sitecustomize.py"
    program.write_text(
        "import os, sys\n"
        "if 'cass_core.isolation.worker' in sys.orig_argv:\n"
        "    import av.container.core as core\n"
        "    core.open = lambda *_a, **_k: os.abort()\n"
        "    import av\n"
        "    av.open = core.open\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    for command in (("probe", movie), ("separate", movie, "-o", tmp_path / "out")):
        done = run_cass(capfd, *command)
        assert done.code == 2
        assert (
            done.err
            == "cass: good.mov makes the decoder fail; convert it with another program first.\n"
        )
