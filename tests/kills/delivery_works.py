"""Deliveries by preset with everything that stands beside the files, and batches of movies."""

import hashlib
import os
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import partial

import aaf2

from cass_core.delivery.batches.batch_job import row_of
from cass_core.delivery.batches.batch_order import BatchOrder, BatchSettings
from cass_core.delivery.batches.job_note import note_path, read_note
from cass_core.delivery.batches.summary import write_summary
from cass_core.delivery.presets.delivering import deliver
from cass_core.delivery.presets.delivery_parts import DeliveryOptions, delivery_parts
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.projects.delivery_source import open_source
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.delivery.sets.track_files import FileForm
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.programme.markers.marker import Marker
from cass_core.request.settings import SeparationSettings
from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.project.tiny_stems import sounds, written_set
from tests.helpers.separation.tiny_model import write_tiny_model
from tests.kills.work import Work, checksums, hidden

_SESSIONS = tuple(kind.key for kind in SESSION_FORMATS)
_PRESET = DeliveryPreset(
    key="all", label="All", tracks=("DX", "FX", "MX", "ME", "MIX"), target="r128",
    sessions=_SESSIONS,
)  # fmt: skip


class PresetDelivery(Work):
    """`cass deliver` with a report and every kind of session, over those of other stems."""

    name = "delivery with sessions"
    preset = _PRESET

    def prepare(self, material):
        super().prepare(material)
        for seed in (1, 2):
            written_set(material / f"{seed}.stems", *sounds(150_000, seed=seed, level=0.1))

    def steps(self, folder):
        return [partial(self._delivered, folder, seed) for seed in (1, 2)]

    def _delivered(self, folder, seed):
        source = open_source(self.material / f"{seed}.stems")
        flags = (Marker(1000 * seed, "speech in FX (80%)", 5000),)
        source = replace(source, facts=replace(source.facts, project="film", flags=flags))
        parts = delivery_parts(self.preset, source, DeliveryOptions(folder, overwrite=True))
        for _ in deliver(parts, source, datetime(2000, 1, 1)):
            pass

    def found(self, folder):
        restore_interrupted(folder)
        return self.files(folder) or None

    def files(self, folder):
        return _told(folder, lambda path: not hidden(path, folder))

    def contents(self, folder):
        return _told(folder, lambda path: True)


class MonoDelivery(PresetDelivery):
    """The same with a file for each channel."""

    name = "delivery of single channels"
    preset = replace(_PRESET, form=FileForm("mono"), full_scale="lower", archival=True)


def _told(folder, is_meant):
    """Checksums of what a reader finds: AAF numbers its objects, sessions name their folder."""
    return {
        name: _aaf_sum(folder / name)
        if name.endswith(".aaf")
        else _placeless(folder / name, folder)
        for name in checksums(folder, is_meant)
    }


def _placeless(path, folder):
    """The checksum of a file as if it stood anywhere, of a packed one of what is packed."""
    contents = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            contents = [archive.read(name) for name in archive.namelist()]
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content.replace(os.fsencode(folder), b""))
    return digest.digest()


def _aaf_sum(path):
    told = []
    with aaf2.open(str(path)) as file:
        for mob in file.content.mobs:
            slots = sorted((slot.name, slot.segment.length) for slot in mob.slots)
            told.append((type(mob).__name__, mob.name, slots))
        held = sorted(len(data.open().read()) for data in file.content.essencedata)
    return hashlib.sha256(repr((sorted(told), held)).encode()).digest()


class Batch(Work):
    """`cass batch`: two movies, separated, reviewed and delivered, with their summary."""

    name = "batch"

    def prepare(self, material):
        super().prepare(material)
        write_tiny_model(material / "model")
        for seed in (1, 2):
            write_movie(material / f"{seed}.wav", None, [Sound(noise(4.0, seed=seed))])

    def steps(self, folder):
        os.environ["CASS_CACHE"] = os.environ["CASS_DATA"] = str(folder / "cache")
        return [partial(self._done, folder, last) for last in (1, 2)]

    def _done(self, folder, last):
        """All up to one movie; those that are delivered are passed over."""
        rows = [
            row_of(self._order(folder, number), lambda _: None) for number in range(1, last + 1)
        ]
        assert all(row.is_there for row in rows), rows
        write_summary(folder, rows)

    def _order(self, folder, number):
        batch = BatchSettings(
            folder, _PRESET, str(self.material / "model"),
            SeparationSettings(steps=1, picture=False), "cpu",
        )  # fmt: skip
        return BatchOrder(self.material / f"{number}.wav", folder / str(number), batch)

    def found(self, folder):
        notes = [read_note(note_path(folder / str(n), _PRESET.key)) for n in (1, 2)]
        whole = [
            note is not None and note.row is not None and note.is_whole(folder / str(n))
            for n, note in enumerate(notes, 1)
        ]
        assert [note is not None and note.row is not None for note in notes] == whole
        return whole if any(whole) else None

    def files(self, folder):
        return _told(folder, lambda path: self._is_meant(path, folder))

    def contents(self, folder):
        return self.files(folder)

    def _is_meant(self, path, folder):
        """What is delivered; the rest says how long it took, or is in the works."""
        own = path.parent.parent == folder and path.parent.name in ("1", "2")
        return own and not hidden(path, folder) and not path.name.startswith("batch-")
