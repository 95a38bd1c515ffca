"""Separating and exporting, each small, seeded and whole in itself."""

import os
from datetime import datetime
from functools import partial

import numpy as np

from cass_core.clips import SampleSpan
from cass_core.delivery import export_request
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.remix import export_movie
from cass_core.delivery.sets.track_files import FileForm
from cass_core.delivery.stem_export import export
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.media.remux.movie_formats import MOV
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import sounds
from tests.helpers.separation.tiny_model import write_tiny_model
from tests.kills.work import Work, checksums, command, hidden


class Separation(Work):
    """`cass separate`, which goes on with `--resume`."""

    name = "separation"
    seconds, picture_s, more = 24.0, 0.5, ("--no-picture",)

    def prepare(self, material):
        super().prepare(material)
        write_tiny_model(material / "model")
        picture = Picture(self.picture_s)
        write_movie(material / "film.mov", picture, [Sound(noise(self.seconds))])

    def steps(self, folder):
        os.environ["CASS_CACHE"], os.environ["CASS_DATA"] = str(folder / "cache"), str(folder)
        out = ("-o", folder / "out", "--model", self.material / "model", *self.more)
        how = ("--steps", 1, "--device", "cpu", "--resume")
        run = partial(command, "separate", self.material / "film.mov", *out, *how)
        return [lambda: self.found(folder) or run()]  # what is delivered is not replaced

    def found(self, folder):
        return checksums(folder / "out", lambda path: path.parent.name == "out") or None

    def files(self, folder):
        return checksums(folder, lambda path: path.suffix == ".wav" and path.parent.name == "out")

    def contents(self, folder):
        """Measured times differ each time; parts of the picture cache are cleared days later."""

        def is_same(path):
            is_part = hidden(path, folder) and path.is_relative_to(folder / "cache")
            return not is_part and path.name not in ("speeds.json", "manifest.json")

        return checksums(folder, is_same)


class SeparationWithPicture(Separation):
    """The same with the picture, whose features are cached."""

    name = "separation with picture"
    seconds, picture_s, more = 2.0, 2.0, ()


class Export(Work):
    """Sound files of stems, replaced by others."""

    name = "export of stems"
    kind, bits = "wav", 24
    tracks: tuple[str, ...] = ("DX", "FX", "MX", "MIX")
    more: dict[str, object] = {}

    def steps(self, folder):
        return [partial(self._exported, folder, seed) for seed in (1, 2)]

    def _exported(self, folder, seed):
        length = 200_000
        stems = ArrayStems(*sounds(length, seed=seed))
        wanted = ExportRequest(
            self.tracks, SampleSpan(0, length), Encoding(self.kind, self.bits), folder,
            overwrite=True, **self.more,
        )  # fmt: skip
        list(export(wanted, stems, facts(length), datetime(2000, 1, 1)))

    def found(self, folder):
        restore_interrupted(folder)
        return self.files(folder) or None


class FlacExport(Export):
    """The same as FLAC."""

    name, kind, bits = "export of FLAC", "flac", 16


class MeasuredExport(Export):
    """The same with M&E, one file a channel, and a report."""

    name = "delivery with a report"
    tracks = ("DX", "FX", "MX", "ME", "MIX")
    more = {"form": FileForm("mono"), "target": "r128", "full_scale": "lower"}


class MovieExport(Export):
    """The movie with the remix."""

    name = "export of a movie"

    def prepare(self, material):
        super().prepare(material)
        write_movie(material / "film.mov", Picture(4.0), [Sound(noise(4.0))])

    def _exported(self, folder, seed):
        mixture = noise(4.0)
        parts = np.stack([mixture * np.float32(share / seed) for share in (0.5, 0.25, 0.25)])
        movie, target = self.material / "film.mov", folder / "remix.mov"
        wanted = export_request.MovieExport(movie, 0, target, MOV, overwrite=True)
        list(export_movie(wanted, ArrayStems(parts, mixture), facts(mixture.shape[1])))
