"""The training corpus: fetched, described, and made into sets that models are judged on."""
