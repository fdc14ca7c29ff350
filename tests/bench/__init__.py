"""Speed beside peers: `make bench`, or `python -m tests.bench`. Only the ratios within one run tell anything."""
