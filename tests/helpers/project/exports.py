"""A project with a separated programme, for the tests of exports."""

from pathlib import Path

import numpy as np

from app.project.programme import Programme
from app.project.project import Project
from app.project.versions import Take, Version
from app.project.view_state import ViewState
from cass_core.clips import SampleSpan
from cass_core.media.sound.float_wave import create
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.request.settings import SeparationSettings
from tests.helpers.media.movies import Picture, Sound, write_movie
from tests.helpers.project.tiny_stems import sounds, written_set

VERSION = "Version 1"


def separated_project(folder: Path, num_samples: int = 48_000, with_picture: bool = True):
    """A movie, its decoded sound and one complete take; returns project, view and the arrays."""
    stems, mixture = sounds(num_samples, level=0.2)
    mixture = np.round(mixture * 2**15) / 2**15
    stems[2] = mixture - stems[0] - stems[1]
    mixture = mixture.astype(np.float32)
    picture = Picture(num_samples / 48_000) if with_picture else None
    name = "Szene 7 – Straße" + (".mov" if with_picture else ".wav")
    timecode = "01:00:00:00" if with_picture else None
    movie = write_movie(folder / name, picture, [Sound(mixture)], timecode=timecode)
    sound = folder / "sound.wav"
    with create(sound, 48_000, "stereo", num_samples) as writer:
        writer.write(0, mixture)
    stem_folder = written_set(folder / "take 001", stems, mixture, num_samples)
    project, view = Project(), ViewState()
    out = folder / "out"
    out.mkdir()
    project.open(
        Programme(OpenedMovie.open(movie), num_samples, sound),
        out,
    )
    project.set_decoded(num_samples, True)
    view.set_length(num_samples)
    span = SampleSpan(0, num_samples)
    take = Take("take 001", stem_folder, span, SeparationSettings(), "starter", num_samples)
    project.versions.put_take(take)
    project.versions.set_versions((Version(VERSION, (take.name,)),), VERSION)
    return project, view, stems, mixture
