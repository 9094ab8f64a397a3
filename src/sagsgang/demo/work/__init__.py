"""The working house of Solbjerg Kommune: made by the same commands as people's, and so the tests' world too."""
