"""Published data sets as clips of the catalogue, each read as its authors lay it out."""
