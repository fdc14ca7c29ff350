"""Dates, periods and durations: matches of rules -> what they mean -> EDTF."""
