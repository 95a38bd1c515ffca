"""What is written is read again, whatever it is; what is damaged is refused in one sentence."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.project import project_file
from app.project.document import MediaReference, ProjectDocument
from app.project.project_file import ProjectFileError, load_document, save_document
from cass_core.errors import OutputError
from cass_core.programme.markers.marker import Marker
from tests.helpers.project.documents import random_document


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Проект ä 日本.cass"


@pytest.fixture
def plain(tmp_path):
    return ProjectDocument(MediaReference(tmp_path / "movie.mov", "ab"), tmp_path / "stems")


@pytest.mark.parametrize("seed", range(60))
def test_round_trip(path, seed):
    document = random_document(seed, path.parent)
    save_document(path, document)
    assert load_document(path) == replace(document, path=path)
    path.read_bytes().decode("ascii")


@pytest.mark.parametrize("own", [None, Path("/films/own ä.cass")])
def test_round_trip_of_an_autosave(path, plain, own):
    save_document(path, replace(plain, path=own), autosave=True)
    assert load_document(path) == replace(plain, path=own, recovered=True)
    assert "relative" not in path.read_text()


def test_numbers_of_numpy_and_no_numbers_do_not_keep_a_project_from_being_saved(path, plain):
    np = pytest.importorskip("numpy")
    document = replace(plain, markers=(Marker(np.int64(5), "x"),))
    document = replace(document, rebalance=replace(plain.rebalance, master_db=float("nan")))
    save_document(path, document)
    assert load_document(path).markers == (Marker(5, "x"),)
    assert load_document(path).rebalance.master_db == 0


def test_a_moved_folder_takes_its_movie_along(tmp_path, plain):
    old, new = tmp_path / "old ä", tmp_path / "deeper" / "new ü"
    (old / "stems").mkdir(parents=True)
    (old / "movie.mov").touch()
    document = replace(plain, media=MediaReference(old / "movie.mov", "ab"), folder=old / "stems")
    save_document(old / "a.cass", document)
    new.parent.mkdir()
    old.rename(new)
    moved = load_document(new / "a.cass")
    assert (moved.media.path, moved.folder) == (new / "movie.mov", new / "stems")


def test_a_moved_project_still_finds_its_movie(tmp_path, plain):
    (tmp_path / "films").mkdir()
    movie = tmp_path / "films" / "movie.mov"
    movie.touch()
    save_document(tmp_path / "a.cass", replace(plain, media=MediaReference(movie, "ab")))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "a.cass").rename(tmp_path / "elsewhere" / "b.cass")
    assert load_document(tmp_path / "elsewhere" / "b.cass").media.path == movie


def test_a_path_of_another_system_is_looked_for_beside_the_project(path, plain):
    save_document(path, plain)
    data = json.loads(path.read_text())
    data["media"]["absolute"] = "C:\\Filme\\scene ä.mov"
    del data["media"]["relative"]
    path.write_text(json.dumps(data))
    assert load_document(path).media.path == path.parent / "scene ä.mov"


def changed(where, value):
    """A damage: the value at a dotted place is another, or gone where it is `...`."""

    def damage(text):
        data = json.loads(text)
        table, keys = data, where.split(".")
        for key in keys[:-1]:
            table = table[int(key) if key.isdigit() else key]
        if value is ...:
            del table[keys[-1]]
        else:
            table[int(keys[-1]) if keys[-1].isdigit() else keys[-1]] = value
        return json.dumps(data)

    return damage


DAMAGES = {
    "empty": (lambda text: "", "it is not whole JSON text"),
    "cut off": (lambda text: text[: len(text) // 2], "it is not whole JSON text"),
    "deep": (lambda text: "[" * 100_000, "it is not whole JSON text"),
    "huge number": (
        lambda text: text.replace('"looping": ', '"x": ' + "9" * 9999 + ', "looping": '),
        "JSON",
    ),
    "no number": (changed("mix.master_db", float("nan")), "it is not whole JSON text"),
    "list": (lambda text: "[]", "is not a project of Cass Studio"),
    "other JSON": (lambda text: '{"version": 1}', "is not a project of Cass Studio"),
    "no version": (changed("version", ...), '"version" is not a whole number'),
    "odd version": (changed("version", True), '"version" is not a whole number'),
    "newer": (changed("version", 2), "newer Cass Studio (file version 2"),
    "no movie": (changed("media", ...), '"media" is missing'),
    "movie is text": (changed("media", "movie.mov"), '"media" is not a table'),
    "impossible path": (changed("media.absolute", "a\0b"), "names a file in a way"),
    "audio stream": (
        changed("media.audio_stream", -1),
        '"media.audio_stream" is not a whole number',
    ),
    "no stem": (changed("mix.FX", ...), '"mix.FX" is missing'),
    "null channels": (changed("media.channels", None), '"media.channels" is not a list of whole'),
    "no way": (changed("media.relative", None), '"media.relative" is not a text'),
    "gain": (changed("mix.DX.gain_db", "loud"), '"mix.DX.gain_db" is not a number from -60 to 12'),
    "infinite gain": (changed("mix.DX.gain_db", 10**400), '"mix.DX.gain_db" is not a number'),
    "true gain": (changed("mix.master_db", True), '"mix.master_db" is not a number'),
    "mute": (changed("mix.DX.muted", 0), '"mix.DX.muted" is not true or false'),
    "line": (changed("mix.DX.line", [3]), '"mix.DX.line[0]" is not a table'),
    "point": (changed("mix.DX.line", [{"sample": 1.5, "gain_db": 0}]), '"mix.DX.line[0].sample"'),
    "markers": (changed("markers", {}), '"markers" is not a list'),
    "marker": (changed("markers", [{"sample": 1 << 60, "name": ""}]), '"markers[0].sample" is not'),
    "loop": (changed("loop", [5, 5]), '"loop" ends before it starts'),
    "loop of three": (changed("loop", [1, 2, 3]), '"loop" is not a list of 2'),
    "looping": (changed("looping", None), '"looping" is not true or false'),
    "current": (changed("current", 5), '"current" is not a text'),
    "view": (changed("view", None), '"view" is not a table'),
    "scale": (changed("view.scale", "bark"), '"view.scale" is not one of mel, log, linear'),
    "band": (changed("view.band_hz", [1, "x"]), '"view.band_hz[1]" is not a number'),
    "steps": (changed("takes.0.choice.steps", 0), "choice.steps"),
    "take without span": (changed("takes.0.span", None), "covers nothing"),
    "versions": (
        changed("versions", [{"name": "a", "takes": [1]}]),
        '"versions[0].takes" is not a list',
    ),
    "twice": (changed("versions", [{"name": "a", "takes": []}] * 2), '"versions" has "a" twice'),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_files(path, damage):
    change, clause = DAMAGES[damage]
    document = next(d for d in (random_document(n, path.parent) for n in range(9)) if d.takes)
    save_document(path, document)
    path.write_text(change(path.read_text()))
    with pytest.raises(ProjectFileError, match=re.escape(clause)) as caught:
        load_document(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("content", "clause"),
    [
        (b"\x00\x01\xff\xfe", "it is not text"),
        (None, "cannot be opened"),
        ("folder", "is no file; choose a project"),
    ],
)
def test_what_is_no_file_of_text(path, content, clause):
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(ProjectFileError, match=clause):
        load_document(path)


def test_a_movie_by_mistake(tmp_path, monkeypatch):
    monkeypatch.setattr(project_file, "_LARGEST_BYTES", 100)
    (tmp_path / "a.cass").write_bytes(b"x" * 101)
    with pytest.raises(ProjectFileError, match="too large"):
        load_document(tmp_path / "a.cass")


def test_an_older_version_is_brought_up_to_date(path, plain, monkeypatch):
    save_document(path, plain)
    text = path.read_text().replace('"version": 1', '"version": 2').replace('"looping"', '"loops"')
    path.write_text(text)

    def migrate(data):
        return {**data, "loops": data["looping"], "version": 2}

    older = path.with_name("older.cass")
    save_document(older, plain)
    monkeypatch.setattr(project_file, "VERSION", 2)
    monkeypatch.setitem(project_file._MIGRATIONS, 1, migrate)
    assert load_document(older).looping is False
    with pytest.raises(ProjectFileError, match='"looping" is missing'):
        load_document(path)


def test_a_byte_order_mark_does_no_harm(path, plain):
    save_document(path, plain)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_document(path).media == plain.media


def no_space(*_args):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_save_leaves_the_old_file(path, plain, monkeypatch, step):
    save_document(path, plain)
    before = path.read_bytes()
    monkeypatch.setattr(os, step, no_space)
    with pytest.raises(OutputError, match="No space left on device") as caught:
        save_document(path, replace(plain, looping=True))
    assert str(caught.value).startswith(str(path))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if "part" in entry.name] == []


def test_a_full_disk(tmp_path, plain):
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        path = disk / "a.cass"
        save_document(path, plain)
        before = path.read_bytes()
        many = tuple(Marker(number, "x" * 50) for number in range(500))
        with pytest.raises(OutputError, match="No space left on device"):
            save_document(path, replace(plain, markers=many))
        assert path.read_bytes() == before
        assert os.listdir(disk) == ["a.cass"]
        save_document(path, replace(plain, looping=True))
        assert load_document(path).looping
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("place", ["nowhere/a.cass", "folder.cass", "movie.mov/a.cass", "n" * 300])
def test_places_that_cannot_be_written(tmp_path, plain, place):
    (tmp_path / "folder.cass").mkdir()
    (tmp_path / "movie.mov").touch()
    with pytest.raises(OutputError, match="cannot be saved"):
        save_document(tmp_path / place, plain)


def test_a_protected_file_stays(path, plain, monkeypatch):
    save_document(path, plain)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="write-protected"):
        save_document(path, plain)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_one_and_rights_are_kept(tmp_path, path, plain):
    save_document(path, plain)
    path.chmod(0o664)
    link = tmp_path / "link.cass"
    link.symlink_to(path)
    save_document(link, replace(plain, looping=True))
    assert link.is_symlink()
    assert load_document(path).looping
    assert path.stat().st_mode & 0o777 == 0o664


def test_what_a_killed_save_has_left_goes(path, plain):
    abandoned = path.with_name(f".{path.name}.123.part")
    recent = path.with_name(f".{path.name}.124.part")
    for part in (abandoned, recent):
        part.write_text("half")
    os.utime(abandoned, (0, 0))
    save_document(path, plain)
    assert not abandoned.exists()
    assert recent.exists()
