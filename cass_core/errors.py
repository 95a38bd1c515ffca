"""Errors that a user can act on; each message is one sentence that names the thing and what to do.

CassError
├── MediaError        a file cannot be read or holds nothing usable
├── OutputError       a file cannot be written
├── SettingsError     a value given by the user is out of range or contradicts another
├── ModelError        a model is missing, damaged or of the wrong kind
└── StemSetError      a folder of stems is damaged or belongs to another movie
"""

from cass_core.shown_text import shown


class CassError(Exception):
    """Base of all errors shown to the user as a sentence; names in it are only shown."""

    def __str__(self) -> str:
        return shown(super().__str__())


class MediaError(CassError):
    """A file cannot be read or holds nothing usable."""


class OutputError(CassError):
    """A file cannot be written."""


class SettingsError(CassError):
    """A value given by the user is out of range or contradicts another."""


class ModelError(CassError):
    """A model is missing, damaged or of the wrong kind."""


class StemSetError(CassError):
    """A folder of stems is damaged or belongs to another movie."""
