"""How a letter says things."""
