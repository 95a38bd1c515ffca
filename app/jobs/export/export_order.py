"""What an export is asked for, independent of what happens to the project meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cass_core.delivery.export_request import ExportRequest, MovieExport, ProgrammeFacts
from cass_core.delivery.presets.delivery_parts import (
    DeliveryOptions,
    DeliveryPart,
    delivery_parts,
)
from cass_core.delivery.presets.preset import DeliveryPreset
from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.delivery.renditions.rendition import Rendition
from cass_core.programme.markers.marker import at_another_rate
from cass_core.repair.edits import EditList
from cass_core.repair.sensitivity.sensitivity import Sensitivity


@dataclass(frozen=True)
class PresetOrder:
    """A delivery by preset.

    Attributes:
        preset: what is wanted.
        options: what is said for this delivery alone.
    """

    preset: DeliveryPreset
    options: DeliveryOptions


@dataclass(frozen=True)
class ExportOrder:
    """All that an export needs.

    Attributes:
        request: what is written.
        facts: the programme.
        sound: its decoded sound.
        takes: folders of stems, the lowest first.
        edits: repairs of these stems.
        sensitivity: how strictly their masks decide.
        rendition: at which speed and sample rate; None for the programme's own.
        source: what sound files are made from; None for a movie.
        by_preset: what is wanted instead of the request; None for what was chosen by hand.
        flags: whether the source's places that may be wrong become markers.
        known_takes: folders of all separations by name, of which repairs take from some.
        title: what the editor calls it.
    """

    request: ExportRequest | MovieExport
    facts: ProgrammeFacts
    sound: Path
    takes: tuple[Path, ...]
    edits: EditList = EditList()
    sensitivity: Sensitivity = Sensitivity()
    rendition: Rendition | None = None
    source: DeliverySource | None = None
    by_preset: PresetOrder | None = None
    flags: bool = False
    known_takes: Mapping[str, Path] = field(default_factory=dict)
    title: str = ""

    @property
    def parts(self) -> tuple[DeliveryPart, ...]:
        """What the preset makes of the source; nothing where it was chosen by hand."""
        if self.by_preset is None or self.source is None:
            return ()
        return delivery_parts(self.by_preset.preset, self.source, self.by_preset.options)

    def flagged(self, source: DeliverySource) -> "ExportOrder":
        """The order with the places that a review has found as markers.

        Args:
            source: this order's, with the places.

        Returns:
            The order, where they stand on the axis that is written.
        """
        flags = source.facts.flags
        if self.rendition is not None:
            flags = at_another_rate(flags, self.rendition.place)
        facts = replace(self.facts, flags=flags)
        return replace(self, facts=facts, source=source, flags=False)
