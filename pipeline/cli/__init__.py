"""The command donor-profiles: `commands` what each does, `console` what a person sees of it."""

from pipeline.cli.commands import main

__all__ = ["main"]
