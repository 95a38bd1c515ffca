"""Projects with random content, and takes of which only the manifest exists."""

import random
from dataclasses import replace

from app.project.document import MediaReference, ProjectDocument, ViewBlock
from app.project.versions import Take, Version
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker
from cass_core.repair.sensitivity.sensitivity import Sensitivity, Strictness
from cass_core.request.settings import SeparationSettings
from cass_core.stems.line import LinePoint
from cass_core.stems.manifest import Manifest
from cass_core.stems.manifest_file import save_manifest
from cass_core.stems.null_measure import NullMeasure
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.tiny_stems import identity

NAMES = ("scene", "", "Straße – 12", "日本語", 'a\nb\t"c"\\', "\udcff not UTF-8", "🎬", "x" * 300)


def random_document(seed, folder):
    """A document whose values come from everywhere in their ranges."""
    draw = random.Random(seed)
    takes = tuple(random_take(draw, folder, number) for number in range(draw.randrange(4)))
    names = [take.name for take in takes]
    versions = tuple(
        Version(f"{draw.choice(NAMES)} {n}", tuple(draw.sample(names, draw.randint(0, len(names)))))
        for n in range(draw.randrange(4))
    )
    return ProjectDocument(
        media=MediaReference(
            folder / "Szene ä.mov",
            "ab" * 32,
            draw.randrange(3),
            tuple(sorted(draw.sample(range(64), draw.randrange(4)))),
        ),
        folder=folder / "Szene ä stems",
        rebalance=Rebalance(
            tuple(random_gain(draw) for _ in range(3)), draw.choice([0.0, draw.uniform(-60, 12)])
        ),
        sensitivity=Sensitivity(tuple(random_strictness(draw) for _ in range(3))),
        markers=tuple(
            sorted(
                Marker(draw.randrange(1 << 40), draw.choice(NAMES), draw.choice([0, 48_000]))
                for _ in range(draw.randrange(5))
            )
        ),
        loop=draw.choice([None, random_span(draw)]),
        looping=draw.random() < 0.5,
        takes=takes,
        versions=versions,
        current=draw.choice([version.name for version in versions] or [""]),
        trial=draw.choice(["", *(version.name for version in versions)]),
        view=random_view(draw),
    )


def random_gain(draw):
    samples = sorted(draw.sample(range(10**9), draw.randrange(6)))
    line = tuple(LinePoint(sample, draw.uniform(-60, 12)) for sample in samples)
    return StemGain(draw.uniform(-60, 12), draw.random() < 0.5, draw.random() < 0.5, line)


def random_strictness(draw):
    samples = sorted(draw.sample(range(10**9), draw.randrange(6)))
    line = tuple(LinePoint(sample, draw.uniform(-100, 100)) for sample in samples)
    return Strictness(draw.uniform(-100, 100), line)


def random_span(draw):
    start = draw.randrange(1 << 40)
    return SampleSpan(start, start + draw.randrange(1, 1 << 40))


def random_take(draw, folder, number):
    span = random_span(draw)
    choice = SeparationSettings(
        draw.randint(1, 128),
        draw.random() < 0.5,
        draw.choice(["faithful", "generated"]),
        draw.choice([draw.randrange(1 << 31), draw.randrange(1 << 53, 1 << 63)]),
        draw.choice(["euler", "heun"]),
    )
    name = f"take {number:03d}"
    position = draw.randint(span.start, span.stop)
    place, checksum = folder / "Szene ä stems" / name, draw.choice(["", "ab" * 32])
    return Take(name, place, span, choice, "av_cass_starter", position, checksum)


def random_view(draw):
    low_hz = draw.uniform(0, 24_000)
    return ViewBlock(
        visible=draw.choice([None, random_span(draw)]),
        selection=draw.choice([None, random_span(draw)]),
        band_hz=draw.choice([None, (low_hz, low_hz + draw.uniform(0, 24_000))]),
        scale=draw.choice(["mel", "log", "linear"]),
        floor_db=draw.uniform(-140, -60),
        ceiling_db=draw.uniform(-60, 10),
        colours=draw.choice(["inferno", "viridis", "none that exists"]),
        waveform=draw.random() < 0.5,
        owners=draw.random() < 0.5,
        seen=draw.choice([(0.0, 1.0), (draw.uniform(0, 0.4), draw.uniform(0.5, 1))]),
        time_format=draw.choice(["timecode", "samples", "minutes"]),
        follow=draw.random() < 0.5,
        playhead=draw.randrange(1 << 40),
    )


def take_on_disk(folder, name, num_samples=1000, position=1000, **made_from):
    """A take of `programmes.programme` whose folder holds a manifest and nothing else."""
    span = SampleSpan(0, num_samples)
    place = folder / name
    place.mkdir(parents=True)
    measure = NullMeasure(0.0, 0.5, (0.1, 0.1, 0.1))
    told = {"media_name": "movie.mov"} | made_from
    of = replace(identity(num_samples), span=span, **told)
    save_manifest(place, Manifest(of, position, 1, measure))
    settings = SeparationSettings()
    return Take(name, place, span, settings, "av_cass_starter", position, of.model_sha256)
