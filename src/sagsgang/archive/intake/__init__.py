"""The private store before the archive: files on their way in, and papers kept aside until a person has looked.

Everything in it is readable by its owner only, and is removed when it has been decided on.
"""
