"""What each file of a delivery says of itself: Broadcast WAV chunks, or the comments of a FLAC."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from cass_core.delivery.sets.track_files import TrackFile
from cass_core.media.files.timecode import TimecodeRate
from cass_core.media.sound.broadcast.bext import BroadcastInfo, bext_chunk
from cass_core.media.sound.broadcast.cue_chunks import Cue, cue_chunks
from cass_core.media.sound.broadcast.ixml import IxmlInfo, IxmlTrack, ixml_chunk
from cass_core.media.sound.broadcast.source_notes import SourceNotes
from cass_core.shown_text import shown
from cass_core.stem_names import track_label


@dataclass(frozen=True)
class SetNotes:
    """What all files of a delivery have in common.

    Attributes:
        name: the movie, for people.
        project: the project, for people.
        made: date and time that the files carry.
        timecode_rate: how frames are counted.
        time_reference: samples since midnight of the first sample.
        num_files: of the delivery.
        part: which reel and which form of the programme they hold, such as "R2 LoRo".
        source: notes of the sound that it was made of.
        cues: markers, from the first sample.
        speed_words: what is said of sound that was pulled up or down; empty where it was not.
    """

    name: str
    project: str
    made: datetime
    timecode_rate: TimecodeRate
    time_reference: int
    num_files: int = 1
    part: str = ""
    source: SourceNotes = field(default_factory=SourceNotes)
    cues: tuple[Cue, ...] = ()
    speed_words: str = ""


@dataclass(frozen=True)
class FileNotes:
    """What one file says.

    Attributes:
        common: what all files say.
        file: which one it is.
    """

    common: SetNotes
    file: TrackFile

    @property
    def title(self) -> str:
        """Movie, reel, track, loudspeaker and form."""
        common, track = self.common, f"{self.file.track}{self.file.mark}"
        return shown(" ".join(filter(None, (common.name, common.part, track))))

    def chunks(self, rate_hz: int, bits: int, is_integer: bool) -> bytes:
        """Everything that stands between the head of a WAV and its sound.

        Args:
            rate_hz: samples a second.
            bits: of a sample.
            is_integer: whether samples are whole steps.

        Returns:
            `bext`, `iXML` and the markers.
        """
        common = self.common
        identity = self._identity(rate_hz)
        mode = {1: "mono", 2: "stereo"}.get(len(self.file.channels), "multichannel")
        kind = "PCM" if is_integer else "FLOAT"
        by = "; ".join(filter(None, ("Cass Studio", common.speed_words)))
        step = f"A={kind},F={rate_hz},W={bits},M={mode},T={by}\r\n"
        former = common.source.coding_history
        bext = BroadcastInfo(
            common.time_reference,
            self.title,
            reference=f"CASS{identity.hex().upper()[:28]}",
            made=common.made,
            material=identity,
            coding_history=(former + "\r\n" if former else "") + step,
        )
        of = shown(" ".join(filter(None, (common.name, common.part))))
        words = f"{track_label(self.file.track)} of {of}".removesuffix(" of ")
        words = "; ".join(filter(None, (words, common.speed_words)))
        ixml = IxmlInfo(
            tracks=self._tracks(),
            rate_hz=rate_hz,
            bits=bits,
            timecode_rate=common.timecode_rate,
            time_reference=common.time_reference,
            file_uid=identity.hex().upper(),
            family_uid=self._family(rate_hz).hex().upper(),
            family_name=shown(common.name),
            num_files=common.num_files,
            project=shown(common.project),
            source=common.source,
            note=words,
        )
        return bext_chunk(bext) + ixml_chunk(ixml) + cue_chunks(common.cues)

    def tags(self) -> dict[str, str]:
        """The comments of a file that has no such chunks."""
        source = self.common.source
        tags = {
            "TITLE": self.title,
            "TIME_REFERENCE": str(self.common.time_reference),
            "DATE": self.common.made.date().isoformat(),
            "SCENE": source.scene,
            "TAKE": source.take,
            "TAPE": source.tape,
            "COMMENT": self.common.speed_words,
        }
        return {name: text for name, text in tags.items() if text}

    def _tracks(self) -> tuple[IxmlTrack, ...]:
        track, speakers = self.file.track, self.file.speakers
        if len(speakers) == 1 and not self.file.mark:
            return (IxmlTrack(track, speakers[0]),)
        return tuple(IxmlTrack(f"{track} {speaker}", speaker) for speaker in speakers)

    def _family(self, rate_hz: int) -> bytes:
        """16 bytes that are the same whenever the same delivery is made of the same."""
        common = self.common
        named = (common.name, common.project, common.part)
        facts = (*named, common.made, common.time_reference, rate_hz)
        return sha256(repr(facts).encode("utf-8", "surrogateescape")).digest()[:16]

    def _identity(self, rate_hz: int) -> bytes:
        """16 bytes for this file alone."""
        return sha256(self._family(rate_hz) + self.file.key.encode()).digest()[:16]
