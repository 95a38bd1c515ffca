"""`cass corpus`: make the training corpus, say what it holds, and write test mixtures from it."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cass_core.cli.common_arguments import add_corpus
from cass_core.cli.corpus import material
from cass_core.cli.number_types import above_zero, whole
from cass_core.shown_text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    Actions = argparse._SubParsersAction[argparse.ArgumentParser]

    from cass_core.clips import FloatArray
    from cass_core.synthesis.corpus.adapters.adding import AddProgress, Keep
    from cass_core.synthesis.corpus.cleaning import CleanProgress
    from cass_core.synthesis.corpus.frames.keeping import KeepProgress

_Progress = TypeVar("_Progress", "AddProgress", "CleanProgress", "KeepProgress")

_SETS = (
    "lrs3", "vggsound", "fma", "dnr2", "dnr3", "cineaudiodb", "fx-extra", "film-music", "esc50",
    "ms-snsd",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, title="actions", metavar="ACTION")
    fetch = _action(actions, "fetch", "download, sort and decode packages")
    fetch.add_argument(
        "packages", nargs="*", metavar="PACKAGE", help="names of `cass corpus list`; all if none"
    )
    show = _action(actions, "show", "hours by stem and split, and the attribution list")
    _action(actions, "list", "names and licences of the packages that can be fetched")
    add = _action(actions, "add", "add a published data set that is on this computer")
    _add_arguments(add)
    clean = _action(
        actions,
        "clean",
        "mark training clips of effects and music that sound like the other one",
    )
    extra = _action(
        actions, "fetch-extra", "fetch more effects and voices from their repositories, for `add`"
    )
    material.add_extra_arguments(extra)
    make = _action(
        actions, "make-music", "make film-like music from scores and sound fonts, for `add`"
    )
    material.add_music_arguments(make)
    sets = _action(actions, "film-sets", "build the film-like sets that models are judged on")
    material.add_set_arguments(sets)
    build = _action(actions, "avdnr", "write mixtures with their stems and both movies")
    _avdnr_arguments(build)
    again = _action(actions, "replay", "make a mixture again from its recipe, bit for bit")
    again.add_argument("recipe", type=Path, help="a recipe.json that `cass corpus avdnr` wrote")
    again.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for it; default: the recipe's own"
    )
    for action in (fetch, add):
        action.add_argument(
            "--processes", type=whole(1), default=2, metavar="N", help="processes that decode"
        )
    for action in (fetch, show, add, clean, build, again):
        add_corpus(action)


def _action(actions: "Actions", name: str, purpose: str) -> argparse.ArgumentParser:
    """An action's parser, which says the same in the list and in its own help."""
    return actions.add_parser(
        name, help=purpose, description=f"{purpose[:1].upper()}{purpose[1:]}."
    )


def _add_arguments(add: argparse.ArgumentParser) -> None:
    add.add_argument("--set", dest="name", choices=_SETS, required=True, help="which set")
    add.add_argument(
        "--from", dest="root", type=Path, required=True, metavar="DIR", help="folder of the set"
    )
    add.add_argument(
        "--split", choices=material.SPLITS, help="only the clips of this split; default: all"
    )
    add.add_argument(
        "--keep-all",
        action="store_true",
        help="do not look for speech and music where the set must not hold them",
    )
    add.add_argument(
        "--no-frames",
        action="store_true",
        help="do not keep what the movies show, which av_cass_paper is trained on",
    )


def _avdnr_arguments(build: argparse.ArgumentParser) -> None:
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the set")
    build.add_argument("--count", type=whole(1), default=1000, metavar="N", help="mixtures")
    build.add_argument(
        "--seconds", type=above_zero, default=60.0, metavar="S", help="length of each"
    )
    build.add_argument(
        "--split", choices=material.SPLITS, default="test", help="of the corpus, to draw from"
    )
    build.add_argument(
        "--seed", type=whole(0), default=0, metavar="N", help="same seed and corpus, same set"
    )
    build.add_argument(
        "--rate",
        type=whole(8_000, 192_000),
        default=16_000,
        metavar="HZ",
        help="sample rate; the corpus is kept at 16000 Hz, more of them hold no more sound",
    )


def run(options: argparse.Namespace) -> int:
    """Run the chosen action."""
    actions = {
        "list": _list,
        "fetch": _fetch,
        "show": lambda options: _show(options.corpus),
        "add": _add,
        "clean": _clean,
        "fetch-extra": material.fetch_extra,
        "make-music": material.make_music,
        "film-sets": material.build_sets,
        "avdnr": _avdnr,
        "replay": _replay,
    }
    return actions[options.action](options)


def _list(_options: argparse.Namespace) -> int:
    from cass_core.synthesis.corpus.package_table import PACKAGES

    for rules in PACKAGES:
        print(f"{rules.package}: {rules.licence}")
    return 0


def _fetch(options: argparse.Namespace) -> int:
    from cass_core.synthesis.corpus.fetch import fetch_corpus

    reports = fetch_corpus(options.corpus, options.packages or None, processes=options.processes)
    for report in reports:
        hours = ", ".join(f"{s.value} {h:.2f} h" for s, h in report.hours_by_stem.items())
        clips = counted(report.clips, "clip")
        print(f"{report.number}/{report.total} {report.package}: {clips}, {hours}")
        if report.problem:
            print(report.problem, file=sys.stderr)
    return _show(options.corpus)


def _show(folder: Path) -> int:
    from cass_core.stem_names import STEMS
    from cass_core.synthesis.corpus.catalog import SPLITS, Catalog, hours, package_summaries
    from cass_core.synthesis.corpus.frames.frame_packs import FramePacks
    from cass_core.synthesis.corpus.frames.small_movie import FRAME_KINDS

    catalog = Catalog.load(folder)
    for stem in STEMS:
        parts = [f"{split} {hours(catalog.select(stem, split)):.2f} h" for split in SPLITS]
        print(f"{stem.value}: {', '.join(parts)}")
    for row in package_summaries(catalog):
        print(f"  {row.package}: {counted(row.clips, 'clip')}, {row.hours:.2f} h, {row.licence}")
    packs = FramePacks(folder)
    for kind in FRAME_KINDS.values():
        if kept := packs.all_of(kind):
            seen_h = sum(clip.count for clip in kept) / kind.fps / 3600
            size_mb = sum(clip.num_bytes for clip in kept) / 1e6
            clips = counted(len(kept), "clip")
            print(f"{kind.name} frames: {clips}, {seen_h:.2f} h, {size_mb:.1f} MB")
    return 0


def _add(options: argparse.Namespace) -> int:
    from cass_core.synthesis.corpus.adapters.adding import add_set
    from cass_core.synthesis.corpus.adapters.known_sets import SETS
    from cass_core.synthesis.corpus.frames.keeping import keep_frames

    source = SETS[options.name]
    keep = None if options.keep_all else _keep(source.excluded)
    reports = add_set(
        options.corpus,
        source,
        options.root,
        split=options.split,
        keep=keep,
        processes=options.processes,
    )
    _print_added(source.title, _followed(reports, " files"))
    if not options.no_frames:
        frames = _followed(keep_frames(options.corpus, source.name, options.processes), " movies")
        if frames.total:
            _print_kept(frames)
    return 0


def _followed(reports: "Iterator[_Progress]", unit: str) -> "_Progress":
    """Show a bar while the work goes on; the last report."""
    from tqdm import tqdm

    with tqdm(unit=unit, disable=None, leave=False) as bar:
        for report in reports:
            bar.total = report.total
            bar.update(report.done - bar.n)
    return report


def _print_added(title: str, report: "AddProgress") -> None:
    left_out = ", ".join(f"{count} {reason}" for reason, count in report.left_out.items())
    print(
        f"{title}: {counted(report.clips, 'clip')}, {report.seconds / 3600:.2f} h, of "
        f"{counted(report.total, 'file')}" + (f"; left out: {left_out}" if left_out else "")
    )


def _print_kept(report: "KeepProgress") -> None:
    lost = f"; movies gone or damaged: {report.lost}" if report.lost else ""
    print(f"frames of {counted(report.kept, 'clip')} kept, {report.num_bytes / 1e6:.1f} MB{lost}")


def _keep(excluded: tuple[str, ...]) -> "Keep | None":
    """The rule by which clips stay; None where nothing is excluded."""
    from cass_core.errors import ModelError
    from cass_core.metrics.taggers.tagger import load_tagger
    from cass_core.synthesis.corpus.adapters.exclusion import Exclusion

    if not excluded:
        return None
    hears_music = "music" in excluded
    if hears_music:
        try:
            load_tagger()
        except ModelError as error:
            print(f"{error} The clips are not searched for music.", file=sys.stderr)
            hears_music = False
    return Exclusion("speech" in excluded, _music_share if hears_music else None)


def _music_share(samples: "FloatArray") -> float:
    """Share of a clip in which music is more likely heard than not."""
    from cass_core.metrics.taggers.tagger import load_tagger
    from cass_core.stem_names import STEMS, Stem
    from cass_core.synthesis.corpus.adapters.exclusion import active_shares

    return float(active_shares(load_tagger().presence(samples))[STEMS.index(Stem.MX)])


def _clean(options: argparse.Namespace) -> int:
    from cass_core.metrics.taggers.tagger import load_tagger
    from cass_core.synthesis.corpus.catalog import hours
    from cass_core.synthesis.corpus.cleaning import clean

    progress = _followed(clean(options.corpus, load_tagger().presence), " clips")
    for entry in progress.misplaced:
        print(f"{entry.stem.value}  {entry.package}  {entry.source}")
    print(
        f"{len(progress.misplaced)} of {counted(progress.total, 'clip')} "
        f"({hours(progress.misplaced):.2f} h) sound like the other stem; no scene draws them."
    )
    return 0


def _avdnr(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from cass_core.synthesis.avdnr.builder import MANIFEST_FILE, AvdnrSettings, build_avdnr

    settings = AvdnrSettings(
        count=options.count,
        seconds=options.seconds,
        split=options.split,
        seed=options.seed,
        rate_hz=options.rate,
    )
    show = partial(tqdm, total=options.count, unit=" mixtures", disable=None, leave=False)
    done = sum(1 for _ in show(build_avdnr(options.corpus, options.out, settings)))
    print(f"{counted(done, 'mixture')}; clips and licences: {options.out / MANIFEST_FILE}")
    return 0


def _replay(options: argparse.Namespace) -> int:
    from cass_core.synthesis.avdnr.builder import replay

    print(replay(options.corpus, options.recipe, options.out or options.recipe.parent))
    return 0
