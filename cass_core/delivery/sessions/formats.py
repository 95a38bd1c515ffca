"""The table of sessions: what each is called and what it takes; `writers` has who writes it."""

from dataclasses import dataclass

from cass_core.errors import SettingsError


@dataclass(frozen=True)
class SessionFormat:
    """A kind of session.

    Attributes:
        key: what settings and the command line call it.
        ending: what is added to the name of the set, with the suffix.
        label: what an editor reads.
        is_of_wav: whether it takes no other files than WAV.
        most_bits: of a sample, where it holds the sound itself; 0 where it names files.
    """

    key: str
    ending: str
    label: str
    is_of_wav: bool = False
    most_bits: int = 0

    def refusal(self, suffix: str, bits: int) -> str:
        """Why files cannot be in such a session, as one sentence; empty where they can.

        Args:
            suffix: of the files, with its dot.
            bits: of their samples; 32 for float.

        Returns:
            What is wrong and what to do.
        """
        if self.is_of_wav and suffix.lower() != ".wav":
            return f"{self.label} takes no {suffix[1:].upper()} files; choose WAV."
        if self.most_bits and bits > self.most_bits:
            return f"{self.label} holds at most {self.most_bits} bits; choose fewer bits."
        return ""

    def num_bytes(self, num_samples: int) -> int:
        """Size of what it holds of the sound; 0 where it names files."""
        return num_samples * self.most_bits // 8


SESSION_FORMATS = (
    SessionFormat("aaf", ".aaf", "AAF with linked files", is_of_wav=True),
    SessionFormat("aaf-embedded", "_embedded.aaf", "AAF with the sound inside", most_bits=24),
    SessionFormat("reaper", ".rpp", "Reaper"),
    SessionFormat("ardour", ".ardour", "Ardour"),
    SessionFormat("dawproject", ".dawproject", "DAWproject"),
    SessionFormat("otio", ".otio", "OpenTimelineIO"),
    SessionFormat("fcp7", ".xml", "Final Cut Pro 7 XML"),
    SessionFormat("fcpxml", ".fcpxml", "Final Cut Pro XML"),
    SessionFormat("audacity", ".lof", "Audacity"),
    SessionFormat("labels", "_labels.txt", "Markers as Audacity labels"),
    SessionFormat("csv", "_markers.csv", "Markers as CSV"),
    SessionFormat("edl", "_markers.edl", "Markers as EDL"),
    SessionFormat("protools", "_markers.txt", "Markers as Pro Tools text"),
)


def session_format(key: str) -> SessionFormat:
    """A kind of session by its key; `SettingsError` where there is none."""
    for one in SESSION_FORMATS:
        if one.key == key:
            return one
    known = ", ".join(one.key for one in SESSION_FORMATS)
    raise SettingsError(f"'{key}' is no kind of session; choose some of {known}.")
