"""The panels of the left column: separation, versions, export."""
