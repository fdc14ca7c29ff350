"""Three donor profiles, written and typeset for this project.

Each has a module of its own, with the words and the design; `python -m tests.documents FOLDER` writes the PDF files.
The figures are illustrations, and some of them disagree on purpose: `PLANTED` in each module says which.
"""

from tests.documents import ireland, luxembourg, republic_of_korea

DOCUMENTS = (ireland.DOCUMENT, luxembourg.DOCUMENT, republic_of_korea.DOCUMENT)
"""In alphabetical order."""
