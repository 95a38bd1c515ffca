"""What `cass deliver` takes, and the review's places as markers of sessions and lists."""

import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from cass_core.cli import main
from cass_core.clips import SampleSpan
from cass_core.delivery.projects.delivery_source import open_source
from cass_core.delivery.projects.flag_markers import flag_markers, with_flags
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.errors import CassError
from cass_core.relayed import result_of
from cass_core.review import reviewing
from cass_core.review.flag import Flag, Kind
from cass_core.stem_names import Stem
from tests.helpers.project.tiny_stems import sounds, written_set

LENGTH = 48_000
FLAGS = [
    Flag(Stem.FX, Stem.DX, SampleSpan(19_200, 28_800), 200, 4000, Kind.SPEECH_IN_FX, 0.82, -30),
    Flag(Stem.DX, Stem.MX, SampleSpan(0, 9_600), 200, 4000, Kind.MUSIC_IN_DX, 0.6, -40),
]
NAMES = ["music in DX (60%)", "speech in FX (82%)"]


@pytest.fixture
def stems(tmp_path):
    return written_set(tmp_path / "film.mov.stems", *sounds(LENGTH))


def deliver(capsys, *arguments):
    code = main(["deliver", *map(str, arguments)])
    return code, capsys.readouterr()


def found_flags(monkeypatch, flags):
    def review(_folders):
        yield 1.0
        return list(flags)

    monkeypatch.setattr("cass_core.delivery.projects.flag_markers.reviewed_folders", review)


def test_flags_become_markers_of_every_session_and_list(capsys, tmp_path, stems, monkeypatch):
    found_flags(monkeypatch, FLAGS)
    out = tmp_path / "out"
    kinds = ",".join(kind.key for kind in SESSION_FORMATS if kind.key != "audacity")
    code, said = deliver(capsys, stems, "--session", kinds, "--flags", "-o", out)
    assert code == 0, said.err
    table = (out / "Szene 7 – Straße_markers.csv").read_text(encoding="utf-8-sig")
    assert [name for name in NAMES if name in table] == NAMES
    for kind in kinds.split(","):
        (path,) = out.glob(f"Szene 7 – Straße{session_ending(kind)}")
        content = path.read_bytes()
        if kind == "dawproject":  # packed
            with zipfile.ZipFile(path) as archive:
                content = archive.read("project.xml")
        wide = NAMES[1].encode("utf-16-le")  # as AAF has text
        assert NAMES[1].encode() in content or wide in content, kind
    # a session is called as its file will be, not as it is called while it is written
    ardour = ElementTree.parse(out / "Szene 7 – Straße.ardour").getroot()
    assert ardour.get("name") == "Szene 7 – Straße"
    # they are for who edits, not for who gets the files
    from wavinfo import WavInfoReader

    cues = WavInfoReader(str(next(out.glob("*_DX.wav"))), info_encoding="utf-8").cues
    assert cues is None or not list(cues.cues)


def session_ending(key):
    return next(kind.ending for kind in SESSION_FORMATS if kind.key == key)


def test_review_finds_what_is_planted(stems):
    """The real review, of noise: whatever it finds lies in the programme."""
    source = result_of(with_flags(open_source(stems)))
    assert list(source.facts.flags) == sorted(source.facts.flags)
    assert all(0 <= m.sample < m.stop <= LENGTH for m in source.facts.flags)
    assert (stems / "review").is_dir()


def test_decisions_of_a_project_count(tmp_path, stems, monkeypatch):
    source = open_source(project_of(tmp_path, stems, [("open", FLAGS[0]), ("moved", FLAGS[1])]))
    monkeypatch.setattr(reviewing, "reviewed_folders", None)  # nothing is reviewed anew
    assert source.open_flags == (FLAGS[0],)
    assert result_of(with_flags(source)).facts.flags == flag_markers(FLAGS[:1])
    unreviewed = replace(source, open_flags=None)
    found_flags(monkeypatch, FLAGS)
    assert [m.name for m in result_of(with_flags(unreviewed)).facts.flags] == NAMES


def project_of(folder, stems, decided):
    gain = {"gain_db": 0.0, "muted": False, "soloed": False, "line": []}
    content = {
        "format": "cass project", "version": 1, "current": "v", "markers": [],
        "media": {"absolute": "/gone.mov", "audio_stream": 0, "channels": []},
        "takes": [{"name": "take", "folder": {"absolute": str(stems), "relative": stems.name}}],
        "versions": [{"name": "v", "takes": ["take"]}],
        "mix": {"master_db": 0.0, "DX": gain, "FX": gain, "MX": gain},
        "review": {
            "takes": ["take"],
            "flags": [f.to_json() | {"decision": word, "comment": ""} for word, f in decided],
        },
    }  # fmt: skip
    path = folder / "a.cass"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_movie_or_folder_around_stands_for_its_stems(tmp_path, stems):
    movie = tmp_path / "film.mov"
    movie.write_bytes(b"")
    assert open_source(movie).takes == (stems,)
    assert open_source(tmp_path).takes == (stems,)
    (tmp_path / "elsewhere").mkdir()
    moved = movie.rename(tmp_path / "elsewhere" / "film.mov")
    assert open_source(moved, folders=[tmp_path]).takes == (stems,)
    with pytest.raises(CassError, match=r"film.mov has no stems in .*elsewhere.*cass batch"):
        open_source(moved)
    with pytest.raises(CassError, match="neither a project"):
        open_source(tmp_path / "missing.mov")


def test_flags_without_a_session_are_refused(capsys, tmp_path, stems):
    code, said = deliver(capsys, stems, "--preset", "stems", "--flags", "-o", tmp_path / "out")
    assert code == 2
    assert said.err.count("\n") == 1
    assert "choose one, such as CSV" in said.err
