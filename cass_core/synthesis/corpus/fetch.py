"""Fetch the starter corpus: download, unpack, decode, sort and store package by package."""

import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from cass_core.dsp.loudness import integrated_loudness
from cass_core.errors import CassError, MediaError, SettingsError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.archives import is_audio, unpack_archives
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, hours
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter, blank_entry
from cass_core.synthesis.corpus.clip_decoding import decode_clip, to_int16
from cass_core.synthesis.corpus.package_rules import PackageRules, Placement, normalised, place
from cass_core.synthesis.corpus.package_table import PACKAGES, package_rules
from cass_core.synthesis.corpus.speech_filter import speech_shares

MIN_DURATION_S = 0.15
SILENCE_PEAK = 3e-4

_DOWNLOAD_TRIES = 4
_FILES_AT_ONCE = 16
_BYTES_AT_ONCE = 24_000_000


@dataclass(frozen=True)
class PackageReport:
    """What became of one package.

    Attributes:
        package: its name.
        number: how many packages are done, this one included.
        total: how many were asked for.
        clips: clips that were stored.
        hours_by_stem: hours that were stored.
        left_out: files that were not stored, counted by reason.
        problem: a sentence when the package could not be had at all.
    """

    package: str
    number: int
    total: int
    clips: int
    hours_by_stem: Mapping[Stem, float]
    left_out: Mapping[str, int]
    problem: str | None = None


@dataclass(frozen=True)
class _Candidate:
    """A file with the place that its path gives it."""

    path: Path
    source: str
    placement: Placement


@dataclass(frozen=True)
class _Heard:
    """A candidate after decoding; without samples when it is left out for `reason`."""

    candidate: _Candidate
    samples: npt.NDArray[np.int16] | None = None
    source_rate_hz: int = 0
    loudness_lufs: float = 0.0
    reason: str = ""


def fetch_corpus(
    folder: Path,
    packages: Sequence[str] | None = None,
    *,
    processes: int = 2,
    work_folder: Path | None = None,
) -> Iterator[PackageReport]:
    """Add packages to a corpus folder, one report for each that was not there yet.

    After every report the folder is a whole corpus; stopping in between loses at most the package
    in work, and a later call goes on there.

    Args:
        folder: the corpus, made when missing.
        packages: names from `package_table.PACKAGES`, all in order of priority when None.
        processes: how many processes decode.
        work_folder: where packages are unpacked for a moment; needs about 5 GB.

    Yields:
        PackageReport: what became of a package, in the order of the fetch.
    """
    wanted = _rules_for(packages)
    if shutil.which("apt-get") is None or shutil.which("dpkg") is None:
        raise SettingsError(
            "The starter corpus is made of Debian packages, and this machine has no apt-get: "
            "fetch it on a Debian or Ubuntu machine, or bring a catalogue of your own clips."
        )
    with ExitStack() as stack:
        writer = stack.enter_context(CatalogWriter(folder))
        missing = [rules for rules in wanted if rules.package not in writer.finished]
        done = len(wanted) - len(missing)
        workplace = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=work_folder)))
        decoders = _decoders(stack, processes)
        trees = _unpacked_ahead(stack, missing, workplace)
        for number, (rules, tree) in enumerate(trees, done + 1):
            try:
                report = store_package(writer, rules, tree.result(), decoders)
            except MediaError as error:
                report = PackageReport(rules.package, 0, 0, 0, {}, {}, str(error))
            yield replace(report, number=number, total=len(wanted))


def store_package(
    writer: CatalogWriter, rules: PackageRules, tree: Path, decoders: Executor | None = None
) -> PackageReport:
    """Sort, decode and store the sounds of one unpacked package, then delete its tree.

    Args:
        writer: the corpus.
        rules: of this package.
        tree: folder with the package's files.
        decoders: where the decoding runs; this process when None.

    Returns:
        What was stored and what was left out.
    """
    left_out: Counter[str] = Counter()
    try:
        unpack_archives(tree)
        candidates = _candidates(rules, tree, left_out)
        groups = list(_groups(candidates))
        for heard in (decoders.map if decoders else map)(_hear, groups):
            for item in heard:
                left_out[_stored(writer, rules, item)] += 1
        entries = writer.commit(rules.package)
    except BaseException:
        writer.roll_back()
        raise
    finally:
        shutil.rmtree(tree, ignore_errors=True)
    del left_out[""]
    by_stem = {stem: hours(e for e in entries if e.stem is stem) for stem in Stem}
    return PackageReport(
        rules.package, 1, 1, len(entries), MappingProxyType(by_stem), MappingProxyType(left_out)
    )


def _rules_for(packages: Sequence[str] | None) -> list[PackageRules]:
    if packages is None:
        return list(PACKAGES)
    wanted = []
    for name in packages:
        rules = package_rules(name)
        if rules is None:
            raise SettingsError(
                f"No rules are known for the package {name}: "
                "choose packages from `cass corpus list`."
            )
        wanted.append(rules)
    return wanted


def _decoders(stack: ExitStack, processes: int) -> Executor | None:
    if processes < 2:
        return None
    # a forked child of a process that has used torch's threads can hang
    return stack.enter_context(ProcessPoolExecutor(processes, mp_context=get_context("spawn")))


def _unpacked_ahead(
    stack: ExitStack, wanted: Sequence[PackageRules], workplace: Path
) -> Iterator[tuple[PackageRules, "Future[Path]"]]:
    """Packages with their unpacked trees; the next one is prepared while one is in use."""
    loader = stack.enter_context(ThreadPoolExecutor(1))
    coming: Future[Path] | None = None
    for row, rules in enumerate(wanted):
        tree = coming or loader.submit(unpacked_package, rules.package, workplace)
        following = wanted[row + 1].package if row + 1 < len(wanted) else None
        coming = loader.submit(unpacked_package, following, workplace) if following else None
        yield rules, tree


def unpacked_package(package: str, workplace: Path) -> Path:
    """Download a package and unpack it into a folder of its name."""
    tree = workplace / package
    with tempfile.TemporaryDirectory(dir=workplace) as download:
        archive = _downloaded(package, Path(download))
        result = subprocess.run(
            ["dpkg", "-x", str(archive), str(tree)], capture_output=True, check=False
        )
    if result.returncode:
        raise MediaError(f"The package {package} cannot be unpacked: {_last_line(result.stderr)}.")
    return tree


def _downloaded(package: str, folder: Path) -> Path:
    command = ["apt-get", "download", "-qq"]
    if os.geteuid() == 0:
        # apt's own user may not write into root's folder
        command += ["-o", "APT::Sandbox::User=root"]
    for attempt in range(_DOWNLOAD_TRIES):
        # another apt may hold the lock for a moment
        time.sleep(2.0 * attempt)
        result = subprocess.run([*command, package], cwd=folder, capture_output=True, check=False)
        archives = list(folder.glob("*.deb"))
        if result.returncode == 0 and archives:
            return archives[0]
    raise MediaError(
        f"The package {package} cannot be downloaded ({_last_line(result.stderr)}): "
        "run `apt-get update` and fetch again."
    )


def _last_line(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].rstrip(".") if lines else "no reason given"


def _candidates(rules: PackageRules, tree: Path, left_out: Counter[str]) -> list[_Candidate]:
    candidates = []
    for path in sorted(tree.rglob("*")):
        if not is_audio(path.name) or path.is_symlink() or not path.is_file():
            continue
        source = normalised(path.relative_to(tree).as_posix())
        placement = place(rules, source)
        if placement is None:
            left_out["by its path"] += 1
        else:
            candidates.append(_Candidate(path, source, placement))
    return candidates


def _groups(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Consecutive candidates, as many as a process should hold at once."""
    group: list[_Candidate] = []
    size = 0
    for candidate in candidates:
        group.append(candidate)
        size += candidate.path.stat().st_size
        if len(group) == _FILES_AT_ONCE * 4 or size > _BYTES_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def _hear(group: Sequence[_Candidate]) -> list[_Heard]:
    """Decode a group and ask the voice detector about all of it at once."""
    heard, clips = [], []
    for candidate in group:
        try:
            clip = decode_clip(candidate.path)
        except CassError:
            heard.append(_Heard(candidate, reason="cannot be decoded"))
            continue
        reason = _unfit(clip.samples)
        if reason:
            heard.append(_Heard(candidate, reason=reason))
            continue
        loudness = integrated_loudness(clip.samples, CATALOG_RATE_HZ)
        heard.append(
            _Heard(candidate, to_int16(clip.samples), clip.source_rate_hz, round(loudness, 2))
        )
        clips.append(clip.samples)
    shares = speech_shares(clips)
    if shares is None:
        return heard
    share = iter(shares)
    return [item if item.reason else _judged(item, next(share)) for item in heard]


def _unfit(samples: npt.NDArray[np.float32]) -> str:
    if len(samples) < MIN_DURATION_S * CATALOG_RATE_HZ:
        return "too short"
    return "silent" if float(np.abs(samples).max()) < SILENCE_PEAK else ""


def _judged(item: _Heard, speech_share: float) -> _Heard:
    least, greatest = item.candidate.placement.speech
    if least <= speech_share <= greatest:
        return item
    reason = "no speech in it" if speech_share < least else "speech in it"
    return _Heard(item.candidate, reason=reason)


def _stored(writer: CatalogWriter, rules: PackageRules, item: _Heard) -> str:
    """Append the clip; why it was left out, empty when it was not."""
    if item.samples is None:
        return item.reason
    placement = item.candidate.placement
    entry = replace(
        blank_entry(placement.stem, rules.package, item.candidate.source),
        voice=placement.voice,
        split=placement.split,
        licence=rules.licence,
        loudness_lufs=item.loudness_lufs,
        source_rate_hz=item.source_rate_hz,
        tag=placement.tag,
    )
    return "" if writer.append(entry, item.samples) else "heard before"
