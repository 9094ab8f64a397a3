"""The open editions, their seals, search and files: what the public may read, and nothing else."""
