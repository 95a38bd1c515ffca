"""How well a tagger hears scenes that it was not trained on."""

from dataclasses import dataclass

import numpy as np
import torch

from cass_core.metrics.average_precision import average_precision
from cass_core.metrics.taggers.tagger_net import TaggerNet
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import PLAIN
from cass_core.training.tagger.examples import draw_examples, joined_examples
from cass_core.training.tagger.sound_kinds import CLASSES

_PATCHES_AT_ONCE = 64


@dataclass(frozen=True)
class TaggerScores:
    """What came out, by name of a class.

    Attributes:
        accuracy: share of right answers at a probability of 0.5, for the stems.
        average_precision: for every class that is heard at least once.
        heard: share of the windows in which the class is heard.
    """

    accuracy: dict[str, float]
    average_precision: dict[str, float]
    heard: dict[str, float]


def score_tagger(network: TaggerNet, catalog: Catalog, split: str, num_scenes: int) -> TaggerScores:
    """Score a tagger on the same scenes every time, in random subsets of their stems.

    Args:
        network: the tagger's, in evaluation mode.
        catalog: clips.
        split: "valid" or "test".
        num_scenes: how many.

    Returns:
        The scores, rounded to four places.
    """
    pool, rng = ClipPool(catalog, split), np.random.default_rng(7)
    windows = joined_examples(draw_examples(pool, rng, PLAIN) for _ in range(num_scenes))
    with torch.inference_mode():
        logits = torch.cat([network(part) for part in windows.patches.split(_PATCHES_AT_ONCE)])
    accuracy, precision, shares = {}, {}, {}
    for column, name in enumerate(CLASSES):
        known = windows.known[:, column].bool()
        heard, answers = windows.heard[known, column].bool().numpy(), logits[known, column].numpy()
        if column < len(STEMS):
            accuracy[name] = round(float(np.mean((answers > 0) == heard)), 4)
        if heard.any():
            precision[name] = round(average_precision(answers, heard), 4)
            shares[name] = round(float(heard.mean()), 4)
    return TaggerScores(accuracy, precision, shares)
