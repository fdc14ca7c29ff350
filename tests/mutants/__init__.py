"""Which faults no test sees: `make mutants`."""
