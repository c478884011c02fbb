"""What the operating system says of a file that cannot be read or written, in the reader's language."""

from gettext import gettext

_ = str  # marks words for the message catalogues; the system says them in English
_SAID = (
    _("No such file or directory"),
    _("Permission denied"),
    _("Is a directory"),
    _("Not a directory"),
    _("File exists"),
    _("File name too long"),
    _("Read-only file system"),
    _("No space left on device"),
    _("Input/output error"),
)


def system_words(error: OSError) -> str:
    """Why the system refused; a reason that no catalogue knows stays as the system says it."""
    return gettext(error.strerror) if error.strerror else str(error)
