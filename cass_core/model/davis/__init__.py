"""DAVIS-Flow: the sound of an object that is seen, by flow matching on magnitudes."""
