"""The product: stems of one programme, in memory and on disk."""
