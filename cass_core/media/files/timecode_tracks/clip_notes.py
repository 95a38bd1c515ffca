"""What cameras and editing programs write into movies of the clip: reel, scene, take, comment."""

from dataclasses import dataclass

from av.container import InputContainer

from cass_core.media.files.timecode_tracks.timecode_source import lower_tags

# names of the tags, the surest first; FFmpeg reads the reel from the timecode track of QuickTime
# and from the source package of MXF
_TAPE = ("reel_name", "com.apple.proapps.reel", "reel", "tape")
_SCENE = ("com.apple.proapps.scene", "scene")
_TAKE = ("com.apple.proapps.shot", "take")
_COMMENT = ("comment", "description")


@dataclass(frozen=True)
class ClipNotes:
    """Notes of a movie, each empty where it has none.

    Attributes:
        tape: name of the tape or the reel.
        scene: scene.
        take: take.
        comment: what somebody wrote about it.
    """

    tape: str = ""
    scene: str = ""
    take: str = ""
    comment: str = ""


def clip_notes(container: InputContainer) -> ClipNotes:
    """The notes of an open file: those of the whole, else of the first stream that has some."""
    own = (container.metadata, *(stream.metadata for stream in container.streams))
    all_tags = [lower_tags(metadata) for metadata in own]

    def said(names: tuple[str, ...]) -> str:
        return next((tags[n].strip() for n in names for tags in all_tags if tags.get(n)), "")

    return ClipNotes(said(_TAPE), said(_SCENE), said(_TAKE), said(_COMMENT))
