"""The page on which people look at what was read and decide on it.

index         a folder of PDFs and their tables -> documents to review
view          the rows of a document as the page shows them
actions       what a person decides -> lines of the reviews file
pages         both -> HTML
server        the addresses, and who may ask
static_copy   the same as files that open from disk, read-only
pdf           what the page needs of a PDF, asked of a process of its own; drawing what that process does
"""
