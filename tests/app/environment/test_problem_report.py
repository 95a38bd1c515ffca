"""A report tells what a helper needs, and nobody's names."""

from pathlib import Path

import pytest

from app.environment.error_report import log_path
from app.environment.private_names import MASK, without_names
from app.environment.problem_report import problem_report

MOVIE = Path("/home/anna/Secret Film/Reel 1 final.mov")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (f"{MOVIE} cannot be read; copy it again.", f"{MASK} cannot be read; copy it again."),
        ("Work on Reel 1 final.mov failed", f"Work on {MASK} failed"),
        ("No space in /home/anna/Secret Film/takes", f"No space in {MASK}"),
        ("/mnt/nas/other film/x.wav broke", f"{MASK} broke"),
        (r"C:\Users\anna\Other Film\x.wav broke", f"{MASK} broke"),
        (r"\\server\share\x.mxf broke", f"{MASK} broke"),
        ("unknown.mkv is odd", f"{MASK} is odd"),
        ("folder /srv/films/one, again", f"folder {MASK}, again"),
        ("PySide6 6.11.3; 24000/1001 fps and 1/2", "PySide6 6.11.3; 24000/1001 fps and 1/2"),
        (
            '  File "/opt/cass/lib/cass_core/media/files/probe.py", line 7, in probe',
            '  File "cass_core/media/files/probe.py", line 7, in probe',
        ),
    ],
)
def test_names_are_masked_and_the_rest_stays(line, told):
    assert without_names(line, [MOVIE]) == told


@pytest.fixture
def log(tmp_path):
    log_path().parent.mkdir(parents=True, exist_ok=True)
    log_path().write_text(f"ERROR the last line about {MOVIE}\n", encoding="utf-8")


def test_all_parts_are_there_without_names(settings, log):
    settings.add_recent(MOVIE)
    settings.set_value("sound/delay", 0.1)

    report = problem_report("It hung at Reel 1.", "ok fonts: in /usr/share/fonts", settings, [])

    assert "It hung at Reel 1." in report  # his own words stay
    assert "sound/delay: 0.1" in report
    assert f"the last line about {MASK}" in report
    assert "Secret Film" not in report
    assert "final.mov" not in report
    for title in ("What happened", "Versions", "This computer", "Settings", "Log"):
        assert f"== {title}\n" in report


def test_names_stay_where_the_user_wants_them(settings, log):
    settings.add_recent(MOVIE)

    report = problem_report("", "", settings, None)

    assert str(MOVIE) in report


def test_a_new_user_has_a_report_too(settings):
    assert "(nothing)" in problem_report("", "", settings, [])
