"""What may be said about values alone: deadlines, numbers, order, routes. No database."""
