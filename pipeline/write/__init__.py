"""Profile -> validated tables, a data package and one folder that is either as before or complete.

    schema   every table and field, once: what the other modules are made from
    rows     Profile -> rows of plain values, in the schema's columns
    frames   rows -> pandas frames that hold to the schema; a CSV file -> frame
    cells    rows -> CSV that no spreadsheet runs and that reads back unchanged
    package  datapackage.json
    folder   one folder, replaced as a whole

Never reads a PDF, never changes a value. Only `frames` imports pandas, so that an unchanged run does without it.
"""
