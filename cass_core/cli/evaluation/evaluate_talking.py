"""`cass evaluate-talking`: score the dialogue of real talking clips, with right and wrong faces."""

import argparse
from pathlib import Path

from cass_core.cli.evaluation.evaluation_arguments import (
    add_scores_folder,
    add_set_arguments,
    add_step_counts,
    numbers_of,
    print_cells,
    say,
)
from cass_core.cli.number_types import whole
from cass_core.shown_text import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("clips", type=Path, metavar="DIR", help="folder of the talking clips")
    add_set_arguments(parser)
    add_step_counts(parser)
    parser.add_argument(
        "--voices", type=int, choices=(1, 2), default=1,
        help="how many speak at once: 2 adds somebody who is not seen",
    )  # fmt: skip
    parser.add_argument(
        "--mixes", type=whole(1), default=3, metavar="N", help="mixtures of each clip"
    )
    add_scores_folder(parser)


def run(options: argparse.Namespace) -> int:
    """Score the clips with the right face, none, one shuffled in time and a stranger's."""
    from tqdm import tqdm

    from cass_core.evaluation.scoring.opened_model import open_model
    from cass_core.evaluation.scoring.scene_sets import find_test_set
    from cass_core.evaluation.talking.mixtures import talking_clips
    from cass_core.evaluation.talking.scoring import FACES, TalkingJob, score_talking
    from cass_core.evaluation.talking.table import talking_table
    from cass_core.request.settings import SeparationSettings
    from cass_core.synthesis.corpus.catalog import Catalog
    from cass_core.synthesis.corpus.clip_pool import ClipPool
    from cass_core.visual.picture_settings import PictureSettings

    model = open_model(options.model, options.device)
    test_set = find_test_set(options.test_set, options.scenes)
    pool = ClipPool(Catalog.load(options.corpus), test_set.split)
    clips = list(talking_clips(options.clips, PictureSettings()))
    if clips and not any(clip.face_share for clip in clips):
        say(["No face is seen in any clip; is the face model there (`cass separate` says more)?"])
    for steps in numbers_of(options.steps):
        settings = SeparationSettings(steps=steps)
        job = TalkingJob(clips, pool, options.mixes, model, settings, options.out, options.voices)
        total = len(clips) * len(FACES) * options.mixes
        rows = list(tqdm(score_talking(job), total=total, disable=None, leave=False))
        said = f"{counted(steps, 'step')}, {counted(options.voices, 'voice')}"
        print(f"{said}, SI-SDR improvement of the dialogue in dB")
        print_cells(talking_table(rows))
    return 0
