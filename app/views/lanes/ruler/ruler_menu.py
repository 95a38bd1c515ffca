"""The ruler's context menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.commands.timeline_commands import AddMarker, RemoveMarker, SetLoop
from app.project.view_state import TimeFormat
from app.views.lanes.axis.lane_context import LaneContext
from cass_core.programme.markers.marker import Marker

translate = QCoreApplication.translate


def add_marker(context: LaneContext, sample: int) -> Marker:
    """Mark a position with the next free number as its name."""
    timeline = context.project.timeline
    label = QCoreApplication.translate("TimeRuler", "Marker {number}")
    taken = {marker.name for marker in timeline.markers}
    numbers = range(1, len(taken) + 2)
    name = next(label.format(number=n) for n in numbers if label.format(number=n) not in taken)
    context.undo.push(AddMarker(timeline, sample, name))
    return Marker(max(sample, 0), name)


def ruler_menu(
    context: LaneContext,
    sample: int,
    marker: Marker | None,
    rename: Callable[[Marker], None],
    parent: QWidget,
) -> QMenu:
    """The menu for a place of the ruler.

    Args:
        context: what is acted on.
        sample: where it was opened.
        marker: the marker there.
        rename: lets the user name a marker.
        parent: the ruler.

    Returns:
        A menu that has not been shown yet.
    """
    menu = QMenu(parent)
    if marker is not None:
        _add_marker_entries(menu, context, marker, rename)
    else:
        added = translate("TimeRuler", "Add marker here")
        menu.addAction(added, lambda: rename(add_marker(context, sample)))
    menu.addSeparator()
    _add_loop_entries(menu, context)
    menu.addSeparator()
    _add_formats(menu, context)
    return menu


def format_names() -> dict[TimeFormat, str]:
    """What the ways to write positions are called."""
    return {
        TimeFormat.TIMECODE: translate("TimeRuler", "Timecode"),
        TimeFormat.SAMPLES: translate("TimeRuler", "Samples"),
        TimeFormat.MINUTES: translate("TimeRuler", "Minutes"),
    }


def _add_marker_entries(
    menu: QMenu, context: LaneContext, marker: Marker, rename: Callable[[Marker], None]
) -> None:
    timeline = context.project.timeline
    menu.addAction(
        translate("TimeRuler", "Go to {name}").format(name=marker.name.replace("&", "&&")),
        partial(context.transport.seek, marker.sample),
    )
    menu.addAction(translate("TimeRuler", "Rename marker"), lambda: rename(marker))
    menu.addAction(
        translate("TimeRuler", "Remove marker"),
        lambda: context.undo.push(RemoveMarker(timeline, marker)),
    )


def _add_loop_entries(menu: QMenu, context: LaneContext) -> None:
    timeline, selection = context.project.timeline, context.view.selection
    if selection is not None:
        span = selection.span
        looped = translate("TimeRuler", "Loop the selection")
        menu.addAction(looped, lambda: context.undo.push(SetLoop(timeline, span, True)))
    loop = timeline.loop
    if loop is not None:
        switch = (
            translate("TimeRuler", "Stop looping")
            if timeline.looping
            else translate("TimeRuler", "Start looping")
        )
        turned = not timeline.looping
        menu.addAction(switch, lambda: context.undo.push(SetLoop(timeline, loop, turned)))
        menu.addAction(
            translate("TimeRuler", "Clear loop"),
            lambda: context.undo.push(SetLoop(timeline, None, False)),
        )


def _add_formats(menu: QMenu, context: LaneContext) -> None:
    for time_format, name in format_names().items():
        action = menu.addAction(name, partial(context.view.set_time_format, time_format))
        action.setCheckable(True)
        action.setChecked(context.view.time_format is time_format)
