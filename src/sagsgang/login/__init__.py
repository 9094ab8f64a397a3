"""Accounts and logging in. An account leads to a person; what a person may do, the core says."""
