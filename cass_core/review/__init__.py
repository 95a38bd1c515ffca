"""Where a sound stands in the wrong stem: evidence, measures, flags and a report of them."""
