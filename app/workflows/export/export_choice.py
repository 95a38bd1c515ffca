"""What the user chose to export, and what is remembered of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from app.environment.settings import Settings
from app.project.project import Project
from cass_core.checked.json_file import parsed
from cass_core.checked.json_table import BadValueError
from cass_core.delivery.encodings import Encoding, bits_of
from cass_core.delivery.export_request import FullScale, Overs
from cass_core.delivery.loudness.targets import TARGETS
from cass_core.delivery.naming import DEFAULT_TEMPLATE, FILE_TYPES
from cass_core.delivery.presets.preset_files import known_presets
from cass_core.delivery.renditions.speed import SpeedChange
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.delivery.sets.track_files import ORDERS, SPLITS, FileForm
from cass_core.media.remux.movie_formats import MOVIE_FORMATS, fitting_formats
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.programme.track_groups import opened_group
from cass_core.stem_names import DELIVERED_CODES, REMIX_CODE, STEM_CODES

_FOLDERS, _MOST_FOLDERS = "export/folders", 100
RANGES = ("whole", "selection", "loop", "separated")


@dataclass(frozen=True)
class ExportChoice:
    """Everything that the export dialog asks for.

    Attributes:
        as_movie: the movie with other sound, instead of sound files.
        tracks: some of `DELIVERED_CODES`, as files or as sound tracks of the movie.
        range: one of `RANGES`, for sound files; "separated" is the longest part that is.
        file_type: one of `FILE_TYPES`.
        bits: 16, 24 or 32 for float.
        apply_gains: stems as they are heard.
        dither: dither a 16-bit remix.
        overs: "float" or "lower"; what happens to a remix over full scale.
        movie_key: key of the movie's format.
        mono: a sound track of the movie for each channel; as its own sound is, until it is chosen.
        folder: where the files go.
        template: what they are called.
        overwrite: replace files of the same names; never remembered.
        sessions: keys of the sessions that are written beside sound files, those of a preset too.
        form: one file a track or one a channel, in which order.
        full_scale: what happens where stems or mixture pass full scale.
        target: key of the loudness target that the files are measured for; empty for no report.
        preset: key of the preset that says most of this instead; empty for none.
        timecode: in place of the movie's, never remembered.
        rate_hz: sample rate of sound files; None for the programme's, never remembered.
        speed: how the sound is pulled up or down, never remembered; None for not at all.
        flags: the review's places that nothing was decided about are markers of the sessions.
    """

    as_movie: bool = False
    tracks: tuple[str, ...] = STEM_CODES
    range: str = RANGES[0]
    file_type: str = FILE_TYPES[0]
    bits: int = 24
    apply_gains: bool = False
    dither: bool = True
    overs: Overs = "float"
    movie_key: str = ""
    folder: Path = Path()
    template: str = DEFAULT_TEMPLATE
    overwrite: bool = False
    sessions: tuple[str, ...] = ()
    form: FileForm = FileForm()
    full_scale: FullScale = "float"
    target: str = ""
    preset: str = ""
    timecode: TimecodeChoice = TimecodeChoice()
    speed: SpeedChange | None = None
    flags: bool = False
    rate_hz: int | None = None
    mono: bool = False

    @property
    def encoding(self) -> Encoding:
        """How sound files are stored."""
        return Encoding(self.file_type, self.bits)

    @property
    def is_by_preset(self) -> bool:
        """Whether a preset says what is written; a movie is chosen by hand."""
        return bool(self.preset) and not self.as_movie

    @property
    def has_remix(self) -> bool:
        """Whether the rebalanced sum is written."""
        return REMIX_CODE in self.tracks and not self.is_by_preset


def remembered(settings: Settings, project: Project, *, as_movie: bool = False) -> ExportChoice:
    """The last choice, as far as it fits the open programme.

    Args:
        settings: where it is kept.
        project: says where files go the first time.
        as_movie: whose tracks: those of movies, or those of sound files.

    Returns:
        A choice of which every single value is possible.
    """
    usual = ExportChoice(tracks=usual_tracks(as_movie))
    kept = settings.value(_tracks_key(as_movie), list(usual.tracks))
    file_type = settings.value("export/file_type", usual.file_type)
    file_type = file_type if file_type in FILE_TYPES else usual.file_type
    bits = settings.value("export/bits", usual.bits)
    overs = settings.value("export/overs", str(usual.overs))
    movie_key = settings.value("export/movie", "")
    kept_sessions = settings.value("export/sessions", list(usual.sessions))
    sessions = tuple(kind.key for kind in SESSION_FORMATS if kind.key in kept_sessions)
    fitting = fitting_formats(project.programme.info) if project.programme else MOVIE_FORMATS
    if movie_key not in {one.key for one in fitting}:
        movie_key = fitting[0].key
    return ExportChoice(
        as_movie=as_movie,
        tracks=tuple(track for track in DELIVERED_CODES if track in kept) or usual.tracks,
        file_type=file_type,
        bits=bits if bits in bits_of(file_type) else usual.bits,
        apply_gains=settings.value("export/apply_gains", usual.apply_gains),
        dither=settings.value("export/dither", usual.dither),
        overs="lower" if overs == "lower" else "float",
        movie_key=movie_key,
        mono=_is_grouped(project),
        sessions=sessions,
        form=_form(settings),
        full_scale=_one_of(settings, "export/full_scale", get_args(FullScale)),
        target=_one_of(settings, "export/target", ["", *(target.key for target in TARGETS)]),
        preset=_one_of(settings, "export/preset", ["", *known_presets()]),
        folder=_folder_by_hand(settings, project) or project.folder,
        flags=settings.value("export/flags", usual.flags) and bool(sessions),
        template=settings.value("export/template", usual.template),
    )


def _is_grouped(project: Project) -> bool:
    """Whether the open sound is of several mono tracks, which then go out as they came in."""
    programme = project.programme
    if programme is None:
        return False
    return opened_group(programme.info, programme.audio_stream, programme.channels) is not None


def usual_tracks(as_movie: bool) -> tuple[str, ...]:
    """What is written where nothing else was chosen."""
    return (REMIX_CODE,) if as_movie else STEM_CODES


def _tracks_key(as_movie: bool) -> str:
    return "export/movie_tracks" if as_movie else "export/tracks"


def remember(settings: Settings, project: Project, choice: ExportChoice) -> None:
    """Keep a choice for the next time; the folder is of this movie alone.

    Args:
        settings: where it is kept.
        project: whose folder it is.
        choice: what was chosen; of a preset `preset_sessions` keeps the sessions.
    """
    settings.set_value(_tracks_key(choice.as_movie), list(choice.tracks))
    settings.set_value("export/file_type", choice.file_type)
    settings.set_value("export/bits", choice.bits)
    settings.set_value("export/apply_gains", choice.apply_gains)
    settings.set_value("export/dither", choice.dither)
    settings.set_value("export/overs", str(choice.overs))
    if not choice.preset:
        settings.set_value("export/sessions", list(choice.sessions))
        settings.set_value("export/flags", choice.flags)
    settings.set_value("export/split", str(choice.form.split))
    settings.set_value("export/order", str(choice.form.order))
    settings.set_value("export/full_scale", str(choice.full_scale))
    settings.set_value("export/target", choice.target)
    settings.set_value("export/preset", choice.preset)
    _remember_folder(settings, project, choice.folder)
    settings.set_value("export/template", choice.template)
    if choice.as_movie:
        settings.set_value("export/movie", choice.movie_key)


def _form(settings: Settings) -> FileForm:
    split = _one_of(settings, "export/split", SPLITS)
    return FileForm(split, _one_of(settings, "export/order", ORDERS))


def _one_of(settings: Settings, key: str, choices: Sequence[Any]) -> Any:  # noqa: ANN401
    """What is kept, where it is still one of the choices; else the first of them."""
    kept = settings.value(key, str(choices[0]))
    return kept if kept in choices else choices[0]


def _folder_by_hand(settings: Settings, project: Project) -> Path | None:
    """The folder that was chosen for the open movie instead of its own, where it is still there."""
    kept = _folders(settings).get(_movie(project), "")
    folder = Path(kept)
    return folder if kept and folder.is_absolute() and folder.is_dir() else None


def _remember_folder(settings: Settings, project: Project, folder: Path) -> None:
    folders = _folders(settings)
    folders.pop(_movie(project), None)
    if folder != project.folder:
        folders[_movie(project)] = str(folder)
    last = dict(list(folders.items())[-_MOST_FOLDERS:])
    settings.set_value(_FOLDERS, json.dumps(last))


def _folders(settings: Settings) -> dict[str, str]:
    """By movie, the one that was exported last at the end."""
    try:
        read = parsed(settings.value(_FOLDERS, "") or "{}")
    except BadValueError:
        return {}
    pairs = read.items() if isinstance(read, dict) else ()
    return {movie: folder for movie, folder in pairs if isinstance(folder, str)}


def _movie(project: Project) -> str:
    return str(project.programme.info.path) if project.programme else ""
