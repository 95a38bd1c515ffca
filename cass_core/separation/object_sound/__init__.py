"""The sound of something that is seen: a box on the picture becomes a region of the sound."""
