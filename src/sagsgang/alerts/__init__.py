"""Who follows what by mail: bodies, cases, subjects and searches, without an account."""
