"""New sound beside a movie's untouched picture."""
