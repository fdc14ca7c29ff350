"""Profile -> validated tables and a data package.

    rows           Profile -> rows of plain values, in the schema's columns
    dataframes     a CSV file, or rows -> pandas frames
    validation     no row leaves a document whose tables do not hold to the schema
    data_package   datapackage.json

Never reads a PDF, never changes a value. Only `dataframes` imports pandas, so that a run does without it.
"""
