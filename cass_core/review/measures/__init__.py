"""What speaks for a misplaced sound: each measure looks at evidence of its own."""
