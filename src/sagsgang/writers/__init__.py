"""A Paper to text or bytes. A writer asks nothing and decides nothing about what is secret."""
