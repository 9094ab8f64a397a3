"""What the build and the developers run."""
