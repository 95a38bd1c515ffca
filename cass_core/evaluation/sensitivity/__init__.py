"""What stricter and more generous masks do to bleed and artefacts, where the truth is known."""
