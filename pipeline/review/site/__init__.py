"""The page on which people look at what was read and decide on it.

Takes a folder of PDFs and the tables that were made from them; gives a web page on a loopback address, or a copy of it
that opens from disk. What people decide goes to raw/<document>.reviews.csv; the tables are never written.

    index        extracted/ -> the tables of one document, without reading those of the others
    library      raw/ and the index -> documents, with how far their review is
    sheet        tables and decisions -> the rows as the page shows them
    changes      what a person decides -> lines of the reviews file, if they hold
    marks        a box that a person draws -> the words in it and their sentence
    pdf          a PDF -> page sizes, page images, places of letters; asked of pdf_child, a process with limits
    pages        everything above -> HTML
    security     who may ask, and what a browser may do with the answer
    server       addresses
    static_copy  the same pages as files
"""
