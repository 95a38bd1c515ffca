"""What can be delivered: a project of the window, or a folder of stems."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import SampleSpan
from cass_core.delivery.export_request import ProgrammeFacts
from cass_core.delivery.projects.found_stems import found_stems, stems_of_movie
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.errors import CassError, SettingsError, StemSetError
from cass_core.media.files.timecode import TimecodeRate, timecode_to_frames
from cass_core.media.sound.broadcast.source_notes import source_notes
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.file_places import path_of
from cass_core.programme.markers.marker import Marker
from cass_core.programme.opened_movie import OpenedMovie, open_movie
from cass_core.repair.edit_json import edits_from_json
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.repair.opened_stems import edited_stems
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.repair.sensitivity.sensitivity_json import sensitivity_of_project
from cass_core.request.identity import StemSetIdentity
from cass_core.review.flag import Flag
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.rebalance import Rebalance
from cass_core.stems.rebalance_json import rebalance_from_json

PROJECT_FORMAT, PROJECT_VERSION = "cass project", 1
PROJECT_ENDING = ".cass"
_UNKNOWN_FPS = Fraction(25)
_UNDECIDED = "open"


@dataclass(frozen=True)
class DeliverySource:
    """Stems of a programme and all that is said of it.

    Attributes:
        facts: the programme.
        takes: folders of stems, the lowest first.
        span: what is delivered of the programme: all of it, or the part that a folder holds.
        rebalance: how the stems are heard.
        edits: repairs of the stems.
        sensitivity: how strictly their masks decide.
        known_takes: folders of all separations by name, of which repairs take from some.
        notices: what the editor must know.
        open_flags: places that a review of this version has found and nothing was decided about;
            None where it was not reviewed.
    """

    facts: ProgrammeFacts
    takes: tuple[Path, ...]
    span: SampleSpan
    rebalance: Rebalance = field(default_factory=Rebalance)
    edits: EditList = EditList()
    sensitivity: Sensitivity = Sensitivity()
    known_takes: Mapping[str, Path] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    open_flags: tuple[Flag, ...] | None = None

    def opened(self) -> EditedStems:
        """Open the stems as they are heard in the window.

        Returns:
            The stems, to be closed by the caller.

        Raises:
            StemSetError: stems are missing or damaged, those that repairs take from among them.
        """
        return edited_stems(self.takes, self.sensitivity, self.edits, self.known_takes)


def open_source(path: Path, version: str = "", folders: Sequence[Path] = ()) -> DeliverySource:
    """Read a project, or the manifest of a folder of stems.

    Args:
        path: a project's file, a folder that `cass separate` or the window has made, one that holds
            a single such folder, or the movie that was separated.
        version: name of a project's version; empty for the one that is heard.
        folders: where a movie's stems may be, beside its own folder.

    Returns:
        What can be delivered.

    Raises:
        SettingsError: it is nothing of this, has no stems, or has no such version.
        StemSetError: its stems are missing or damaged.
    """
    path = path.absolute()
    if path.suffix.lower() != PROJECT_ENDING and path.is_file():
        path = stems_of_movie(path, [folder.absolute() for folder in folders])
    if path.is_dir():
        path = found_stems(path)
        return _of_takes((path,), path.name.removesuffix(".stems"))
    if path.suffix.lower() != PROJECT_ENDING:
        raise SettingsError(
            f"{path} is neither a project of Cass Studio, a folder of stems nor a separated movie; "
            "give one of them."
        )
    try:
        content = JsonTable(read_json(path), "")
        if content.text("format") != PROJECT_FORMAT or content.count("version") > PROJECT_VERSION:
            raise BadValueError("it is no project that this program reads")
        return _of_project(path, content, version)
    except BadValueError as error:
        raise SettingsError(f"{path} is damaged: {error}; save the project again.") from error
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be opened ({error.strerror or error}); check its name and its rights."
        ) from error


def _of_project(path: Path, content: JsonTable, wanted: str) -> DeliverySource:
    beside = path.parent
    takes = dict(
        content.each("takes", lambda t: (t.text("name"), path_of(t.table("folder"), beside)))
    )
    versions = dict(content.each("versions", lambda v: (v.text("name"), v.texts("takes"))))
    chosen = wanted or content.text("current")
    if chosen not in versions:
        known = ", ".join(versions) or "none"
        raise SettingsError(f"{path.name} has no version '{chosen}'; it has {known}.")
    folders = tuple(takes[name] for name in versions[chosen] if name in takes)
    table = content.table("media")
    channels = table.counts("channels") if "channels" in table else ()
    media = (path_of(table, beside), table.count("audio_stream"), channels)
    cues = tuple(sorted(content.each("markers", _marker)))
    source = _of_takes(folders, path.stem, media)
    facts = replace(source.facts, version=chosen, cues=cues)
    rebalance = rebalance_from_json(content.table("mix"))
    # files of the first programs know no repairs
    edits = edits_from_json(content, "edits") if "edits" in content else EditList()
    sensitivity = sensitivity_of_project(content)
    return replace(
        source,
        facts=facts,
        rebalance=rebalance,
        edits=edits,
        sensitivity=sensitivity,
        known_takes=takes,
        open_flags=_open_flags(content, versions[chosen]),
    )


def _open_flags(content: JsonTable, takes: tuple[str, ...]) -> tuple[Flag, ...] | None:
    """What is undecided in a version's review; None where these takes were not reviewed."""
    if "review" not in content or content.table("review").texts("takes") != takes:
        return None
    found = content.table("review").each("flags", lambda f: (f.text("decision"), Flag.from_json(f)))
    return tuple(flag for decision, flag in found if decision == _UNDECIDED)


def _of_takes(
    folders: Sequence[Path], project: str, media: tuple[Path, int, tuple[int, ...]] | None = None
) -> DeliverySource:
    """Stems that lie over each other, of the movie that is said or that they say themselves."""
    with PatchedStems.open(folders) as stems:
        identities = stems.identities
    identity = identities[0]
    own = (Path(identity.media_path), identity.audio_stream, identity.channels)
    movie, stream, channels = media or own
    opened = _opened(movie, stream, channels)
    clock, notices = (opened.clock, ()) if opened else _noted_clock(identity, movie)
    facts = ProgrammeFacts(
        num_samples=identity.num_samples,
        rate_hz=identity.rate_hz,
        layout=identity.layout,
        num_channels=identity.num_channels,
        start=clock,
        project=movie.stem if project == movie.name else project,
        movie=movie.stem,
        media=movie if opened else None,
        picture=DeliveredPicture.of(opened.info) if opened else None,
        source=source_notes(movie, opened.info if opened else None),
        made_from=identities,
    )
    span = SampleSpan(0, identity.num_samples) if media else identity.span
    return DeliverySource(facts, tuple(folders), span, notices=notices)


def _marker(table: JsonTable) -> Marker:
    length = table.count("length") if "length" in table else 0
    return Marker(table.count("sample"), table.text("name"), length)


def _opened(movie: Path, stream: int, channels: tuple[int, ...]) -> OpenedMovie | None:
    """The movie, where it is still there and can be read."""
    try:
        return open_movie(movie, stream, channels) if movie.exists() else None
    except (CassError, OSError):
        return None


def _noted_clock(identity: StemSetIdentity, movie: Path) -> tuple[ProgrammeClock, tuple[str, ...]]:
    """The clock as far as the stems noted it, and what is said of that."""
    if identity.start_timecode is None:
        rate = TimecodeRate(Fraction(identity.frame_rate or _UNKNOWN_FPS))
        clock = ProgrammeClock.of_reference(0, identity.rate_hz, rate, is_stated=False)
        return clock, (f"{movie.name} is not there and had no timecode; the files start at 0.",)
    if identity.frame_rate is None:
        raise StemSetError(
            f"{movie.name} is not there, and its stems do not say how its timecode counts; put it "
            "back."
        )
    rate = TimecodeRate(Fraction(identity.frame_rate), ";" in identity.start_timecode)
    frames = timecode_to_frames(identity.start_timecode, rate)
    reference = round(frames / rate.fps * identity.rate_hz) - identity.span.start
    notice = f"{movie.name} is not there; the start is the one that its stems noted."
    return ProgrammeClock.of_reference(max(reference, 0), identity.rate_hz, rate), (notice,)
