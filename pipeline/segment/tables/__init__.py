"""Lines, rules and grounds -> tables, each sort in a module.

cells    what all make: cells in rows and columns, and what their kinds are
lattice  the grids that rules, frames and grounds draw; ruled their tables
across   tables with rules between their rows, and rows on both sides of a gutter
labelled known labels with their values beside them
figures  labels with columns of figures, parted by white; unruled columns of words
parts    tables that go on below the name of their next rows
"""
