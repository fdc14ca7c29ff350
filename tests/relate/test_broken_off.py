"""A sentence that breaks off anywhere, as at the edge of a box or of a scan, is read as far as it goes."""

import re

import pytest

SENTENCES = (
    "Through the Port Guild (PG), the Kenyan NGO Moss Trust and UNICEF in Togo and Mali’s Ministry of Ports gave it.",
    "In June the Geneva-based Ferry Union, an anonymous donor and Norway’s Board of Directors received EUR 3 million.",
    "Of the EUR 3 million (of which EUR 2 million is core) from the city of Lorne and the estate of Ada K. Moss, it",
    "Ministry of Water, Irrigation and Energy and, from 2023, the Centre for Rights and Awareness (CRA) work in Lorne",
    "in Port Lorne (Togo), Fiji and Samoa in the Pacific; and Tonga, Mali/Benin and Lorne and Kenya, and Sudan was",
    "Mr and Mrs Leo Moss, Minister of Trade, and Women’s Crisis Centre, Inc. fund the HIV/AIDS programme of the Irish",
    "Of this, Norway has paid EUR 1 million in 2021, Malta EUR 2 million and Val-de-Marne and Timor-Leste the rest by",
    "Partners: FAO; UNICEF (lead), Marks & Moss and the Steiner family’s Brussels-Capital Region, which signed a grant",
    "It plans to give the Fund, which is funded by Berlin, Bremen, and Flanders with USD 5 million over three years in",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_that_breaks_off(related, text):
    for word in re.finditer(r"\w+|[^\w\s]", text):
        part = text[: word.end()]
        assert related("Safe ports", part).sections[0].text == part
        assert related(part, "It is so.").sections[0].heading == part
