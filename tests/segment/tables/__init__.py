"""Tables from lines, rules and grounds, function by function."""
