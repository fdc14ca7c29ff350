"""Profile -> validated tables and a data package.

    rows           Profile -> rows of plain values, in the schema's columns
    dataframes     rows -> pandas frames; a CSV file -> frame
    validation     no table leaves a document that does not hold to the schema
    data_package   datapackage.json

Never reads a PDF, never changes a value. Only `dataframes` and `validation` import pandas, so that an unchanged run
does without it.
"""
