"""PyTorch for a graphics card: what is needed, fetched and unpacked in the background."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from app.jobs.job_runner import Getter
from cass_core.torch_builds.fetch_build import FetchProgress, fetch_build
from cass_core.torch_builds.stored_build import carried_version, remove_build
from cass_core.torch_builds.wheel_index import WheelFile
from cass_core.torch_builds.wheel_plan import cuda_of, plan_build, torch_index


@dataclass(frozen=True)
class BuildPlan:
    """What is to be fetched.

    Attributes:
        wheels: PyTorch first, with versions and sizes.
    """

    wheels: tuple[WheelFile, ...]

    @property
    def num_bytes(self) -> int:
        """Of all wheels."""
        return sum(wheel.num_bytes or 0 for wheel in self.wheels)

    @property
    def cuda(self) -> int | None:
        """First number of the CUDA that it is made for."""
        return cuda_of(self.wheels)


class BuildGetter(Getter):
    """What it progresses by is a `FetchProgress`.

    Signals:
        planned: a `BuildPlan`.
    """

    planned = Signal(object)

    def plan(self) -> None:
        """Ask the index what this program and computer need."""
        self._start(_planned)

    def fetch(self, plan: BuildPlan) -> None:
        """Fetch and unpack a build; what has come earlier is used.

        Args:
            plan: what was shown to the user.
        """
        self._start(lambda: fetch_build(plan.wheels))

    def remove(self) -> None:
        """Take the build away, and what was fetched for one."""
        self._start(_removed)

    @Slot(object)
    def _on_progressed(self, step: object) -> None:
        if isinstance(step, FetchProgress):
            self.progressed.emit(step)
        else:
            self.planned.emit(step)


def _planned() -> Generator[object, None, None]:
    yield BuildPlan(plan_build(torch_index(), carried_version()))


def _removed() -> Generator[object, None, None]:
    remove_build()
    yield None
