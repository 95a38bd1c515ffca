"""What a call must find in the child as it was in the parent when it was made."""

import os
from contextlib import suppress
from dataclasses import dataclass

_PREFIX = "CASS_"


@dataclass(frozen=True)
class Surroundings:
    """The folder that relative paths begin at, and our own environment variables."""

    folder: str
    variables: dict[str, str]

    @classmethod
    def here(cls) -> "Surroundings":
        """Those of this process."""
        own = {name: value for name, value in os.environ.items() if name.startswith(_PREFIX)}
        return cls(os.getcwd(), own)

    def enter(self) -> None:
        """Make them those of this process."""
        for name in [name for name in os.environ if name.startswith(_PREFIX)]:
            del os.environ[name]
        os.environ.update(self.variables)
        with suppress(OSError):  # a folder that is gone is missed by whoever needs it
            os.chdir(self.folder)
