"""What stops a screening."""


class HeguiError(Exception):
    """Hegui can't run, or not on these columns; the text names the cause and, where there is one, the machine."""
