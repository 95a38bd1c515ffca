"""Which clip of a scene its picture shows, and where in the clip that is."""

from collections.abc import Sequence

from cass_core.synthesis.scenes.event_rendering import loop_period
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, Submix


def shown_clip(events: Sequence[ClipEvent], sample: float) -> ClipEvent | None:
    """What is seen at a time: the clip that began last, an effect in front before one behind.

    Args:
        events: those of one stem that have a picture.
        sample: of the scene.

    Returns:
        One of them; None where none is heard, and the picture is black.
    """
    heard = [e for e in events if e.start <= sample < e.start + e.num_samples]
    return max(heard, key=lambda e: (e.submix is Submix.FX_FRONT, e.start), default=None)


def is_played_straight(event: ClipEvent) -> bool:
    """Whether the clip's picture goes with its sound: not backwards, in pieces or gliding."""
    treatment = event.treatment
    return treatment is None or not (treatment.grain_s or treatment.reversed or treatment.drift)


def clip_sample(event: ClipEvent, sample: float, num_samples: int) -> float:
    """Where in its clip an event is at a time.

    Args:
        event: played straight.
        sample: of the scene.
        num_samples: length of the clip.

    Returns:
        A sample of the clip.
    """
    place = event.clip_start + (sample - event.start) * event.speed
    return place % loop_period(num_samples) if event.looped else place
