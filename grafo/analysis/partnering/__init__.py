"""What speaks for two governments becoming partners: the ground of suggestions."""
