"""What a measurement gives, and how it is printed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value beside what it should be.

    Attributes:
        name: what was measured.
        value: the measurement.
        unit: "s", "ms", "MB", "%" or "/s".
        goal: the limit.
        at_least: the value should be above the goal, not below it.
    """

    name: str
    value: float
    unit: str
    goal: float
    at_least: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether the value is within the limit."""
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def line(self) -> str:
        """The figure as a row of the report."""
        sign = ">=" if self.at_least else "<="
        word = "" if self.is_reached else "   not reached"
        return (
            f"{self.name:<58}{self.value:>9.2f} {self.unit:<3} "
            f"(goal {sign} {self.goal:g} {self.unit}){word}"
        )


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def resident_mb() -> float:
    """Memory of this process that is in use now, in MB; the peak where the system tells no more."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return float(line.split()[1]) / 1024
    except (OSError, StopIteration):
        return _peak_mb()


def _peak_mb() -> float:
    import resource
    import sys

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024
