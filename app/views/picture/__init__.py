"""The picture of the movie."""
