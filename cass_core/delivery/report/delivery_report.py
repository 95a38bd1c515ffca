"""What a delivery was found to be, as values that JSON holds; the page is drawn from the same."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cass_core.clips import SampleSpan
from cass_core.delivery.loudness.targets import UNITS, LoudnessTarget
from cass_core.delivery.report.faults import FaultFinder, Places
from cass_core.delivery.report.listening import TrackFindings
from cass_core.delivery.report.verdicts import Verdict, dialogue_of, programme_track, verdicts
from cass_core.delivery.sets.delivered_set import DeliveredSet
from cass_core.request.identity import StemSetIdentity
from cass_core.stem_names import track_label

FORMAT = "cass delivery report"
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True)
class DeliveryReport:
    """All that is known of a delivery.

    Attributes:
        delivered: the files.
        found: what was measured, by track.
        target: what is demanded.
        checksums: SHA-256 and MD5 of each file, by its final name.
        null: how well the tracks sum to the mixture, in words.
        notices: what the editor must know.
        made_from: the separations that the stems come from.
    """

    delivered: DeliveredSet
    found: Mapping[str, TrackFindings]
    target: LoudnessTarget
    checksums: Mapping[str, tuple[str, str]]
    null: str
    notices: tuple[str, ...] = ()
    made_from: tuple[StemSetIdentity, ...] = ()

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """How the target's demands are met."""
        return verdicts(self.target, self.found, self.delivered.rate_hz)

    @property
    def passes(self) -> bool:
        """Whether all demands are met."""
        return all(verdict.passes for verdict in self.verdicts)

    @property
    def shortcomings(self) -> tuple[str, ...]:
        """What does not pass, in one sentence; nothing where all does."""
        failed = [verdict.rule.words for verdict in self.verdicts if not verdict.passes]
        if not failed:
            return ()
        return (f"{self.target.label} is not met: {', '.join(failed)}; the report says where.",)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What an engineer should listen to before sending, a sentence each."""
        return tuple(
            sentence
            for code, findings in self.found.items()
            for sentence in _warnings(code, findings.faults, self)
        )

    def timecode(self, sample: int) -> str:
        """Timecode of a sample of the files."""
        return self.delivered.clock.timecode_at(self.delivered.start + sample)

    def times(self, span: SampleSpan) -> str:
        """Begin and end of a part of the files."""
        return f"{self.timecode(span.start)} to {self.timecode(max(span.stop - 1, span.start))}"

    def to_json(self) -> dict[str, Any]:
        """The report as values that JSON holds."""
        own = self.delivered
        dialogue = dialogue_of(self.found)
        programme = programme_track(self.found)
        return {
            "format": FORMAT,
            "version": 1,
            "program": "Cass Studio",
            "name": own.name,
            "start_timecode": own.start_timecode,
            "timecode_rate": str(own.timecode_rate.fps),
            "drop_frame": own.timecode_rate.drop_frame,
            "time_reference": own.time_reference,
            "rate_hz": own.rate_hz,
            "num_samples": own.num_samples,
            "null": self.null,
            "target": self.target.label,
            "passes": self.passes,
            "rules": [self._verdict_json(verdict) for verdict in self.verdicts],
            "dialogue_estimate": None
            if dialogue is None or programme is None
            else {
                "of": programme.code,
                "share": round(dialogue.share, 3),
                "loudness_lufs": round(dialogue.loudness_lufs, 2),
                "range_lu": round(dialogue.range_lu, 2),
            },
            "warnings": list(self.warnings),
            "notices": list(self.notices),
            "tracks": [self._track_json(track.code) for track in own.tracks],
            "made_from": [_identity_json(identity) for identity in self.made_from],
        }

    def _verdict_json(self, verdict: Verdict) -> dict[str, Any]:
        return {
            "rule": verdict.rule.words,
            "track": verdict.track,
            "value": round(verdict.value, 2),
            "unit": UNITS[verdict.rule.measure],
            "passes": verdict.passes,
            "places": [self.times(span) for span in verdict.spans],
        }

    def _track_json(self, code: str) -> dict[str, Any]:
        track = self.delivered.track(code)
        assert track is not None
        found = self.found[code]
        loudness, faults = found.loudness, found.faults
        return {
            "track": code,
            "label": track_label(code),
            "layout": track.layout,
            "files": [
                {
                    "name": file.path.name,
                    "channels": list(file.speakers),
                    "sha256": self.checksums[file.path.name][0],
                    "md5": self.checksums[file.path.name][1],
                }
                for file in track.files
            ],
            "integrated_lufs": round(loudness.integrated_lufs, 2),
            "range_lu": round(loudness.range_lu, 2),
            "highest_momentary_lufs": round(loudness.highest_momentary_lufs, 2),
            "highest_short_term_lufs": round(loudness.highest_short_term_lufs, 2),
            "true_peak_dbtp": round(loudness.true_peak_dbtp, 2),
            "sample_peak": faults.peak,
            "silent_head_samples": faults.head,
            "silent_tail_samples": faults.tail,
            "clipped": self._places_json(faults.clipped),
            "gaps": self._places_json(faults.gaps),
            "out_of_phase": self._places_json(faults.opposed),
            "dual_mono": faults.is_dual_mono,
        }

    def _places_json(self, places: Places) -> dict[str, Any]:
        return {"count": places.count, "first": [self.times(span) for span in places.spans]}


def file_checksums(path: Path) -> tuple[str, str]:
    """SHA-256 and MD5 of a file's bytes; errors of the system go through."""
    strong, usual = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            strong.update(block)
            usual.update(block)
    return strong.hexdigest(), usual.hexdigest()


def _warnings(code: str, faults: FaultFinder, report: DeliveryReport) -> list[str]:
    label, found = track_label(code), []
    is_whole_sound = code in ("MIX", "REMIX")
    if faults.clipped.count:
        at = report.timecode(faults.clipped.spans[0].start)
        count = faults.clipped.count
        many = f"{label} is clipped at {count} places, the first at {at}."
        found.append(many if count > 1 else f"{label} is clipped at {at}.")
    if is_whole_sound and faults.gaps.count:
        at = report.timecode(faults.gaps.spans[0].start)
        count = faults.gaps.count
        many = f"{label} has {count} gaps of silence, the first at {at}."
        found.append(many if count > 1 else f"{label} has a gap of silence at {at}.")
    if is_whole_sound and faults.opposed.count:
        at = report.timecode(faults.opposed.spans[0].start)
        found.append(f"Left and right of {label} cancel each other in mono, first at {at}.")
    if is_whole_sound and faults.is_dual_mono:
        found.append(f"Left and right of {label} are the same sound.")
    if faults.is_silent and code != "RES":
        found.append(f"{label} is silent.")
    return found


def _identity_json(identity: StemSetIdentity) -> dict[str, Any]:
    return {
        "movie": identity.media_name,
        "model": identity.model_name,
        "model_sha256": identity.model_sha256,
        "settings": dict(identity.settings),
        "seed": identity.seed,
        "device": identity.device_kind,
        "span": [identity.span.start, identity.span.stop],
    }
