"""`python -m pipeline` is the command `donor-profiles`."""

from pipeline.cli.commands import main

if __name__ == "__main__":
    main(prog_name="donor-profiles")
