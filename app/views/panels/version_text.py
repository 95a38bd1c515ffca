"""What a version is, in one line: how it was made, of what, when and how far."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from app.environment.numbers import percent
from app.project.programme import Programme
from app.project.project import Project
from app.project.versions import Take
from app.project.view_state import TimeFormat
from app.views.lanes.axis.time_axis import format_position
from app.workflows.separation.run_state import RunState
from cass_core.clips import SampleSpan

_DOT = " · "


def version_details(project: Project, name: str, takes: Sequence[Take]) -> str:
    """How a version was made, as far as its name does not say so.

    Args:
        project: whose version.
        name: of the version.
        takes: of the version, the lowest first.

    Returns:
        Such as "with picture · whole · made at 14:02", or, where parts lie over it, "with picture ·
        00:01:40:00 – 00:03:20:00: 16 steps · rest: 2 steps · made at 14:02".
    """
    if not takes:
        return QCoreApplication.translate("VersionWords", "empty")
    lowest, parts = takes[0], takes[1:]
    picture = [words for words in _picture(project, takes[-1]) if words not in name]
    if not parts:
        words_of = (_steps(lowest), *_windows(lowest))
        how = [words for words in words_of if words not in name]
        return _DOT.join(filter(None, [*how, *picture, _place(project, lowest), made_at(lowest)]))
    rest = QCoreApplication.translate("VersionWords", "rest: {how}").format(how=_steps(lowest))
    return _DOT.join(
        filter(None, [*picture, _parts(project, name, parts), rest, made_at(takes[-1])])
    )


def state_words(
    takes: Sequence[Take], running: str, share: float = 0.0, state: RunState = RunState.RUNNING
) -> str:
    """How far a version is; nothing where it is complete.

    Args:
        takes: of the version.
        running: name of the take that is being made.
        share: of the run that makes it, 0 to 1.
        state: of that run.

    Returns:
        Such as "separating 34%", "paused at 34%" or "stopped at 34%".
    """
    unfinished = [take for take in takes if not take.is_complete]
    if not unfinished:
        return ""
    if any(take.name == running for take in unfinished):
        words = {
            RunState.PAUSING: QCoreApplication.translate("VersionWords", "paused at {share}"),
            RunState.PAUSED: QCoreApplication.translate("VersionWords", "paused at {share}"),
            RunState.STOPPING: QCoreApplication.translate("VersionWords", "stopping at {share}"),
        }.get(state, QCoreApplication.translate("VersionWords", "separating {share}"))
        return words.format(share=percent(share))
    done = sum(take.position - take.span.start for take in unfinished)
    if done == 0:
        return QCoreApplication.translate("VersionWords", "stopped before the first part")
    words = QCoreApplication.translate("VersionWords", "stopped at {share}")
    on_disk = done / max(1, sum(take.span.num_samples for take in unfinished))
    return words.format(share=percent(on_disk))


def made_at(take: Take) -> str:
    """When a take was made, in words: the time today, else the date; nothing without files."""
    try:
        made = QDateTime.fromSecsSinceEpoch(int(take.folder.stat().st_mtime))
    except OSError:
        return ""
    if made.date() == QDate.currentDate():
        clock = QLocale().toString(made.time(), QLocale.FormatType.ShortFormat)
        return QCoreApplication.translate("VersionWords", "made at {time}").format(time=clock)
    day = QLocale().toString(made.date(), QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("VersionWords", "made on {date}").format(date=day)


def _steps(take: Take) -> str:
    translate = QCoreApplication.translate
    if take.choice.steps == 1:
        return translate("VersionWords", "1 step")
    return translate("VersionWords", "{n} steps").format(n=take.choice.steps)


def _windows(take: Take) -> list[str]:
    """Which windows the user has chosen; nothing for the model's own."""
    translate, choice = QCoreApplication.translate, take.choice
    words = []
    if choice.window_s:
        words.append(translate("VersionWords", "windows of {seconds} s"))
    if choice.hop_s:
        words.append(translate("VersionWords", "a window every {seconds} s"))
    lengths = (seconds for seconds in (choice.window_s, choice.hop_s) if seconds)
    spoken = (QLocale().toString(seconds, "g", 4) for seconds in lengths)
    return [word.format(seconds=one) for word, one in zip(words, spoken, strict=True)]


def _picture(project: Project, take: Take) -> list[str]:
    programme, translate = project.programme, QCoreApplication.translate
    if programme is None or not programme.has_picture:
        return []
    if take.choice.picture:
        return [translate("VersionWords", "with picture")]
    return [translate("VersionWords", "no picture")]


def _place(project: Project, take: Take) -> str:
    """The part that a take covers, or that it is the whole."""
    if take.span == project.whole:
        return QCoreApplication.translate("VersionWords", "whole")
    return _span_words(project.programme, take.span)


def _parts(project: Project, name: str, takes: Sequence[Take]) -> str:
    """The parts that lie over the lowest take, and how each was made where the name is silent."""
    if len(takes) > 1:
        ways = ", ".join(dict.fromkeys(map(_steps, takes)))
        words = QCoreApplication.translate("VersionWords", "{n} parts: {how}")
        return words.format(n=len(takes), how=ways)
    part, how = _span_words(project.programme, takes[0].span), _steps(takes[0])
    words = QCoreApplication.translate("VersionWords", "{part}: {how}")
    return part if how in name else words.format(part=part, how=how)


def _span_words(programme: Programme | None, span: SampleSpan) -> str:
    start, stop = (
        format_position(sample, programme, TimeFormat.TIMECODE)
        if programme is not None and programme.clock.is_stated
        else format_position(sample, programme, TimeFormat.MINUTES)
        for sample in (span.start, span.stop)
    )
    return f"{start} – {stop}"
