"""How long separations take on this computer: measured, kept, expected and told while they run."""
