"""Work that writes what must survive a kill, and what is looked at afterwards."""

import hashlib
from pathlib import Path

from cass_core.cli import main


class Work:
    """What is done in steps that can be done again, and what a reader finds of it."""

    name = ""

    def prepare(self, material: Path) -> None:
        """Make what the work is done with."""
        self.material = material

    def steps(self, folder: Path):
        """Calls, in order; doing all of them again after a kill ends as doing them once."""
        raise NotImplementedError

    def found(self, folder: Path):
        """What the program itself finds when it is started next; None for nothing."""
        raise NotImplementedError

    def files(self, folder: Path) -> dict[str, bytes]:
        """Checksums of the files that have final names, by name."""
        return checksums(folder, lambda path: not hidden(path, folder))

    def contents(self, folder: Path) -> dict[str, bytes]:
        """Checksums of all files, once the work is done."""
        return checksums(folder, lambda path: True)


def checksums(folder, is_meant) -> dict[str, bytes]:
    """SHA-256 of the files that are meant, by their names within the folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).digest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and is_meant(path)
    }


def hidden(path, folder) -> bool:
    """Whether a file or a folder that it lies in is not meant for others yet."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def command(*arguments) -> None:
    """The command line, which has to end well."""
    code = main([str(argument) for argument in arguments])
    assert code == 0, f"exit code {code}"
