"""What measuring adds to written files: loudness in their notes, checksums, and the report."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from cass_core.delivery.checking.read_back import ReadBack, WrittenFile
from cass_core.delivery.loudness.targets import LoudnessTarget
from cass_core.delivery.report.delivery_report import DeliveryReport, file_checksums
from cass_core.delivery.report.listening import TrackFindings
from cass_core.delivery.report.page import report_page
from cass_core.delivery.sets.delivered_set import DeliveredSet
from cass_core.errors import OutputError
from cass_core.media.files.staged_files import final_path
from cass_core.media.sound.broadcast.bext import note_loudness
from cass_core.request.identity import StemSetIdentity


def delivery_report(
    delivered: DeliveredSet,
    written: Sequence[WrittenFile],
    findings: Mapping[str, TrackFindings],
    target: LoudnessTarget,
    found: ReadBack,
    notices: tuple[str, ...],
    made_from: tuple[StemSetIdentity, ...],
) -> DeliveryReport:
    """Note the loudness in the files, take their checksums, and put everything together.

    Args:
        delivered: the files under their final names.
        written: the same where they stand now.
        findings: what was measured.
        target: what is demanded.
        found: how they read back.
        notices: what the editor must know.
        made_from: the separations that the stems come from.

    Returns:
        The report.
    """
    checksums = {}
    for each in written:
        try:
            if not each.file.mark:  # a single channel has another loudness than its track
                note_loudness(each.path, findings[each.file.track].loudness.noted)
            checksums[final_path(each.path).name] = file_checksums(each.path)
        except OSError as error:
            raise OutputError(
                f"{final_path(each.path)} cannot be written ({error.strerror or error}); "
                "free some space or choose another folder."
            ) from error
    return DeliveryReport(
        delivered, findings, target, checksums, _null_words(found), notices, made_from
    )


def write_report(report: DeliveryReport, page: Path, values: Path) -> None:
    """Write a report as HTML and as JSON.

    Args:
        report: what was found.
        page: the file of the page.
        values: the file of the values.

    Raises:
        OutputError: they cannot be written.
    """
    text = json.dumps(report.to_json(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    for path, content in ((page, report_page(report)), (values, text)):
        try:
            path.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(
                f"{final_path(path)} cannot be written ({error.strerror or error}); "
                "free some space or choose another folder."
            ) from error


def _null_words(found: ReadBack) -> str:
    if found.error is None or found.depth_db is None:
        return "No tracks were delivered that sum to the mixture."
    if found.error == 0:
        return "The tracks sum to the mixture bit for bit."
    return f"The tracks sum to the mixture within {found.depth_db:.1f} dBFS."
