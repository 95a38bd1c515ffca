"""Hearing a selection, and playing and exporting a thousand repairs, in a 5.1 film of 3 hours."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.benchmark.figures import Figure, percentile, resident_mb
from app.benchmark.long_film import show_long_film
from app.benchmark.material import RATE_HZ, RepeatedStems
from app.benchmark.null_sink import null_sink
from app.benchmark.session import open_window, turn_for, turn_until, work_folder
from app.main_window import MainWindow
from app.playback.devices.device_delay import DELAYS_S, USUAL_DELAY_S
from app.playback.engine.sound_tracks import SoundTracks
from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest, ProgrammeFacts
from cass_core.delivery.stem_export import export
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.masked_sound import MaskedSound
from cass_core.repair.operations import Move
from cass_core.repair.region import Region
from cass_core.stem_names import STEM_CODES, STEMS

_LAYOUT, _NUM_EDITS = "5.1", 1000
_TRIES, _SELECTED_S, _PLAY_S, _PATIENCE_S = 9, 10, 30.0, 20.0
_DENSE_S, _DENSE_LONG = 120, 40


def repair_figures(folder: Path) -> Iterator[Figure]:
    """Time from a key to sound, gaps of a thousand edits, and what an export of a part costs."""
    with (
        work_folder() as own,
        null_sink(own / "sound"),
        open_window(folder) as (application, window),
    ):
        sounds = show_long_film(window, _LAYOUT)
        turn_for(application, 2.0)
        stems = EditedStems(RepeatedStems(sounds[1:]), many_edits(sounds[0].num_samples))
        length = sounds[0].num_samples
        tracks = SoundTracks(sounds[0], stems, RATE_HZ, _LAYOUT, length)
        window.context.transport.refresh_tracks(tracks)
        yield from _hearing(application, window, stems)
        _show_near(application, window)
        yield from _playing(application, window, "1000 edits")
        dense = EditedStems(RepeatedStems(sounds[1:]), many_edits(_DENSE_S * RATE_HZ, _DENSE_LONG))
        window.context.transport.refresh_tracks(replace(tracks, stems=dense))
        yield from _playing(application, window, "1000 edits in two minutes")
        yield from _exporting(window, stems, own / "out")


def many_edits(length: int, overlap: int = 1) -> EditList:
    """A thousand moves one behind the other over a whole programme, each of a band.

    Args:
        length: of the programme, in samples.
        overlap: how many lie over each other everywhere.

    Returns:
        Edits that leave no second untouched.
    """
    step = length // _NUM_EDITS
    bands = ((100.0, 900.0), (1000.0, 4000.0), (300.0, 8000.0))
    return EditList(
        tuple(
            Edit(
                Move(
                    Region.box(
                        SampleSpan(number * step, (number + overlap) * step), bands[number % 3]
                    ),
                    STEMS[number % 3],
                    STEMS[(number + 1) % 3],
                )
            )
            for number in range(_NUM_EDITS)
        )
    )


def _hearing(application: QApplication, window: MainWindow, stems: EditedStems) -> Iterator[Figure]:
    """From a key to the loudspeaker, of which the device's own buffer is a part."""
    player = window.context.playback.player
    for ahead_s in (USUAL_DELAY_S, DELAYS_S[0]):
        player.use_delays({"": ahead_s})
        turn_for(application, 1.0)
        waits_ms = [
            _wait_ms(application, window, stems, number * stems.num_samples // (_TRIES + 1))
            for number in range(1, _TRIES + 1)
        ]
        yield Figure(
            f"a 10-s selection of a 3-hour 5.1 film heard, median, device {1000 * ahead_s:.0f} ms "
            "ahead",
            percentile(waits_ms, 0.5),
            "ms",
            100,
        )
    player.use_delays({})


def _wait_ms(application: QApplication, window: MainWindow, stems: EditedStems, at: int) -> float:
    """From the order to play only what is selected to its first sound."""
    context = window.context
    span = SampleSpan(at, at + _SELECTED_S * RATE_HZ)
    before = context.playback.player.heard()
    begun = time.perf_counter()
    masked = MaskedSound(stems.source(STEMS[0]), Region.box(span))
    tracks = SoundTracks(masked, None, RATE_HZ, _LAYOUT, stems.num_samples)
    context.transport.play_range(span, span.start, tracks)

    def is_heard() -> bool:
        heard = context.playback.player.heard()
        return heard is not None and (before is None or heard.run is not before.run)

    turn_until(application, is_heard, _PATIENCE_S)
    waited_ms = 1000 * (time.perf_counter() - begun)
    context.transport.pause()
    turn_for(application, 0.3)
    return waited_ms


def _show_near(application: QApplication, window: MainWindow) -> None:
    """So few seconds that their pictures are drawn before playing is measured."""
    context = window.context
    context.view.show_span(SampleSpan(0, 15 * RATE_HZ))
    turn_until(application, context.store.is_settled, 3 * _PATIENCE_S)


def _playing(application: QApplication, window: MainWindow, what: str) -> Iterator[Figure]:
    """Half a minute through the edits, in Qt's own loop, which sleeps between events."""
    context = window.context
    context.transport.seek(0)
    before, begun = context.playback.player.num_underruns, time.process_time()
    started_s = time.perf_counter()
    context.transport.play()
    QTimer.singleShot(round(1000 * _PLAY_S), application.quit)
    application.exec()
    wall_s = time.perf_counter() - started_s
    share = 100 * (time.process_time() - begun) / wall_s
    context.transport.pause()
    late = context.playback.player.num_underruns - before
    yield Figure(f"blocks that came too late with {what}", late, "", 0)
    yield Figure(f"processor of playing {what}, of one core", share, "%", 80.0)


def _exporting(window: MainWindow, stems: EditedStems, folder: Path) -> Iterator[Figure]:
    """Ten seconds of edited stems out of three hours."""
    programme, before_mb = window.context.project.programme, resident_mb()
    assert programme is not None
    facts = ProgrammeFacts(stems.num_samples, RATE_HZ, _LAYOUT, stems.num_channels, programme.clock)
    middle = stems.num_samples // 2
    span = SampleSpan(middle, middle + _SELECTED_S * RATE_HZ)
    request = ExportRequest(STEM_CODES, span, Encoding("wav", 24), folder)
    begun = time.perf_counter()
    for _ in export(request, stems, facts):
        pass
    yield Figure("export of 10 s out of it", time.perf_counter() - begun, "s", 20.0)
    yield Figure("memory that the export took", resident_mb() - before_mb, "MB", 200.0)
