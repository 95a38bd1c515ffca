"""What each action does: menus, keys and buttons end here."""
