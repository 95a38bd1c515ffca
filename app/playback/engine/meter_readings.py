"""What the meters show at a moment."""

from dataclasses import dataclass, field

from cass_core.stem_names import LANE_CODES

SILENCE_DB = -120.0


def _silent_lanes() -> dict[str, float]:
    return dict.fromkeys(LANE_CODES, SILENCE_DB)


@dataclass(frozen=True)
class MeterReadings:
    """Levels of what is heard.

    Attributes:
        peaks_db: peak of each lane behind its fader, falling slowly, in
            dBFS; `SILENCE_DB` at least.
        holds_db: highest peak of the last seconds.
        momentary_lufs: loudness of the last 400 ms; `SILENCE_LUFS` (-70) at least.
        short_term_lufs: loudness of the last 3 s.
        integrated_lufs: gated loudness since playback began or since the last reset.
        true_peak_db: highest true peak since then, in dBTP.
        era: how often the meters had forgotten everything when this was measured.
    """

    peaks_db: dict[str, float] = field(default_factory=_silent_lanes)
    holds_db: dict[str, float] = field(default_factory=_silent_lanes)
    momentary_lufs: float = -70.0
    short_term_lufs: float = -70.0
    integrated_lufs: float = -70.0
    true_peak_db: float = SILENCE_DB
    era: int = 0
