"""Five donor profiles, written and typeset for this project.

Each has a module of its own, with the words and the design; `python -m tests.documents FOLDER` writes the PDF files.
Ireland's is told in English, Spanish and French, with the
same facts. The figures are illustrations, and some of them disagree on purpose: `PLANTED` in each module says which.
"""

from tests.documents import ireland, irlanda, irlande, luxembourg, republic_of_korea

DOCUMENTS = (ireland.DOCUMENT, irlanda.DOCUMENT, irlande.DOCUMENT, luxembourg.DOCUMENT, republic_of_korea.DOCUMENT)
"""In alphabetical order."""
