"""What decides which actions are possible."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionContext:
    """The state of the program in yes and no; actions are enabled by it.

    Attributes:
        has_programme: a movie or sound file is open.
        has_picture: it has moving pictures.
        has_stems: a version with at least one finished window is heard.
        has_selection: a part of the time axis is selected.
        has_loop: there is a range between in and out.
        has_markers: there is at least one marker.
        has_deletable: a marker stands at the playhead, or a point of a gain line is chosen.
        has_several_versions: there is another version to change to.
        has_repairs: something was moved between the stems.
        has_trial: a separation of a part waits to be kept or discarded.
        stem_focused: keys act on DX, FX or MX, not on the mixture.
        is_changed: there is something to save.
        running: a separation is at work.
        paused: it stands still and can go on.
        resumable: an earlier separation that was stopped can go on.
        stopping: a separation was told to end and has not yet.
        can_review: there are whole stems that can be looked through.
        can_balance: there are stems of a movie whose picture can be looked at.
        has_flags: a review has found places that nothing was decided about.
        can_undo: there is a change to take back.
        can_redo: there is a change to make again.
    """

    has_programme: bool = False
    has_picture: bool = False
    has_stems: bool = False
    has_selection: bool = False
    has_loop: bool = False
    has_markers: bool = False
    has_deletable: bool = False
    has_several_versions: bool = False
    has_repairs: bool = False
    has_trial: bool = False
    stem_focused: bool = False
    is_changed: bool = False
    running: bool = False
    paused: bool = False
    resumable: bool = False
    stopping: bool = False
    can_review: bool = False
    can_balance: bool = False
    has_flags: bool = False
    can_undo: bool = False
    can_redo: bool = False


def always(_now: ActionContext) -> bool:
    """Whatever happens."""
    return True


def with_programme(now: ActionContext) -> bool:
    """A movie or sound file is open."""
    return now.has_programme


def with_picture(now: ActionContext) -> bool:
    """A movie with a picture is open."""
    return now.has_picture


def with_stems(now: ActionContext) -> bool:
    """Stems can be heard."""
    return now.has_stems


def with_selection(now: ActionContext) -> bool:
    """A part is selected."""
    return now.has_programme and now.has_selection


def with_selected_picture(now: ActionContext) -> bool:
    """A part of a movie with a picture is selected."""
    return now.has_picture and now.has_selection


def with_markers(now: ActionContext) -> bool:
    """There are markers to go to."""
    return now.has_programme and now.has_markers


def with_clip(now: ActionContext) -> bool:
    """A part of a stem is selected."""
    return now.has_stems and now.has_selection and now.stem_focused


def can_repair(now: ActionContext) -> bool:
    """Something is selected where stems can be heard."""
    return now.has_stems and now.has_selection


def can_separate(now: ActionContext) -> bool:
    """Nothing runs and something is open."""
    return now.has_programme and not now.running


def can_separate_part(now: ActionContext) -> bool:
    """A part is selected; it goes before a whole that runs."""
    return now.has_programme and now.has_selection


def can_export(now: ActionContext) -> bool:
    """There are stems; what is asked for while files are being written waits."""
    return now.has_stems
