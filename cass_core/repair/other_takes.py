"""Other separations of the same programme, from which edits take what belongs into a region."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from cass_core.clips import SoundFormat
from cass_core.closable import Closable
from cass_core.errors import StemSetError
from cass_core.stems.patched_stems import PatchedStems


class OtherTakes(Closable):
    """Open separations by name; safe from several threads.

    One that grows is heard as far as it is.
    """

    def __init__(self) -> None:
        self._takes: dict[str, PatchedStems] = {}

    @classmethod
    def of(
        cls, names: Iterable[str], folders: Mapping[str, Path], programme: SoundFormat
    ) -> "OtherTakes":
        """Open some.

        Args:
            names: of those that are needed.
            folders: of all separations, by name.
            programme: what they must be separations of.

        Returns:
            The separations, to be closed by the caller.

        Raises:
            StemSetError: one that is needed is missing, damaged or of another programme.
        """
        takes = cls()
        try:
            for name in sorted(names):
                if name not in folders:
                    raise StemSetError(
                        f"A repair needs the separation '{name}', which the project does not "
                        "know; remove the repair or separate there again."
                    )
                takes.open(name, folders[name], programme)
        except StemSetError:
            takes.close()
            raise
        return takes

    def open(self, name: str, folder: Path, programme: SoundFormat) -> None:
        """Open one more, unless it is open.

        Args:
            name: of the separation.
            folder: where it stands.
            programme: what it must be a separation of.

        Raises:
            StemSetError: it is missing, damaged or of another programme.
        """
        if name in self._takes:
            return
        stems = PatchedStems.open([folder])
        if _shape(stems) != _shape(programme):
            stems.close()
            raise StemSetError(
                f"A repair needs the separation in {folder}, which has another rate, length or "
                "number of channels; remove the repair or separate there again."
            )
        self._takes[name] = stems

    @property
    def by_name(self) -> Mapping[str, PatchedStems]:
        """Those that are open."""
        return self._takes

    def refresh(self) -> bool:
        """Look how far growing ones are; says whether more is separated than before."""
        return any([stems.refresh() for stems in self._takes.values()])

    def close(self) -> None:
        """Close the files."""
        for stems in self._takes.values():
            stems.close()


def _shape(programme: SoundFormat) -> tuple[int, int, int]:
    return programme.rate_hz, programme.num_channels, programme.num_samples
