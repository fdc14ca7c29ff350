"""Figures that a person has checked for good: tests/known_figures/<document>.csv.

file      the file, read and written
pin       decided rows -> known figures
verify    the known figures that the tables do not have
"""
