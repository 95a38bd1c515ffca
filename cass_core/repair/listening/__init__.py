"""What repairs find out by listening: how loud, what hangs together, what is needed no more."""
