"""What is done with one movie of a batch, as a value that can travel to another computer."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cass_core.checkpoints.description import ModelDescription
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.device_choice import DeviceChoice
from cass_core.programme.locations import stems_folder
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings


@dataclass(frozen=True)
class BatchSettings:
    """What is the same for all movies of a batch.

    Attributes:
        out: where each movie gets a folder of its own.
        preset: what the house wants.
        model: name or folder of the model.
        settings: how it separates.
        device: where to compute.
        reviews: look for misplaced sounds, and write a page and a table of them.
        overwrite: begin anew, and replace files of the same names.
    """

    out: Path
    preset: DeliveryPreset
    model: str
    settings: SeparationSettings = SeparationSettings()
    device: DeviceChoice = "auto"
    reviews: bool = True
    overwrite: bool = False


@dataclass(frozen=True)
class BatchOrder:
    """One movie.

    Attributes:
        movie: the file.
        folder: everything that is made of it goes here.
        batch: what is the same for all.
        length_s: of the movie, as far as its headers say; 0 where they say nothing.
    """

    movie: Path
    folder: Path
    batch: BatchSettings
    length_s: float = 0.0

    @property
    def stems(self) -> Path:
        """The folder of the working stems."""
        return stems_folder(self.folder, self.movie)

    @property
    def review_page(self) -> Path:
        """The page of the review."""
        return self.folder / "review.html"

    @property
    def review_table(self) -> Path:
        """The table of the review."""
        return self.folder / "review.csv"

    @property
    def made(self) -> datetime:
        """The movie's date, so that the same batch writes the same bytes."""
        return datetime.fromtimestamp(self.movie.stat().st_mtime)

    def separation(self) -> SeparationRequest:
        """What is separated; a run that was stopped goes on."""
        batch = self.batch
        return SeparationRequest(
            movie=self.movie,
            folder=self.stems,
            model=batch.model,
            settings=batch.settings,
            device=batch.device,
            resume=not batch.overwrite,
            overwrite=batch.overwrite,
        )

    def fingerprint(self, cache_key: str, model: ModelDescription) -> str:
        """A text that is another one where the same command would deliver something else.

        Args:
            cache_key: of the movie.
            model: what is asked.

        Returns:
            64 hexadecimal digits.
        """
        batch = self.batch
        facts = (cache_key, model.sha256, batch.settings, batch.preset, batch.reviews)
        return hashlib.sha256(repr(facts).encode()).hexdigest()
