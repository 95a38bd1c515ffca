"""Separations that earlier work has left beside a movie, shown again when it is opened."""

from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.project.programme import Programme
from app.project.project import Project
from app.project.versions import Take, Version
from app.workflows.background_call import BackgroundCall
from app.workflows.document.project_saver import ProjectSaver
from app.workflows.separation.version_controller import VersionController
from cass_core.checked.json_table import BadValueError
from cass_core.errors import CassError
from cass_core.programme.locations import stems_folder, takes_folder
from cass_core.stems.manifest import Manifest
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.stem_set import StemSet


class TakeAdoption(QObject):
    """Looks for takes of a movie that was opened without a project; nothing is lost by not saving.

    They are no change of the work: nobody is asked to save them.
    """

    def __init__(
        self,
        project: Project,
        version_controller: VersionController,
        saver: ProjectSaver,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._version_controller, self._saver = project, version_controller, saver
        self._search = BackgroundCall(self)
        self._programme: Programme | None = None
        self._search.returned.connect(self._on_found)

    def look(self) -> None:
        """Look in the folder of the open programme, in the background."""
        programme = self._programme = self._project.programme
        if programme is not None:
            self._search.start(partial(takes_of, programme, self._project.folder))

    def stop(self) -> None:
        """Wait for the search: for the end of the program."""
        self._search.stop()

    @Slot(object)
    def _on_found(self, takes: tuple[Take, ...]) -> None:
        versions, programme = self._project.versions, self._project.programme
        asked = self._programme
        if not takes or asked is None or programme is None or versions.versions:
            return
        if (programme.media_hash, programme.sound) != (asked.media_hash, asked.sound):
            return
        found: tuple[Version, ...] = ()
        for take in takes:
            versions.put_take(take)
            name = self._version_controller.way(take)
            taken = {version.name for version in found}
            count = 2
            while name in taken:
                name, count = f"{self._version_controller.way(take)} {count}", count + 1
            found += (Version(name, (take.name,)),)
        # a part, which a repair may have been made of, is not what is heard first
        longest = max(take.span.num_samples for take in takes)
        pairs = zip(found, takes, strict=True)
        wholes = [version for version, take in pairs if take.span.num_samples == longest]
        versions.set_versions(found, wholes[-1].name)
        self._saver.accept_separations()


def takes_of(programme: Programme, folder: Path) -> tuple[Take, ...]:
    """Readable takes of a programme: the window's own, and what `cass separate` has made.

    The command's stems are found where they stand beside the movie, as `<movie>.stems`, once they
    are whole.

    Args:
        programme: what they must have been made from.
        folder: where takes of this movie are kept.

    Returns:
        The command's first, then the window's, oldest first; those with no finished window are
            left out.
    """
    places: list[Path] = []
    with suppress(OSError):
        places = sorted(takes_folder(folder).iterdir())
    movie = programme.info.path
    beside = _found(stems_folder(movie.parent, movie), programme)
    # one that is not whole may be in the hands of a running command
    whole = (take for take in beside if take.is_complete)
    return (*whole, *chain.from_iterable(_found(place, programme) for place in places))


def _found(folder: Path, programme: Programme) -> tuple[Take, ...]:
    """The take in a folder, if there is one of this programme."""
    with suppress(CassError, BadValueError, OSError):
        manifest = load_manifest(folder)
        if manifest.num_chunks and _is_of(manifest, programme):
            StemSet(folder, manifest).close()  # the files are whole
            return (_take(folder, manifest),)
    return ()


def _is_of(manifest: Manifest, programme: Programme) -> bool:
    identity = manifest.identity
    sound = identity.audio_stream, identity.layout, identity.channels
    opened = programme.audio_stream, programme.layout, programme.channels
    same_content = (identity.media_hash, sound) == (programme.media_hash, opened)
    return same_content and identity.is_same_writing(programme.modified_ns)


def _take(folder: Path, manifest: Manifest) -> Take:
    identity = manifest.identity
    choice = identity.separation_settings
    return Take(
        folder.name, folder, identity.span, choice, identity.model_name, manifest.position,
        identity.model_sha256,
    )  # fmt: skip
