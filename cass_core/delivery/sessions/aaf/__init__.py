"""AAF: one composition, mobs of files, clip gain."""
