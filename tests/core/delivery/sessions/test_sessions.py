"""Sessions beside exported files, as programs and libraries read them that are not ours."""

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import aaf2
import numpy as np
import opentimelineio as otio
import pytest
import rpp
import soundfile
from lxml import etree
from opentimelineio.opentime import RationalTime

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.delivery.sets.track_files import FileForm
from cass_core.delivery.stem_export import export
from cass_core.errors import SettingsError
from cass_core.media.files.probe import probe
from cass_core.media.files.timecode import TimecodeRate, timecode_to_frames
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.markers.marker import Marker
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.media.movies import Picture, write_movie
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import sounds

pytestmark = pytest.mark.media

LENGTH, RATE_HZ = 60_000, 48_000
START, STOP = 10_000, 58_000
MADE = datetime(2026, 3, 4, 5, 6, 7)
MARKERS = (Marker(20_000, 'Tür "zu" <&'), Marker(30_000, "Szene", 12_000), Marker(59_000, "out"))
LEVELS = Rebalance(
    (
        StemGain(-6.0),
        StemGain(muted=True),
        StemGain(-3.0, line=(LinePoint(START, 0.0), LinePoint(34_000, -12.0))),
    )
)
RATES = {
    "23.976": (Fraction(24_000, 1001), False, "01:00:00:00"),
    "25": (Fraction(25), False, "10:00:00:00"),
    "29.97 DF": (Fraction(30_000, 1001), True, "01:00:00;00"),
}


def clock_of(fps, drop, start):
    rate = TimecodeRate(fps, drop)
    zero = Fraction(0)
    first = timecode_to_frames(start, rate)
    return ProgrammeClock(RATE_HZ, rate, first, zero, zero, fps, is_stated=True)


def exported(folder, clock=None, layout="stereo", media=None, **values):
    channels = {"mono": 1, "stereo": 2, "5.1": 6}[layout]
    stems, mixture = sounds(LENGTH, channels, seed=channels)
    picture = DeliveredPicture.of(probe(media)) if media else None
    info = facts(LENGTH, layout, cues=MARKERS, picture=picture)
    info = replace(info, start=clock or clock_of(*RATES["25"]))
    kinds = tuple(kind.key for kind in SESSION_FORMATS)
    usual = {"rebalance": LEVELS, "sessions": kinds, "template": "{movie}_{stem}"}
    tracks = ("DX", "FX", "MX", "MIX")
    wanted = ExportRequest(
        tracks,
        SampleSpan(START, STOP),
        values.pop("encoding", Encoding()),
        folder,
        **usual | values,
    )
    *_, last = export(wanted, ArrayStems(stems, mixture, layout), info, MADE)
    return last.result


@pytest.fixture(scope="module", params=RATES)
def session(request, tmp_path_factory):
    """All sessions of a part that starts inside of a frame; the rate's clock with them."""
    folder = tmp_path_factory.mktemp("set")
    clock = clock_of(*RATES[request.param])
    movie = write_movie(folder / "Bild.mov", Picture(LENGTH / RATE_HZ, fps=clock.picture_fps))
    return exported(folder, clock, media=movie), clock


def expected_db(sample):
    """The level of MX at a sample of the files."""
    return -3.0 - 12.0 * min(sample / 24_000, 1.0)


def test_aaf_is_one_composition_with_timecode_levels_and_markers(session):
    result, clock = session
    with aaf2.open(str(result.sessions["aaf"])) as file:
        (composition,) = file.content.compositionmobs()
        timecode, *slots = composition.slots
        rate = clock.timecode_rate
        counted = timecode.segment
        assert (counted.fps, bool(counted.drop)) == (rate.nominal, rate.drop_frame)
        assert counted.start == clock.first_frame + clock.frame_at(START)
        assert Fraction(timecode.edit_rate) == rate.fps
        sound = [slot for slot in slots if slot.media_kind == "Sound"]
        assert [slot.name for slot in sound] == [
            f"{code} {side}" for code in ("DX", "FX", "MX", "MIX") for side in "LR"
        ]
        lead = START - clock.frame_borders()(clock.frame_at(START))
        assert {slot.segment.length for slot in sound} == {lead + STOP - START}
        music = list(sound[4].segment.components)[-1]
        curve = next(iter(music.parameters))
        for share in (0.0, 0.2, 0.45, 0.5, 0.9):
            level_db = 20 * np.log10(float(curve.value_at(share)))
            assert level_db == pytest.approx(expected_db(share * (STOP - START)), abs=0.03)


@pytest.mark.parametrize("kind", ["aaf", "aaf-embedded"])
def test_aaf_reads_back_through_opentimelineio(session, kind):
    result, _ = session
    timeline = otio.adapters.read_from_file(str(result.sessions[kind]))
    clips = [clip for track in timeline.tracks for clip in track.find_clips()]
    assert len(clips) == 8
    durations = {(d.value, d.rate) for d in (clip.source_range.duration for clip in clips)}
    assert durations == {(STOP - START, RATE_HZ)}
    if kind == "aaf":
        linked = {clip.media_reference.target_url for clip in clips}
        assert linked == {path.as_uri() for path in result.paths.values()}
    names = [m.name for track in timeline.tracks for c in track.find_clips() for m in c.markers]
    assert names == [MARKERS[0].name, MARKERS[1].name]


def test_embedded_aaf_holds_the_very_samples(session, tmp_path):
    result, _ = session
    with aaf2.open(str(result.sessions["aaf-embedded"])) as file:
        mobs = {mob.name: mob for mob in file.content.sourcemobs() if mob.essence}
        name = next(name for name in mobs if name.endswith("MX R"))
        mobs[name].export_audio(str(tmp_path / "out.wav"))
    found, _ = soundfile.read(tmp_path / "out.wav", dtype="int32")
    expected, _ = soundfile.read(result.paths["MX"], dtype="int32")
    assert np.array_equal(found, expected[:, 1])


def test_reaper_project_places_files_levels_and_markers(session):
    result, clock = session
    with result.sessions["reaper"].open(encoding="utf-8") as stream:
        project = rpp.load(stream)
    offset_s = float(project.find("PROJOFFS")[1])
    assert offset_s * RATE_HZ == pytest.approx(clock.reference_at(START), abs=1e-3)
    picture, *tracks = project.findall("TRACK")
    assert picture.find(".//FILE")[1].endswith("Bild.mov")
    assert float(picture.find("ITEM").find("SOFFS")[1]) == pytest.approx(START / RATE_HZ)
    assert [track.find("NAME")[1] for track in tracks] == ["DX", "FX", "MX", "MIX"]
    assert [track.find(".//FILE")[1] for track in tracks] == [p.name for p in result.paths.values()]
    assert [track.find("MUTESOLO")[1] for track in tracks] == ["0", "1", "0", "1"]
    assert float(tracks[0].find("VOLPAN")[1]) == pytest.approx(10 ** (-6 / 20))
    points = [(float(p[1]), float(p[2])) for p in tracks[2].find("VOLENV2").findall("PT")]
    for time_s, factor in points:
        assert 20 * np.log10(factor) == pytest.approx(expected_db(time_s * RATE_HZ), abs=1e-6)
    markers = [(round(float(m[2]) * RATE_HZ), m[3], m[4]) for m in project.findall("MARKER")]
    assert markers == [
        (10_000, MARKERS[0].name, "0"),
        (20_000, "Szene", "1"),
        (32_000, "", "1"),
    ]


def test_dawproject_follows_the_schema(session):
    result, _ = session
    schema = etree.XMLSchema(etree.parse("tests/helpers/sessions/dawproject.xsd"))
    with zipfile.ZipFile(result.sessions["dawproject"]) as archive:
        assert archive.testzip() is None
        project = etree.fromstring(archive.read("project.xml"))
        notes = etree.fromstring(archive.read("metadata.xml"))
    schema.assertValid(project)
    assert notes.findtext("Title") == "Film"
    files = [file.get("path") for file in project.iter("File")]
    assert files == [path.name for path in result.paths.values()]
    assert [m.get("name") for m in project.iter("Marker")] == [MARKERS[0].name, "Szene"]


def test_timelines_read_back_through_opentimelineio(session):
    result, clock = session
    fps = float(clock.timecode_rate.fps)
    zero = clock.first_frame + clock.frame_at(START)
    exact = otio.adapters.read_from_file(str(result.sessions["otio"]))
    assert exact.global_start_time == RationalTime(zero, fps)
    sounds_found = [t for t in exact.tracks if t.kind == otio.schema.TrackKind.Audio]
    assert [track.name for track in sounds_found] == ["DX", "FX", "MX", "MIX"]
    for track in sounds_found:
        (clip,) = track.find_clips()
        begin = clip.source_range.start_time
        assert (begin.value, begin.rate) == (clock.reference_at(START), RATE_HZ)
        assert clip.source_range.duration.value == STOP - START
    whole = otio.adapters.read_from_file(str(result.sessions["fcp7"]))
    assert whole.global_start_time.value == zero
    for timeline in (exact, whole):
        assert [marker.name for marker in timeline.tracks.markers] == [MARKERS[0].name, "Szene"]
        (picture,) = (t for t in timeline.tracks if t.kind == otio.schema.TrackKind.Video)
        (clip,) = picture.find_clips()
        assert clip.media_reference.target_url.endswith("Bild.mov")
        assert clip.source_range.start_time.value - clock.first_frame == round(
            START / RATE_HZ * fps
        )
    final_cut = otio.adapters.read_from_file(str(result.sessions["fcpxml"]))
    (timeline,) = final_cut
    assert len([t for t in timeline.tracks if t.kind == otio.schema.TrackKind.Audio]) == 4


def test_final_cut_times_are_exact_fractions(session):
    result, clock = session
    root = etree.parse(str(result.sessions["fcpxml"])).getroot()
    sequence = root.find(".//sequence")
    frame = 1 / clock.timecode_rate.fps

    def seconds(text):
        return Fraction(text.removesuffix("s"))

    zero = clock.first_frame + clock.frame_at(START)
    assert seconds(sequence.get("tcStart")) == zero * frame
    clips = [clip for clip in root.iter("asset-clip") if clip.get("audioRole")]
    assert {seconds(c.get("start")) for c in clips} == {
        Fraction(clock.reference_at(START), RATE_HZ)
    }
    lead = START - clock.frame_borders()(clock.frame_at(START))
    assert {seconds(c.get("offset")) for c in clips} == {zero * frame + Fraction(lead, RATE_HZ)}
    sources = {rep.get("src") for rep in root.iter("media-rep")}
    assert {path.as_uri() for path in result.paths.values()} < sources


def test_mono_files_become_tracks_of_their_own(tmp_path):
    result = exported(tmp_path, layout="5.1", form=FileForm("mono"))
    with result.sessions["reaper"].open(encoding="utf-8") as stream:
        tracks = rpp.load(stream).findall("TRACK")
    assert [t.find("NAME")[1] for t in tracks[:6]] == [
        f"DX {speaker}" for speaker in ("L", "R", "C", "Lfe", "Ls", "Rs")
    ]
    assert [float(t.find("VOLPAN")[2]) for t in tracks[:6]] == [-1, 1, 0, 0, -1, 1]
    with aaf2.open(str(result.sessions["aaf"])) as file:
        descriptors = [m.descriptor for m in file.content.sourcemobs() if "Summary" in m.descriptor]
        assert len(descriptors) == 24
        heads = {bytes(d["Summary"].value)[22:24] for d in descriptors}
        assert heads == {b"\x01\x00"}  # one channel, as Pro Tools wants linked files


def test_stems_that_carry_their_gains_have_no_levels(tmp_path):
    result = exported(tmp_path, apply_gains=True, sessions=("reaper",))
    text = result.sessions["reaper"].read_text(encoding="utf-8")
    assert "VOLENV2" not in text
    assert text.count("VOLPAN 1 0") == 4


def test_what_cannot_hold_the_files_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(SettingsError, match="takes no FLAC"):
        exported(tmp_path, encoding=Encoding("flac", 24), sessions=("aaf",))
    with pytest.raises(SettingsError, match="at most 24 bits"):
        exported(tmp_path, encoding=Encoding("wav", 32), sessions=("aaf-embedded",))
    with pytest.raises(SettingsError, match="no kind of session"):
        exported(tmp_path, sessions=("cubase",))
    assert list(tmp_path.iterdir()) == []


def test_the_same_session_is_the_same_file(tmp_path):
    kinds = ("reaper", "ardour", "dawproject", "fcpxml", "otio", "audacity", "edl")
    first, second = (exported(tmp_path, sessions=kinds, overwrite=True) for _ in range(2))
    before = {kind: first.sessions[kind].read_bytes() for kind in kinds}
    assert before == {kind: second.sessions[kind].read_bytes() for kind in kinds}


LUA = Path("tests/helpers/sessions/load_ardour.lua")


@pytest.mark.skipif(not shutil.which("ardour7-lua"), reason="Ardour is not installed")
def test_ardour_itself_loads_the_session(session):
    result, clock = session
    path = result.sessions["ardour"]
    script = LUA.read_text(encoding="utf-8").replace("FOLDER", str(path.parent))
    own = path.parent / "load.lua"
    own.write_text(script.replace("NAME", path.stem), encoding="utf-8")
    done = subprocess.run(["ardour7-lua", own], capture_output=True, text=True, timeout=120)
    found = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    assert "[ERROR]" not in done.stdout + done.stderr
    start = clock.reference_at(START)
    assert (found["start"], found["stop"]) == (start, start + STOP - START)
    tracks = found["tracks"]
    assert [track["name"] for track in tracks] == ["DX", "FX", "MX", "MIX"]
    assert [track["muted"] for track in tracks] == [False, True, False, True]
    stored = [float(np.abs(soundfile.read(path)[0]).max()) for path in result.paths.values()]
    for track, peak in zip(tracks, stored, strict=True):
        assert (track["position"], track["length"], track["channels"]) == (start, STOP - START, 2)
        assert track["peak"] == pytest.approx(peak, abs=1e-6)
    assert tracks[0]["gain"] == pytest.approx(10 ** (-6 / 20))
    assert [mark["name"] for mark in found["marks"]] == [MARKERS[0].name, "Szene"]
    assert found["marks"][1]["length"] == 12_000
