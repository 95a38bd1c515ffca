"""What the session files of a delivery are called."""

from collections.abc import Iterable

from cass_core.delivery.naming import NameFields, file_name
from cass_core.delivery.sessions.formats import session_format

_AROUND = " _-."  # what a name may begin or end with that has lost its stem


def session_names(keys: Iterable[str], template: str, fields: NameFields) -> dict[str, str]:
    """Names of session files: that of the set without a stem.

    Args:
        keys: of the sessions.
        template: of the set's files.
        fields: what stands for its fields.

    Returns:
        A name by key.
    """
    found = {}
    for key in keys:
        ending = session_format(key).ending
        name = file_name(template, "", fields, ending).removesuffix(ending)
        found[key] = (name.strip(_AROUND) or "session") + ending
    return found
