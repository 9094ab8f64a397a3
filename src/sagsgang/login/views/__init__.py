"""The pages for logging in and for one's own account."""
