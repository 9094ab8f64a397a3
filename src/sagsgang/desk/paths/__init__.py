"""The addresses of the desk, a file for each subject."""
