"""What happens by itself: notices from the Journal, reminders of deadlines."""
