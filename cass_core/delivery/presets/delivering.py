"""A delivery by preset: listed beforehand, written part by part, each part whole or not at all."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime

from cass_core.delivery.export_request import ExportProgress, ExportResult, Stage
from cass_core.delivery.output_folder import refuse_existing
from cass_core.delivery.presets.delivery_parts import DeliveryPart, all_sizes
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.stem_export import export
from cass_core.errors import SettingsError
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.programme.disk_room import check_room


@dataclass(frozen=True)
class DeliveryProgress:
    """How far a delivery is.

    Attributes:
        share: of the whole, 0 to 1.
        part: number of the part that is written, from 0.
        stage: what is being done.
        result: of a part that has just been finished; else None.
    """

    share: float
    part: int
    stage: Stage
    result: ExportResult | None = None


def check_parts(parts: tuple[DeliveryPart, ...], made: datetime) -> None:
    """Refuse a delivery that cannot be written, before anything is.

    Args:
        parts: all that is written.
        made: date and time that the files carry.

    Raises:
        SettingsError: two files would have the same name.
        OutputError: a file exists already, or the disk is too small.
    """
    sizes = list(all_sizes(parts, made))
    names = [path.name.casefold() for path, _ in sizes]
    if len(set(names)) < len(names):
        raise SettingsError(
            "Some files would have the same name; add {layout} or {reel} to the preset's names."
        )
    first = parts[0].request
    restore_interrupted(first.directory)
    paths = [path.name for path, _ in sizes]
    remedy = "use --overwrite or another folder."
    refuse_existing(first.directory, paths, overwrite=first.overwrite, remedy=remedy)
    known = (
        size for path, size in sizes if path.suffix == ".wav"
    )  # what is packed has no size yet
    check_room(first.directory, sum(known))


def deliver(
    parts: tuple[DeliveryPart, ...], source: DeliverySource, made: datetime
) -> Generator[DeliveryProgress, None, None]:
    """Write all parts.

    Args:
        parts: of `delivery_parts`.
        source: what they were planned for.
        made: date and time that the files carry.

    Yields:
        DeliveryProgress: with a result at the end of each part.
    """
    check_parts(parts, made)
    lengths = [part.request.span.num_samples * part.facts.num_channels for part in parts]
    with source.opened() as stems:
        for number, part in enumerate(parts):
            before, own = sum(lengths[:number]), lengths[number]
            steps = export(part.request, part.rendered(stems), part.facts, made)
            with closing(steps):
                for step in steps:
                    yield _progress(step, number, before, own, sum(lengths))


def _progress(
    step: ExportProgress, number: int, before: int, own: int, total: int
) -> DeliveryProgress:
    share = (before + own * step.share) / max(total, 1)
    return DeliveryProgress(share, number, step.stage, step.result)


def joined(results: Sequence[ExportResult]) -> ExportResult:
    """The results of all parts as one: every file, every sentence, and whether all of them null.

    Args:
        results: at least one.

    Returns:
        The first one's report with the files and notices of all.
    """
    first = results[0]
    if len(results) == 1:
        return first
    paths = {
        f"{key} {n}": path for n, one in enumerate(results, 1) for key, path in one.paths.items()
    }
    exact = [one.null_exact for one in results]
    depths = [one.null_depth_db for one in results if one.null_depth_db is not None]
    return replace(
        first,
        paths=paths,
        null_exact=True if all(exact) else None,
        null_depth_db=max(depths, default=None),
        notices=tuple(dict.fromkeys(notice for one in results for notice in one.notices)),
    )
