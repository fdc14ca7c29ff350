"""Amounts of money: tokens -> arrangements of them -> values."""
