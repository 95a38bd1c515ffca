"""What balancing by the picture is doing, and how near it came."""
