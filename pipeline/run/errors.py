"""The one error that a person who starts a run can make or meet."""


class CannotRun(Exception):  # noqa: N818 (says what it means to whoever meets it)
    """The run cannot begin or end; nothing was changed. The message is a sentence: what, where, what to do."""
