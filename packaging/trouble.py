"""The one error of the start and test script."""


class Trouble(Exception):
    """Something the person has to see to; the message is the whole sentence."""
