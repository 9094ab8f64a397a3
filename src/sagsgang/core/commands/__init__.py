"""The only writes: one function for each verb, each begins with `act`."""
