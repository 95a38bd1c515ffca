"""A selection is separated again, and the result is heard there as a repair."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from app.project.project import Project
from app.workflows.repairer import Repairer
from app.workflows.separation.run_state import Landing
from app.workflows.separation.separation_runner import SeparationRunner
from cass_core.clips import SampleSpan
from cass_core.repair.edits import EditList
from cass_core.repair.grid import Grid
from cass_core.repair.guides import Guide, guided, guides_from_text
from cass_core.repair.region import Region
from cass_core.request.settings import HIGHEST_SEED, SeparationSettings
from cass_core.spans import overlap
from cass_core.stem_names import Stem

_AROUND_S, _FEATHER_S = 2.0, 0.05
translate = QCoreApplication.translate


class SeparationHere(QObject):
    """Asks for separations that land in the selection."""

    def __init__(
        self, project: Project, repairer: Repairer, separation: SeparationRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._repairer, self._separation = project, repairer, separation

    def again(self, choice: SeparationSettings, model: str) -> None:
        """Separate what is selected in another way.

        Args:
            choice: how; where that would give what is there already, with another seed.
            model: name or folder.
        """
        region = self._repairer.region
        if region is not None:
            words = translate("SeparationHere", "Again here")
            span = self._needed(region)
            self._separation.start(
                self._other(choice, span, model), span, model, Landing(region, words)
            )

    def guide(self, stem: Stem, choice: SeparationSettings, model: str) -> None:
        """Say whose sound the selection is, and separate what lies around it anew.

        Args:
            stem: what is selected belongs to it.
            choice: how, with a few steps at least.
            model: name or folder; one of the flow's.
        """
        region, programme = self._repairer.region, self._project.programme
        if region is None or programme is None:
            return
        reach = round(_AROUND_S * programme.rate_hz)
        around = SampleSpan(region.span.start - reach, region.span.stop + reach)
        around = overlap(around, self._project.whole)
        feather = round(_FEATHER_S * programme.rate_hz)
        place = replace(Region.box(around), feather_samples=feather)
        place = place.open_at(self._project.whole.stop)
        guides = (*self._said(around), Guide(replace(region, feather_samples=0), stem))
        words = translate("SeparationHere", "Guided: {stem}").format(stem=stem.code)
        self._separation.start(
            guided(choice, guides), self._needed(place), model, Landing(place, words)
        )

    def _said(self, span: SampleSpan) -> tuple[Guide, ...]:
        """What was said before about a span by repairs that are still heard."""
        repairs, versions = self._project.repairs.edits, self._project.versions
        takes = (versions.take(name) for name in sorted(EditList(repairs.active).takes))
        said = (guide for take in takes if take for guide in guides_from_text(take.choice.guides))
        near = (guide for guide in said if overlap(guide.region.span, span).num_samples > 0)
        return tuple(dict.fromkeys(near))

    def _needed(self, region: Region) -> SampleSpan:
        """All samples that the cells of a region reach over, within the programme."""
        whole = self._project.whole
        programme = self._project.programme
        assert programme is not None
        grid = Grid(programme.rate_hz)
        return overlap(grid.samples_of(region.frames(grid)), whole)

    def _other(
        self, choice: SeparationSettings, span: SampleSpan, model: str
    ) -> SeparationSettings:
        """The choice with a seed that nothing was separated with there in the same way."""
        used = {
            take.choice
            for take in self._project.versions.takes
            if take.model == model and overlap(take.span, span).num_samples > 0
        }
        while choice in used and choice.seed < HIGHEST_SEED:
            choice = replace(choice, seed=choice.seed + 1)
        return choice
