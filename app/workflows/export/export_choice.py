"""What the user chose to export, and what is remembered of it."""

import json
from dataclasses import dataclass
from pathlib import Path

from app.environment.settings import Settings
from app.project.project import Project
from cass_core.checked.json_file import parsed
from cass_core.checked.json_table import BadValueError
from cass_core.delivery.encodings import Encoding, bits_of
from cass_core.delivery.export_request import Overs
from cass_core.delivery.naming import DEFAULT_TEMPLATE, FILE_TYPES
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.media.remux.movie_formats import MOVIE_FORMATS, fitting_formats
from cass_core.stem_names import REMIX_CODE, STEM_CODES, TRACK_CODES

_FOLDERS, _MOST_FOLDERS = "export/folders", 100
RANGES = ("whole", "selection", "loop", "separated")


@dataclass(frozen=True)
class ExportChoice:
    """Everything that the export dialog asks for.

    Attributes:
        as_movie: the movie with the remix, instead of sound files.
        tracks: some of `TRACK_CODES`, for sound files.
        range: one of `RANGES`, for sound files; "separated" is the longest part that is.
        file_type: one of `FILE_TYPES`.
        bits: 16, 24 or 32 for float.
        apply_gains: stems as they are heard.
        dither: dither a 16-bit remix.
        overs: "float" or "lower"; what happens to a remix over full scale.
        movie_key: key of the movie's format.
        folder: where the files go.
        template: what they are called.
        overwrite: replace files of the same names; never remembered.
        sessions: keys of the sessions that are written beside sound files.
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

    @property
    def encoding(self) -> Encoding:
        """How sound files are stored."""
        return Encoding(self.file_type, self.bits)

    @property
    def has_remix(self) -> bool:
        """Whether the rebalanced sum is written."""
        return self.as_movie or REMIX_CODE in self.tracks


def remembered(settings: Settings, project: Project) -> ExportChoice:
    """The last choice, as far as it fits the open programme.

    Args:
        settings: where it is kept.
        project: says where files go the first time.

    Returns:
        A choice of which every single value is possible.
    """
    usual = ExportChoice()
    kept = settings.value("export/tracks", list(usual.tracks))
    file_type = settings.value("export/file_type", usual.file_type)
    file_type = file_type if file_type in FILE_TYPES else usual.file_type
    bits = settings.value("export/bits", usual.bits)
    overs = settings.value("export/overs", str(usual.overs))
    movie_key = settings.value("export/movie", "")
    sessions = settings.value("export/sessions", list(usual.sessions))
    fitting = fitting_formats(project.programme.info) if project.programme else MOVIE_FORMATS
    if movie_key not in {one.key for one in fitting}:
        movie_key = fitting[0].key
    return ExportChoice(
        tracks=tuple(track for track in TRACK_CODES if track in kept) or usual.tracks,
        file_type=file_type,
        bits=bits if bits in bits_of(file_type) else usual.bits,
        apply_gains=settings.value("export/apply_gains", usual.apply_gains),
        dither=settings.value("export/dither", usual.dither),
        overs="lower" if overs == "lower" else "float",
        movie_key=movie_key,
        sessions=tuple(kind.key for kind in SESSION_FORMATS if kind.key in sessions),
        folder=_folder_by_hand(settings, project) or project.folder,
        template=settings.value("export/template", usual.template),
    )


def remember(settings: Settings, project: Project, choice: ExportChoice) -> None:
    """Keep a choice for the next time; the folder is of this movie alone."""
    settings.set_value("export/tracks", list(choice.tracks))
    settings.set_value("export/file_type", choice.file_type)
    settings.set_value("export/bits", choice.bits)
    settings.set_value("export/apply_gains", choice.apply_gains)
    settings.set_value("export/dither", choice.dither)
    settings.set_value("export/overs", str(choice.overs))
    settings.set_value("export/sessions", list(choice.sessions))
    _remember_folder(settings, project, choice.folder)
    settings.set_value("export/template", choice.template)
    if choice.as_movie:
        settings.set_value("export/movie", choice.movie_key)


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
