"""The list of repairs, and the choice about them after another separation."""
