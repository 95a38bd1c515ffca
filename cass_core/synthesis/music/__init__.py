"""Film-like music that is made: scores that nobody owns any more, played and coloured anew."""
