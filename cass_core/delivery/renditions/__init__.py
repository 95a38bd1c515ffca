"""Stems in another form: louder, folded down, at another rate, with a leader; sums stay sums."""
