"""The document: a programme, its separations, how they are heard and what is marked."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.project.programme import Programme
from app.project.repairs import Repairs
from app.project.review.reviews import Review, Reviews
from app.project.stem_mix import StemMix
from app.project.stem_sensitivity import StemSensitivity
from app.project.timeline import Timeline
from app.project.versions import Versions
from cass_core.clips import SampleSpan
from cass_core.repair.edits import EditList
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.stems.rebalance import Rebalance


class Project(QObject):
    """What is open; setters emit only when a value changes. Commands are its only writers.

    Attributes:
        mix: how the stems are heard.
        sensitivity: how strictly each stem keeps to its own.
        repairs: what was moved between the stems.
        reviews: what was found in them that belongs elsewhere.
        timeline: markers and loop.
        versions: takes and versions.

    Signals:
        programme_changed: another movie or sound track is open, or none.
        length_changed: the decoded length replaced the header's estimate.
        decoded: more of the sound is decoded; the first sample that is not.
        folder_changed: the folder for the stems changed.
        path_changed: the project is kept in another file, or in none.
    """

    programme_changed = Signal()
    length_changed = Signal()
    decoded = Signal(int)
    folder_changed = Signal()
    path_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is open.

        Args:
            parent: owner.
        """
        super().__init__(parent)
        self.mix = StemMix(self)
        self.sensitivity = StemSensitivity(self)
        self.repairs = Repairs(self)
        self.reviews = Reviews(self)
        self.timeline = Timeline(self)
        self.versions = Versions(self)
        self._programme: Programme | None = None
        self._num_decoded, self._is_decoded = 0, False
        self._folder = Path()
        self._path: Path | None = None

    @property
    def programme(self) -> Programme | None:
        """The open movie; None while nothing is open."""
        return self._programme

    @property
    def num_decoded(self) -> int:
        """Samples of the sound that are on disk, from the start."""
        return self._num_decoded

    @property
    def is_decoded(self) -> bool:
        """Whether the decoding has ended: all of the sound that can be had is on disk."""
        return self._is_decoded

    @property
    def folder(self) -> Path:
        """Where takes are kept and exports go when nobody says otherwise."""
        return self._folder

    @property
    def path(self) -> Path | None:
        """The project's file; None while it was never saved."""
        return self._path

    @property
    def whole(self) -> SampleSpan:
        """The whole programme; empty while nothing is open."""
        return SampleSpan(0, self._programme.num_samples if self._programme else 0)

    def open(self, programme: Programme | None, folder: Path) -> None:
        """Show another movie with a clean mix, no markers and no versions.

        Args:
            programme: the movie; None to close.
            folder: for its takes.
        """
        self._programme, self._num_decoded, self._folder = programme, 0, folder
        self._is_decoded = False
        self._path = None
        for take in self.versions.takes:
            self.versions.remove_take(take.name)
        self.versions.set_versions((), "")
        self.mix.set_rebalance(Rebalance())
        self.sensitivity.set_value(Sensitivity())
        self.repairs.set_edits(EditList())
        self.reviews.set_review(Review())
        self.reviews.choose("")
        self.timeline.set_markers(())
        self.timeline.set_loop(None, False)
        self.programme_changed.emit()
        self.path_changed.emit()

    def set_decoded(self, num_samples: int, is_all: bool) -> None:
        """Say how much of the sound is on disk.

        Args:
            num_samples: from the start.
            is_all: no more comes; that is the exact length unless it is 0.
        """
        if self._programme is None:
            return
        self._num_decoded, self._is_decoded = num_samples, is_all
        too_short = num_samples > self._programme.num_samples
        if too_short or (is_all and num_samples not in (0, self._programme.num_samples)):
            self._programme = replace(self._programme, num_samples=num_samples)
            self.length_changed.emit()
        self.decoded.emit(num_samples)

    def set_folder(self, folder: Path) -> None:
        """Choose the folder for the takes to come."""
        if folder != self._folder:
            self._folder = folder
            self.folder_changed.emit()

    def set_path(self, path: Path | None) -> None:
        """Say which file holds the project."""
        if path != self._path:
            self._path = path
            self.path_changed.emit()
