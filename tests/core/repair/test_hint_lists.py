"""Hints out of tables, marker lists and single lines, and what is said where there are none."""

import pytest

from cass_core.clips import SampleSpan
from cass_core.errors import CassError
from cass_core.programme.markers.marker import Marker
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.marker_lists import marker_list
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.repair.guides import Guide
from cass_core.repair.hint_lists import read_hint, read_hints
from cass_core.repair.region import Region
from cass_core.review.flag import Flag, Kind
from cass_core.review.page.flag_table import write_flag_table
from cass_core.stem_names import Stem
from tests.helpers.media.bad_files import good_movie

pytestmark = pytest.mark.media

RATE_HZ = 48_000


@pytest.fixture(scope="module")
def movie(tmp_path_factory):
    """3 s from 01:00:00:00 at 25 frames a second."""
    return OpenedMovie.open(good_movie(tmp_path_factory.mktemp("movie"), seconds=3.0))


def hint(start_s, stop_s, stem, band=None):
    span = SampleSpan(round(start_s * RATE_HZ), round(stop_s * RATE_HZ))
    return Guide(Region.box(span, band), stem)


def listed(tmp_path, movie, text, name="hints.csv"):
    (tmp_path / name).write_text(text)
    return read_hints(tmp_path / name, movie)


def test_a_table_of_times_and_bands(tmp_path, movie):
    text = (
        "Start;End;Stem;Low Hz;High Hz\n"
        "0,5;1;fx;200;4000\n"
        "\n"
        "01:00:01:00;01:00:01:10;Dialogue;;\n"
        "0:02;2,5;MX;;1000\n"
    )
    assert listed(tmp_path, movie, text).guides == (
        hint(0.5, 1, Stem.FX, (200, 4000)),
        hint(1, 1.4, Stem.DX),
        hint(2, 2.5, Stem.MX, (0, 1000)),
    )


def test_the_places_of_a_review_are_hints(tmp_path, movie):
    span = SampleSpan(round(0.4 * RATE_HZ), 2 * RATE_HZ)
    flag = Flag(Stem.FX, Stem.DX, span, 100.0, 900.0, Kind.SPEECH_IN_FX, 0.8, -30.0)
    write_flag_table(tmp_path / "a.csv", [flag], RATE_HZ, movie.clock.timecode_at)
    found = read_hints(tmp_path / "a.csv", movie)
    assert found.guides == (hint(0.4, 2, Stem.DX, (100, 900)),)
    assert found.notices == ()


@pytest.mark.parametrize("kind", ["csv", "audacity"])
def test_regions_of_a_marker_list_that_name_a_stem(tmp_path, movie, kind):
    markers = (
        Marker(RATE_HZ, "FX: door", RATE_HZ // 2),
        Marker(RATE_HZ, "look here"),
        Marker(2 * RATE_HZ, "dx", RATE_HZ // 5),
    )
    axis = MarkerAxis(movie.clock, SampleSpan(0, 3 * RATE_HZ))
    found = listed(tmp_path, movie, marker_list(kind, "").write(markers, axis))
    assert found.guides == (hint(1, 1.5, Stem.FX), hint(2, 2.2, Stem.DX))
    assert found.notices == ("1 of 3 entries of hints.csv name no stem and are no hints.",)


def test_labels_keep_their_band(tmp_path, movie):
    text = "0.5\t1.0\tFX\n\\\t300.0\t900.5\n1.0\t1.5\tMX\n\\\t-1\t500\n"
    assert listed(tmp_path, movie, text, "labels.txt").guides == (
        hint(0.5, 1, Stem.FX, (300, 900.5)),
        hint(1, 1.5, Stem.MX, (0, 500)),
    )


def test_one_hint_in_a_line(movie):
    assert read_hint("01:00:00:05, 1.2, FX, 200, 4000", movie) == (
        hint(0.2, 1.2, Stem.FX, (200, 4000))
    )


HEAD = "start,end,stem,low Hz,high Hz\n"
WRONG = {
    "stem": ("1,2,VO", "Line 3 of hints.csv is no hint: 'VO' is no stem; choose DX, FX, MX."),
    "time": ("soon,2,FX", "Line 3 of hints.csv is no hint: 'soon' is no time"),
    "no end": ("1,,FX", "Line 3 of hints.csv is no hint: '' is no time"),
    "backwards": (
        "2,1,FX",
        "Line 3 of hints.csv is no hint: A hint needs an end behind its start.",
    ),
    "outside": ("7,8,FX", "which runs from 01:00:00:00 to 01:00:03:00."),
    "band": ("1,2,FX,low,900", "Line 3 of hints.csv is no hint: 'low' is no number from 0."),
    "band upside down": ("1,2,FX,900,100", "needs an upper edge above its lower one."),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_line_that_is_no_hint(tmp_path, movie, kind):
    line, words = WRONG[kind]
    with pytest.raises(CassError) as raised:
        listed(tmp_path, movie, f"{HEAD}1,2,FX\n{line}\n")
    assert words in str(raised.value)


@pytest.mark.parametrize("text", ["", HEAD, "INT. KITCHEN\n", "1.0\t2.0\tdoor\n", "a" * 200_000])
def test_a_file_without_hints(tmp_path, movie, text):
    with pytest.raises(CassError, match=r"hints.csv holds no hints; write a table"):
        listed(tmp_path, movie, text)
    with pytest.raises(CassError, match="is no hint; write start, end and stem"):
        read_hint("12.5 14 FX", movie)
