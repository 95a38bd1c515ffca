"""The whole report: every part that has data, and nothing that was not measured."""

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cass_core.errors import CassError, MediaError, OutputError
from cass_core.evaluation.report.curves import (
    distribution_section,
    steps_section,
    training_section,
)
from cass_core.evaluation.report.gallery import draw_failures, gallery_section, worst
from cass_core.evaluation.report.markdown import document, section
from cass_core.evaluation.report.tables import (
    cost_table,
    detail_table,
    distribution_table,
    group_table,
    main_table,
    talking_tables,
)
from cass_core.evaluation.scoring.conditions import ModelCondition
from cass_core.evaluation.scoring.distribution_rows import read_distribution
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.evaluation.scoring.scene_pictures import picture_choice
from cass_core.evaluation.scoring.scene_sets import TestSet
from cass_core.evaluation.scoring.score_file import ScoreFile, ScoreRow
from cass_core.evaluation.scoring.summary import ConditionSummary, newest, summarise
from cass_core.evaluation.talking.scoring import read_talking
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.whole_files import write_bytes

PICTURES_FOLDER = "results"


@dataclass(frozen=True)
class ReportSources:
    """What a report is written from.

    Attributes:
        scores: folder that runs have filled.
        test_set: which set's scores are shown.
        corpus: folder of the catalogue, for the gallery.
        curve: the training's `validation.csv`, if there is one.
    """

    scores: Path
    test_set: TestSet
    corpus: Path
    curve: Path | None = None


def write_report(
    path: Path, sources: ReportSources, open_model: Callable[[], OpenedModel]
) -> list[str]:
    """Write a report; its pictures lie in a folder `results` beside it.

    Args:
        path: the Markdown file.
        sources: what it is written from.
        open_model: opens the model that was scored.

    Returns:
        A sentence about each part that was left out though there may be data for it.

    Raises:
        MediaError: the folder holds no scores.
        OutputError: the report cannot be written.
    """
    writing = _Writing(path, sources)
    model = writing.opened(open_model)
    text = document(
        [
            writing.head(model),
            *writing.parts(),
            writing.gallery(model),
            writing.training(),
            writing.cost(model),
        ]
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # names of files need not be text
        write_bytes(path, text.encode("utf-8", "backslashreplace"), durable=False)
    except OSError as error:
        raise OutputError(
            f"The report {path} cannot be written ({error.strerror}); choose another place."
        ) from error
    return writing.sentences


class _Writing:
    """The rows of a report and what had to be left out."""

    def __init__(self, path: Path, sources: ReportSources) -> None:
        self._sources = sources
        self._pictures = path.parent / PICTURES_FOLDER
        self._rows = _rows_of_set(sources)
        self._talking = read_talking(sources.scores)
        if not self._rows and not self._talking:
            raise MediaError(
                f"There are no scores of {sources.test_set.name} in {sources.scores}; "
                "measure some by `cass evaluate --out` first."
            )
        self._summaries = summarise(self._rows)
        self._shown = _best_first(self._summaries)
        self.sentences: list[str] = []
        self._can_draw = importlib.util.find_spec("matplotlib") is not None
        if not self._can_draw:
            self.sentences.append(
                "The figures are left out: matplotlib is missing (pip install matplotlib)."
            )

    def opened(self, open_model: Callable[[], OpenedModel]) -> OpenedModel | None:
        """The model, where it is the one whose scores are shown."""
        scored = {row.model for row in self._rows if row.model}
        scored |= {row.model for row in self._talking}
        try:
            model = open_model()
        except CassError as error:
            self.sentences.append(f"Gallery and cost are left out: {error}")
            return None
        if model.short_checksum in scored:
            return model
        self.sentences.append("Gallery and cost are left out: --model is not the one scored.")
        return None

    def head(self, model: OpenedModel | None) -> str:
        """Title, set and model."""
        test_set = self._sources.test_set
        words = (
            f"Written by `cass report` from measured scores. The set `{test_set.name}` "
            f"holds {test_set.num_scenes} mixtures of {test_set.seconds:g} s from clips that no "
            "training has heard, mixed at the levels of Divide and Remaster v3 (seed "
            f"{test_set.seed})."
        )
        about = ""
        if model is not None:
            notes = "; ".join(f"{k} {v}" for k, v in model.description.notes.items())
            about = f"Model: weights {model.short_checksum}" + (f" ({notes})." * bool(notes))
        return section("Results", words, about, level=1)

    def parts(self) -> list[str]:
        """Tables and curves."""
        test_set, pictures = self._sources.test_set, self._pictures
        distribution = [
            row for row in read_distribution(self._sources.scores) if row.test_set == test_set.name
        ]
        models = {row.model for row in self._rows}
        distribution = [row for row in distribution if row.model in models]
        found = [
            main_table(self._summaries, test_set.num_scenes, test_set.seconds)
            if self._rows
            else "",
            steps_section(self._rows, pictures) if self._can_draw else "",
            detail_table(self._summaries),
            distribution_table(distribution),
            distribution_section(distribution, pictures) if self._can_draw else "",
        ]
        if self._shown:
            found += [group_table(self._rows, self._shown[0], stem) for stem in (Stem.DX, Stem.FX)]
        return [*found, talking_tables(self._talking)]

    def gallery(self, model: OpenedModel | None) -> str:
        """The worst mixtures of the best condition that can be made again."""
        if model is None or not self._can_draw:
            return ""
        condition = self._shown_condition(model)
        failures = worst(self._rows, condition.facts.name) if condition else []
        if condition is None or not failures:
            return ""
        try:
            catalog = Catalog.load(self._sources.corpus)
            drawn = draw_failures(
                failures, condition, catalog, self._sources.test_set, self._pictures
            )
        except MediaError as error:
            self.sentences.append(f"The gallery is left out: {error}")
            return ""
        if not drawn:
            self.sentences.append("The gallery is left out: the corpus is not the one scored.")
            return ""
        return gallery_section(failures, condition.facts.name, PICTURES_FOLDER)

    def training(self) -> str:
        """The training curve."""
        if self._sources.curve is None or not self._can_draw:
            return ""
        return training_section(self._sources.curve, self._pictures)

    def cost(self, model: OpenedModel | None) -> str:
        """Parameters, training and processor time."""
        if model is None:
            return ""
        return cost_table(self._summaries, model.separator.num_parameters, model.description.notes)

    def _shown_condition(self, model: OpenedModel) -> ModelCondition | None:
        for summary in self._shown:
            settings = SeparationSettings(steps=summary.steps)
            picture = picture_choice(summary.picture)
            condition = ModelCondition(model, settings, picture)
            if condition.facts.name == summary.name:
                return condition
        return None


def _rows_of_set(sources: ReportSources) -> list[ScoreRow]:
    rows = newest(
        [row for row in ScoreFile(sources.scores).rows if row.test_set == sources.test_set.name]
    )
    # of a scene that changed with the corpus only the newest mixture counts
    recipes = {row.scene: row.recipe for row in rows}
    return [row for row in rows if row.recipe == recipes[row.scene]]


def _best_first(summaries: Sequence[ConditionSummary]) -> list[ConditionSummary]:
    """The model's conditions, those of the most mixtures first, then by their mean improvement.

    A few mixtures may be easy ones: their mean says nothing beside that of the whole set.
    """
    known = [(s.over_stems("si_sdri"), s) for s in summaries if s.steps]
    measured = [(-s.num_scenes, -gain, s) for gain, s in known if gain is not None]
    return [s for *_, s in sorted(measured, key=lambda place: place[:2])]
