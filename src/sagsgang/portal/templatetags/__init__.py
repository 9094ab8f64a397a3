"""What the templates of the portal can do."""
