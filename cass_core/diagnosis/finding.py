"""What a look at one thing has shown."""

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "hint", "problem"]
"""Usable; usable with less comfort or speed; something will not work."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: what it is, such as "sound device".
        state: how it stands.
        text: what is there, or what is missing.
        advice: what to do, as a sentence; empty where all is well.
    """

    subject: str
    state: State
    text: str
    advice: str = ""


def good(subject: str, text: str) -> Finding:
    """All is well."""
    return Finding(subject, "good", text)


def hint(subject: str, text: str, advice: str) -> Finding:
    """It works, with less than it could have."""
    return Finding(subject, "hint", text, advice)


def problem(subject: str, text: str, advice: str) -> Finding:
    """Something will not work."""
    return Finding(subject, "problem", text, advice)
