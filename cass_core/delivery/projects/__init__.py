"""Where deliveries come from: projects, and folders of stems."""
