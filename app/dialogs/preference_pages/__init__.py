"""The pages of the preferences, a file each; they change things at once."""
