from collections.abc import Callable

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Profile, Section, SectionKind
from pipeline.relate import relate


@pytest.fixture
def related() -> Callable[..., Profile]:
    """The profile of a document of the Irish donor with one section."""

    def relate_section(heading: str, text: str, kind: SectionKind = "project", language: str = "en") -> Profile:
        document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
        section = Section("s-1", 1, kind, heading, text, places=())
        title = Section("", 0, "front", "", "Ireland", places=())
        reading = read_section(section, Context(language=language, donor="IRL"))
        return relate(document, [reading], read_section(title, Context()))

    return relate_section
