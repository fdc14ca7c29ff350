"""The page on which people look at what was read and decide on it.

Takes a folder of PDFs and the tables that were made from them; gives a web page on a loopback address, or a copy of it
that opens from disk. What people decide goes to raw/<document>.reviews.csv; the tables are never written.

    index        extracted/ -> the tables of one document, without reading those of the others
    library      raw/ and the index -> documents, with how far their review is (progress)
    row, rows    a record of the tables with what people decided on it -> a row as the page shows it
    sheet        tables and decisions -> all rows of a document, and what else is told
    summary      a row -> the few words that tell its values
    changes      what a person decides -> lines of the reviews file, if they hold
    marks        a box that a person draws -> the words in it and their sentence
    places       cells of boxes -> places on pages
    pdf          a PDF -> page sizes, page images, places of letters; asked of pdf_child, a process with limits
    pages        everything above -> HTML
    security     who may ask, and what a browser may do with the answer
    server       addresses, asked: what a browser sends to them; serve: until it is interrupted
    static_copy  the same pages as files
"""
