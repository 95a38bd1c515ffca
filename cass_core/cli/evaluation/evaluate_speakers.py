"""`cass evaluate-speakers`: how often the face that speaks is the one that is marked."""

import argparse
from pathlib import Path

from cass_core.cli.evaluation.evaluation_arguments import print_cells
from cass_core.cli.number_types import whole
from cass_core.errors import MediaError

_SEED = 20261130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "clips", type=Path, metavar="DIR", help="folder of clips in which one person speaks"
    )
    parser.add_argument(
        "--silent", type=Path, metavar="DIR", help="folder of clips in which one person is silent"
    )
    parser.add_argument(
        "--lr-asd", type=Path, metavar="FILE",
        help="weights of LR-ASD (finetuning_TalkSet.model), to be judged beside",
    )  # fmt: skip
    parser.add_argument("--seed", type=whole(0), default=_SEED, metavar="N", help="of the scenes")


def run(options: argparse.Namespace) -> int:
    """Show clips beside each other, let one speak after the other, and count the marks."""
    from tqdm import tqdm

    from cass_core.evaluation.speakers.clips import FaceClips
    from cass_core.evaluation.speakers.lr_asd import load_lr_asd
    from cass_core.evaluation.speakers.planted_scenes import filmed_face, planted_scenes
    from cass_core.evaluation.speakers.scoring import score_scene
    from cass_core.evaluation.speakers.table import clips_table, scenes_table
    from cass_core.visual.picture_settings import PictureSettings

    settings = PictureSettings()
    network = load_lr_asd(options.lr_asd) if options.lr_asd else None
    clips = FaceClips(options.clips, settings)
    silent = FaceClips(options.silent, settings).alone if options.silent else []
    talking, listening = ([filmed_face(path) for path in paths] for paths in (clips.alone, silent))
    if not clips.alone and not clips.together:
        raise MediaError(
            f"No face is seen in any movie of {options.clips}; name another folder, or see whether "
            "the face model is there (`cass doctor`)."
        )
    scenes = list(planted_scenes(talking, listening, options.seed))
    rows = [
        row
        for scene in tqdm(scenes, disable=None, leave=False)
        for row in score_scene(scene, settings, network)
    ]
    print("Planted scenes: who is marked, as shares of the time with speech")
    print_cells(scenes_table(rows))
    if clips.together:
        print("Real clips: seconds for which each face is marked")
        print_cells(clips_table([clips.marks(path, network) for path in clips.together]))
    return 0
