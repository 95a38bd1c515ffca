"""Movies in, stems out: the command and the arguments that others share with it."""
