"""Forms of the desk: what a page takes in, checked."""
