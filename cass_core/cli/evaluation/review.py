"""`cass evaluate --review FOLDER`: how well misplaced sounds are found on planted programmes."""

import argparse


def run_review(options: argparse.Namespace) -> int:
    """Plant, review, print the curve and what following the suggestions brings."""
    from tqdm import tqdm

    from cass_core.evaluation.review.planting import PROGRAMME_S
    from cass_core.evaluation.review.scoring import score_reviews
    from cass_core.evaluation.review.summary import draw_review, review_table, summarise_reviews
    from cass_core.review.measures.table import measures_named
    from cass_core.synthesis.film_sets.building import read_built_set

    name, scenes = read_built_set(options.folder)
    count = options.scenes or 100
    measures = measures_named(options.measures)
    scores = score_reviews(name, scenes, count, options.seed, options.out, measures)
    shown = list(tqdm(scores, total=count, disable=None, leave=False))
    summary = summarise_reviews(shown, PROGRAMME_S)
    print(f"{name}, seed {options.seed}: {review_table(summary)}")
    if options.out is not None:
        print(draw_review(summary, options.out))
    return 0
