"""`cass evaluate`: score a model on known mixtures."""

import argparse
from dataclasses import replace
from pathlib import Path

from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.cli.corpus import default_corpus
from cass_core.cli.number_types import whole
from cass_core.errors import SettingsError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--set", dest="test_set", default="starter-test", help="name of the set")
    parser.add_argument("--corpus", type=Path, default=default_corpus(), metavar="DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="name or folder of a model")
    parser.add_argument("--steps", default="1,2,4,8", help="step counts, separated by commas")
    parser.add_argument("--render", default="faithful", help="faithful, generated, or both: a,b")
    parser.add_argument("--scenes", type=whole(1), help="only the first so many mixtures")
    parser.add_argument("--device", choices=("auto", "cuda", "cpu", "mps"), default="auto")


def run(options: argparse.Namespace) -> int:
    """Print mean SI-SDR improvements a setting and stem."""
    from tqdm import tqdm

    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.evaluation.evaluate import TEST_SETS, evaluate, table
    from cass_core.separation.compute_device import choose_device
    from cass_core.separation.separator import Separator
    from cass_core.separation.settings import SeparationSettings

    if options.test_set not in TEST_SETS:
        raise SettingsError(
            f"There is no set '{options.test_set}'; choose one of {', '.join(TEST_SETS)}."
        )
    test_set = TEST_SETS[options.test_set]
    if options.scenes:
        test_set = replace(test_set, num_scenes=options.scenes)
    settings = [
        SeparationSettings(steps=steps, render=render)
        for render in options.render.split(",")
        for steps in _numbers(options.steps)
    ]
    network, description = load_model(find_model(options.model))
    separator = Separator(network, description.config, choose_device(options.device))
    scores = []
    total = test_set.num_scenes * len(settings)
    with tqdm(total=total, disable=None, leave=False) as bar:
        for score in evaluate(separator, options.corpus, test_set, settings):
            scores.append(score)
            bar.update()
    print(f"{test_set.name}: {test_set.num_scenes} mixtures of {test_set.seconds:g} s")
    print(f"{options.model}: {description.notes}, default {description.default_steps} steps")
    print("SI-SDR improvement over the mixture in dB")
    print(table(scores))
    return 0


def _numbers(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError as error:
        raise SettingsError(f"'{text}' is no list of step counts; write 1,4,16.") from error
