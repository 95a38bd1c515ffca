"""What the clips' movies show, kept small beside their sound."""
