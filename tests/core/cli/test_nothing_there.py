"""Folders and files that hold nothing for a command cost one sentence and leave nothing."""

import pytest

from tests.helpers.command_line import run_cass

CASES = {
    "batch": (["batch", "{empty}", "--preset", "stems", "-o", "{out}"], "no movies or sound files"),
    "review": (["review", "{text}"], "text.txt holds no manifest.json"),
    "speakers": (["evaluate-speakers", "{empty}"], "No face is seen in any movie of"),
    "kinds": (["bench", "kinds", "--kind", "none"], "no kind 'none'"),
    "movie": (["bench", "--movie", "{text}", "--seconds", "1"], "text.txt is no movie"),
    "recipe": (["corpus", "replay", "{empty}/no.json"], "no.json cannot be read (No such file"),
    "catalogue": (
        ["corpus", "fetch-extra", "--out", "{out}", "--table", "{text}"],
        "text.txt is no catalogue",
    ),
    "argument": (["doctor", "--jsn"], "There is no argument --jsn; `cass doctor --help`"),
}


@pytest.mark.parametrize("kind", CASES)
def test_one_sentence(capfd, tmp_path, kind):
    arguments, words = CASES[kind]
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("INT. KITCHEN - NIGHT")
    places = {name: tmp_path / name for name in ("empty", "out")} | {"text": tmp_path / "text.txt"}
    done = run_cass(capfd, *(argument.format(**places) for argument in arguments))
    assert (done.code, done.out, len(done.refusals)) == (2, "", 1), done
    assert words in done.refusals[0]
    assert not (tmp_path / "out").exists()
