"""Presets as files, what they plan, and `cass deliver` as a house would run it."""

import json
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import numpy as np
import pytest
import soundfile
from wavinfo import WavInfoReader

from cass_core.cli import main
from cass_core.clips import SampleSpan
from cass_core.delivery.presets.delivering import deliver as deliver_parts
from cass_core.delivery.presets.delivery_parts import DeliveryOptions, delivery_parts
from cass_core.delivery.presets.preset import Reels
from cass_core.delivery.presets.preset_files import find_preset, known_presets, read_preset
from cass_core.delivery.presets.reels import cut_reels
from cass_core.delivery.projects.delivery_source import open_source
from cass_core.errors import SettingsError
from cass_core.media.files.timecode import TimecodeRate
from cass_core.programme.markers.marker import Marker
from cass_core.repair.edit_json import edits_to_json
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.operations import Move
from cass_core.repair.region import Region
from cass_core.stem_names import Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.delivery import facts
from tests.helpers.project.tiny_stems import sounds, written_set

LENGTH = 30_000


@pytest.fixture
def stems(tmp_path):
    return written_set(tmp_path / "film.stems", *sounds(LENGTH, 6), layout="5.1")


def deliver(capsys, *arguments):
    code = main(["deliver", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def preset_file(folder, text):
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(known_presets()))
def test_presets_of_the_program_are_usable(name):
    preset = find_preset(name)
    assert preset.label
    assert preset.key == name


def test_preset_of_a_user(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    folder = tmp_path / "presets"
    folder.mkdir()
    (folder / "stems.toml").write_text(
        'label = "Ours"\n[sound]\ntracks = ["MIX", "DX"]\nbits = 16\n'
    )
    preset = find_preset("stems")
    assert (preset.label, preset.tracks, preset.encoding.bits) == ("Ours", ("DX", "MIX"), 16)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("label = 3", "label"),
        ('label = "a"\n', "sound.tracks"),
        ('label = "a"\n[sound]\ntracks = ["ZX"]', '"sound.tracks" has "ZX"'),
        ('label = "a"\n[sound]\ntracks = ["DX"]\nrate = 3', '"sound.rate" is not known'),
        ('label = "a"\n[sound]\ntracks = ["DX"]\n[more]', '"more" is not known'),
        ('label = "a"\n[sound]\ntracks = ["DX"]\nbits = 20', "16 or 24 or 32"),
        ('label = "a"\n[sound]\ntracks = ["DX"]\n[loudness]\ntarget = "x"', "no loudness target"),
        ('label = "a"\n[sound]\ntracks = ["DX", "FX"]\n[names]\ntemplate = "x"', "add {stem}"),
        ('label = "a"\n[sound]\ntracks = ["DX"]\n[sessions]\nformats = ["x"]', "x"),
        ("label = [", "is no TOML text"),
    ],
)
def test_presets_that_are_not_usable(tmp_path, text, words):
    path = preset_file(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        read_preset(path)
    assert words in str(error.value)
    assert str(path) in str(error.value)


def test_dry_run_lists_what_is_written(capsys, tmp_path, stems):
    out = tmp_path / "out"
    arguments = (stems, "--preset", "netflix-stems", "-o", out)
    code, said, _ = deliver(capsys, *arguments, "--dry-run", "--json")
    assert code == 0
    assert not out.exists()
    plan = json.loads(said)
    assert plan["starts"] == [["01:00:00:00", 172_800_000]]
    code, said, _ = deliver(capsys, *arguments, "--json")
    assert code == 0
    parts = [event for event in map(json.loads, said.splitlines()) if event["event"] == "delivered"]
    written = [path for part in parts for path in part["files"].values()]
    assert sorted(written) == sorted(file["file"] for file in plan["files"])
    assert all(part["integer_null_exact"] for part in parts)
    for file in plan["files"]:
        if file["bytes"]:  # the plan counts the sound and not its notes
            assert 0 < (out / file["file"]).stat().st_size - file["bytes"] < 5000
    folded = next(path for path in written if path.endswith("_MIX_LoRo_25.wav"))
    assert soundfile.info(folded).channels == 2
    # what is there stays unless it may be replaced
    code, _, err = deliver(capsys, *arguments)
    assert code == 2
    assert "exists already; use --overwrite" in err


def test_start_and_rate_are_said(capsys, tmp_path, stems):
    out = tmp_path / "out"
    how = ("--start-timecode", "10:00:00:00", "--timecode-rate", "23.976")
    code, *_ = deliver(capsys, stems, "--preset", "stems", "-o", out, *how)
    assert code == 0
    info = WavInfoReader(str(next(out.glob("*_DX.wav"))))
    assert info.bext.time_reference == 10 * 172_972_800
    file = next(out.glob("*_DX.wav"))
    ways = (("--timecode-from", file), ("--sync", "00:00:00.250=12:00:00:00"))
    for way, reference in zip(ways, (10 * 172_972_800, 12 * 172_800_000 - 12_000), strict=True):
        code, *_ = deliver(capsys, stems, "--preset", "reaper", "-o", out / way[0], *way)
        assert code == 0
        made = WavInfoReader(str(next((out / way[0]).glob("*_DX.wav"))))
        assert made.bext.time_reference == reference
    # an odd rate or time is one sentence
    odd = (("--timecode-rate", "26"), ("--start-timecode", "25:00:00:00"), (*how, *ways[0]))
    for wrong in odd:
        code, _, err = deliver(capsys, stems, "--preset", "stems", "-o", out, *wrong)
        assert code == 2
        assert err.count("\n") >= 1


def test_project_is_delivered_as_it_is_heard(capsys, tmp_path, stems):
    """Version, gains, markers and repairs of a project of the window."""
    mono = written_set(tmp_path / "take", *sounds(LENGTH, 2))
    gain = {"gain_db": 0.0, "muted": False, "soloed": False, "line": []}
    box = Region.box(SampleSpan(0, LENGTH))
    edits = edits_to_json(EditList((Edit(Move(box, Stem.DX, Stem.MX)),)))
    project = {
        "format": "cass project", "version": 1, "edits": edits, "current": "second",
        "media": {"absolute": str(tmp_path / "gone.mov"), "audio_stream": 0, "channels": []},
        "takes": [{"name": "take 001", "folder": {"absolute": str(mono), "relative": "take"}}],
        "versions": [{"name": "second", "takes": ["take 001"]}],
        "markers": [{"sample": 480, "name": "Tür", "length": 0}],
        "mix": {"master_db": 0.0, "DX": gain | {"muted": True}, "FX": gain, "MX": gain},
    }  # fmt: skip
    path = tmp_path / "Projekt.cass"
    path.write_text(json.dumps(project), encoding="utf-8")
    own = preset_file(
        tmp_path, 'label = "a"\n[sound]\ntracks = ["DX", "FX", "MX", "MIX", "REMIX"]\n'
    )
    out = tmp_path / "out"
    code, said, err = deliver(capsys, path, "--preset", own, "-o", out)
    assert code == 0, err
    assert "gone.mov is not there" in err
    assert "bit for bit" in said
    files = {p.stem.split("_")[-1]: soundfile.read(p)[0] for p in out.glob("*.wav")}
    assert np.abs(files["DX"][: LENGTH - 3000]).max() < 1e-6  # moved to the music; edges are soft
    assert np.abs(files["REMIX"] - files["FX"] - files["MX"]).max() < 1e-6
    cues = WavInfoReader(str(next(out.glob("*_MX.wav"))), info_encoding="utf-8").cues
    assert [cues.label_and_note(cue.name)[0] for cue in cues.cues] == ["Tür"]
    code, _, err = deliver(capsys, path, "--version", "x", "--preset", own, "-o", out)
    assert code == 2
    assert "no version 'x'; it has second" in err


def test_queue_goes_on_after_a_failure(capsys, tmp_path, stems):
    code, _, err = deliver(
        capsys, tmp_path / "missing.cass", stems, "--preset", "reaper", "-o", tmp_path / "out"
    )
    assert code == 2
    assert "1 of 2 delivered" in err
    assert len(list((tmp_path / "out").glob("*.wav"))) == 4


def test_another_rate(capsys, tmp_path, stems):
    own = preset_file(
        tmp_path,
        'label = "a"\n[sound]\ntracks = ["DX", "FX", "MX", "MIX"]\nrate_hz = 44100\n'
        'full_scale = "lower"\n',
    )
    code, said, _ = deliver(capsys, stems, "--preset", own, "-o", tmp_path / "out")
    assert code == 0
    assert "bit for bit" in said
    info = soundfile.info(next((tmp_path / "out").glob("*_MIX.wav")))
    assert (info.samplerate, info.frames) == (44_100, -(-LENGTH * 147 // 160))
    reader = WavInfoReader(str(next((tmp_path / "out").glob("*_MIX.wav"))))
    assert reader.bext.time_reference == 3600 * 44_100
    # what is said for one delivery stands for what the preset says
    other = tmp_path / "other"
    code, *_ = deliver(capsys, stems, "--preset", own, "-o", other, "--rate", 32_000)
    assert code == 0
    assert soundfile.info(next(other.glob("*_MIX.wav"))).samplerate == 32_000


def test_speed_is_changed_only_where_it_is_said(capsys, tmp_path, stems):
    out = tmp_path / "out"
    how = ("--preset", "netflix-stems", "--speed", "24-25", "--keep-pitch", "-o", out)
    code, said, _ = deliver(capsys, stems, *how, "--dry-run")
    assert code == 0
    assert "pulled up by 4.2 % and keeps its pitch." in said
    code, said, _ = deliver(capsys, stems, *how, "--json")
    assert code == 0
    for part in map(json.loads, said.splitlines()):
        if part["event"] == "delivered":
            assert part["integer_null_exact"]
            assert any("pulled up by 4.2 %" in notice for notice in part["notices"])
    info = soundfile.info(next(out.glob("*_MIX_LoRo_25.wav")))
    assert info.frames == LENGTH * 24 // 25
    code, _, err = deliver(capsys, stems, "--preset", "stems", "-o", out, "--keep-pitch")
    assert code == 2
    assert "--keep-pitch goes with --speed" in err


def test_full_scale_can_be_said(capsys, tmp_path):
    """Where the mixture passes full scale, the option stands for what the preset says."""
    parts, mixture = sounds(LENGTH, 2)
    loud = written_set(tmp_path / "loud.stems", parts * 1.5, mixture * 1.5)
    found = {}
    for way in ("float", "lower", "clip"):
        out = tmp_path / way
        code, said, _ = deliver(
            capsys, loud, "--preset", "stems", "-o", out, "--full-scale", way, "--json"
        )
        assert code == 0
        (told,) = [json.loads(line) for line in said.splitlines() if "delivered" in line]
        found[way] = told["integer_null_exact"], soundfile.info(next(out.glob("*_MX.wav"))).subtype
    assert found == {"float": (None, "FLOAT"), "lower": (True, "PCM_24"), "clip": (True, "PCM_24")}


def test_leader_moves_gain_lines(capsys, tmp_path, stems):
    """A line that falls in the middle of the programme falls there behind a leader, too."""
    source = open_source(stems)
    line = (LinePoint(15_000, 0.0), LinePoint(15_001, -60.0))
    gains = Rebalance((StemGain(line=line), StemGain(line=line), StemGain(line=line)))
    own = preset_file(
        tmp_path,
        'label = "a"\n[sound]\ntracks = ["REMIX"]\nrate_hz = 24000\n[leader]\nhead_pop = true\n',
    )
    options = DeliveryOptions(tmp_path / "out")
    (part,) = delivery_parts(read_preset(own), replace(source, rebalance=gains), options)
    places = [point.sample for point in part.request.rebalance[Stem.DX].line]
    assert places == [8 * 24_000 + 7500, 8 * 24_000 + 7501]


def test_reels_begin_with_frames():
    info = facts(100_000, reference=48_000)
    whole = SampleSpan(0, 100_000)

    def spans(reels, of=info):
        return [
            (reel.first, reel.span.start, reel.span.stop) for reel in cut_reels(reels, of, whole)
        ]

    assert spans(Reels()) == spans(Reels(at_markers="Reel")) == [(0, 0, 100_000)]
    # the second marker stands within a frame, whose beginning is meant
    cues = (Marker(0, "Reel 1"), Marker(40_000, "reel 2"), Marker(50_000, "x"))
    marked = replace(info, cues=cues)
    found = spans(Reels(at_markers="Reel", handle_s=0.08), marked)
    assert found == [(0, 0, 38_400 + 3840), (38_400, 38_400 - 3840, 100_000)]
    found = spans(Reels(minutes=0.01), info)
    assert found[0] == (0, 0, 28_800 // 1920 * 1920)
    assert found[-1][2] == 100_000
    assert all(a[2] == b[1] for a, b in zip(found, found[1:], strict=False))


def test_each_reel_has_its_hour_its_pops_and_its_name(capsys, tmp_path):
    """As a house takes reels: 23.976, 2-pops two seconds before the hour, nothing of the others."""
    frame = 2002
    stems = written_set(tmp_path / "film.stems", *sounds(100 * frame, 6, level=0.1), layout="5.1")
    source = open_source(stems)
    clock = source.facts.start.counted_from("01:00:00:00", TimecodeRate(Fraction(24_000, 1001)))
    cues = (Marker(0, "Reel 1"), Marker(900, "Door"), Marker(40 * frame + 900, "Reel 2"))
    source = replace(source, facts=replace(source.facts, start=clock, cues=cues))
    own = replace(find_preset("theatrical-reels"), target="", fold_downs=("loro",))
    made, second = datetime(2000, 1, 1), 24 * frame
    parts = delivery_parts(own, source, DeliveryOptions(tmp_path / "out"))
    results = [step.result for step in deliver_parts(parts, source, made) if step.result]
    assert all(result.null_exact for result in results)
    seen = {}
    for reel, frames, labels in ((1, 40, ["Reel 1", "Door"]), (2, 60, ["Reel 2"])):
        path = tmp_path / "out" / f"Szene_7_-_Strasse_R{reel}_DX.wav"
        notes = WavInfoReader(str(path), info_encoding="utf-8")
        assert notes.bext.time_reference == reel * 172_972_800 - 8 * second
        assert f"R{reel} DX" in notes.bext.description
        assert [notes.cues.label_and_note(cue.name)[0] for cue in notes.cues.cues] == labels
        centre = soundfile.read(path)[0][:, 1]
        assert len(centre) == (8 + 3) * second + frames * frame
        heard = np.flatnonzero(np.abs(centre) > 1e-3)
        assert heard[0] == 6 * second + 1  # a sine begins with 0
        assert heard[heard > 6 * second + frame][0] == pytest.approx(8 * second, abs=3)
    for path in (tmp_path / "out").glob("*.wav"):
        notes = WavInfoReader(str(path), info_encoding="utf-8")
        seen.setdefault(notes.bext.originator_ref, []).append(path.name)
    assert all(len(names) == 1 for names in seen.values()), seen  # reels and forms are told apart


@pytest.mark.parametrize(("name", "words"), [("nope", "no preset 'nope'"), ("a.toml", "cannot be")])
def test_preset_that_does_not_exist(capsys, stems, tmp_path, name, words):
    code, _, err = deliver(capsys, stems, "--preset", name, "-o", tmp_path / "out")
    assert code == 2
    assert words in err
    assert err.count("\n") == 1


def test_list(capsys):
    code, said, _ = deliver(capsys, "--list", "--json")
    assert code == 0
    assert {row["name"] for row in json.loads(said)} >= {"netflix-me", "ebu-r128", "podcast"}
    assert np.all([row["label"] for row in json.loads(said)])
