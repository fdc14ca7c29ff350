"""Words, mentions and rows as phrases, one by one."""

from dataclasses import replace

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Country, Fact, Facts, Mention, Money, Organisation, Quantity, Span, Time
from pipeline.relate.phrases import Phrase, actor, of_mention, word
from pipeline.relate.words import Line, classes, lines, mentions_of, of_class, written
from tests.relate.records import country, money, phrases, read, sentence, time


def lines_of(text: str, *facts: Fact, heading: str = "") -> list[Line]:
    with spoken("en"):
        return list(lines(read(text, heading, blocks=(Facts(facts),))))


def line_of(text: str, *facts: Fact) -> Line:
    """The only line of a section."""
    (line,) = lines_of(text, *facts)
    return line


def phrase_of(text: str, at: str) -> Phrase:
    """The phrase of a word that is no mention."""
    line = line_of(text)
    place = next(i for i, own in enumerate(line.words) if own.text == at)
    with spoken("en"):
        found, after = word(line, place)
    assert line.end(after - 1) == found.end
    return found


@pytest.mark.parametrize(
    ("text", "at", "words", "has", "lacks"),
    [
        ("It gave money.", "gave", "gave", {"GIVE"}, {"GIFT"}),
        ("FAO as well as UNICEF", "as", "as well as", {"LINK"}, set()),
        ("FAO as well", "as", "as", set(), {"LINK"}),
        ("It has 12 ports.", "12", "12", {"NUM"}, set()),
        ("It has 12 ports.", "ports", "ports", set(), {"NUM"}),
        # the month of May
        ("It may come.", "may", "may", {"COULD"}, set()),
        ("In May it came.", "May", "may", set(), {"COULD"}),
        ("May it come.", "May", "may", {"COULD"}, set()),
        ("May 2 it came.", "May", "may", set(), {"COULD"}),
        ("May it 2 come.", "May", "may", {"COULD"}, set()),
    ],
)
def test_the_phrase_of_a_word(text: str, at: str, words: str, has: set[str], lacks: set[str]) -> None:
    found = phrase_of(text, at)
    assert found.text == words
    assert found.kinds >= has
    assert not found.kinds & lacks
    assert found.start == text.index(at)


def test_what_the_last_word_of_a_longer_entry_is_the_entry_is_too() -> None:
    with spoken("en"):
        plain = [words for words in classes() if len(words) > 1 and " ".join(words).replace(" ", "").isalpha()]
        for words in plain:
            found = phrase_of(f"x {' '.join(words).lower()}", words[0].lower())
            if found.text != " ".join(words):
                continue
            last = classes().get(words[-1:], frozenset())
            for head in ("GIFT", "BUDGET"):
                hides = "UNFUNDS" in classes()[words] or (head == "BUDGET" and "ASSESSED" in classes()[words])
                expected = head in classes()[words] or (head in last and not hides)
                assert (head in found.kinds) is expected, words


def test_a_longer_entry_that_a_mention_cuts_is_none() -> None:
    line = line_of("FAO as well as UNICEF")
    place = next(i for i, own in enumerate(line.words) if own.text == "as")
    cut = country("TGO", start=line.starts[place + 2])
    with spoken("en"):
        found, after = word(line._replace(mentions={cut.char_start: cut}), place)
    assert (found.text, after) == ("as", place + 1)


def test_a_tab_ends_a_cell() -> None:
    with spoken("en"):
        found, after = word(line_of("a\tb", Fact(Span(0, 1), Span(2, 3))), 1)
    assert (found.kinds, found.text, found.start, found.end, after) == ({"CELL", "BREAK"}, "tab", 1, 2, 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [("A  B\nC", "a b c"), ("it's", "it’s"), ("a<b>c|d", "a¦b¦c¦d"), ("", "")],
)
def test_a_text_as_patterns_see_it(text: str, found: str) -> None:
    assert written(text) == found


def test_classes_of_words() -> None:
    with spoken("en"):
        assert "gave" in of_class("GIVE")
        assert "as" not in of_class("LINK")  # of "as well as"
        assert "LINK" in classes()["as", "well", "as"]


def texts_of(text: str, *facts: Fact, heading: str = "") -> list[str]:
    return [" ".join(word.text for word in line.words) for line in lines_of(text, *facts, heading=heading)]


def test_sentences_and_rows() -> None:
    assert texts_of("It is so. We are here.") == ["It is so .", "We are here ."]
    assert texts_of("It is so.", heading="Ports") == ["Ports", "It is so ."]
    text = "A one.\tB two.\nC three.\tD four.\nE five."
    first, second = Fact(Span(0, 6), Span(7, 13)), Fact(Span(14, 22), Span(23, 30))
    assert texts_of(text, first, second) == ["A one . \t B two .", "C three . \t D four .", "E five ."]
    assert len(texts_of(text, second)) == 4
    assert texts_of(text, first, second)[0] == texts_of(text, first)[0]


def test_what_holds_for_the_words_of_a_line() -> None:
    text = "A one.\tB Two one."
    line = line_of(text, Fact(Span(0, 6), Span(7, 17)))
    assert [word.text for i, word in enumerate(line.words) if line.opens(i)] == ["A", "B"]
    assert [text[start : line.end(i)] for i, start in enumerate(line.starts)] == [word.text for word in line.words]
    assert [word.text for word in line.words if word.is_large] == ["A", "B", "Two"]
    assert line.small == {"one"}


@pytest.mark.parametrize(
    ("mention", "kinds", "actors"),
    [
        (money("3"), {"MONEY"}, []),
        (time("2020"), {"TIME", "YEAR"}, []),
        (time("2020/2021", "range"), {"TIME", "RANGE"}, []),
        (country("TGO", name="Togo"), {"PLACE", "NAMED", "WHO", "COUNTRY"}, [("Togo", "TGO", "country")]),
        (country(None, "group", name="EU"), {"PLACE", "NAMED", "WHO", "COUNTRY"}, [("EU", None, "group")]),
        (country("TGO", "place", name="Lomé"), {"PLACE", "NAMED"}, []),
        (country(None, "region", name="Asia"), {"PLACE", "NAMED"}, []),
        (
            Country(text="Togolese", char_start=0, char_end=8, kind="demonym", rule="", name="Togo", iso3="TGO"),
            {"DEMONYM", "NAMED"},
            [("Togo", "TGO", "demonym")],
        ),
        (
            Organisation(text="the  Fund", char_start=0, char_end=9, kind="multilateral", rule="", name="Fund"),
            {"WHO", "BODY"},
            [("the Fund", None, "multilateral")],
        ),
        (Quantity(text="400 women", char_start=0, char_end=9, rule="", value=400, unit="women"), None, []),  # type: ignore[arg-type]
    ],
)
def test_the_phrase_of_a_mention(mention: Mention, kinds: set[str] | None, actors: list[object]) -> None:
    with spoken("en"):
        found = of_mention(mention, 99)
    assert found.kinds == kinds if kinds else found.kinds >= {"COUNT", "PEOPLE"}
    assert [(a.name, a.iso3, a.known) for a in found.actors] == actors
    assert (found.start, found.end, found.mention, found.text) == (0, 99, mention, written(mention.text))


def test_who_a_people_is() -> None:
    people = Country(text="Togolese", char_start=0, char_end=8, kind="demonym", rule="", name="Togo", iso3="TGO")
    place = Country(text="the  Congo", char_start=0, char_end=9, kind="country", rule="", name="Congo", iso3="COG")
    assert actor(people).name == "Togo"
    assert actor(place).name == "the Congo"


def test_the_mention_that_begins_at_a_word() -> None:
    reading = read("Togo is far.")
    short, long_ = country("TGO", name="Togo"), country("TGO", name="Togo is")
    amount = money("3", text="To")
    body = Organisation(text="Togo", char_start=0, char_end=4, kind="multilateral", rule="", name="Togo")
    when = Time(text="Togo", char_start=0, char_end=4, kind="year", rule="")
    for first, second, found in (
        (short, long_, long_),
        (long_, amount, amount),
        (short, body, body),
        (short, when, when),
        (when, body, body),
    ):
        assert mentions_of(replace(reading, mentions=(first, second))) == {0: found}
        assert mentions_of(replace(reading, mentions=(second, first))) == {0: found}


def test_a_country_that_may_give_is_known_as_a_country() -> None:
    mentions = mentions_of(read("Norway gave EUR 3 million to UNICEF.")).values()
    assert [type(mention) for mention in mentions] == [Country, Money, Organisation]


def test_the_classes_of_all_phrases_and_those_that_are_named() -> None:
    own = sentence("ada[WHO|SUBJ] gave[GIVE] 2020[YEAR]")
    assert own.kinds == {"WHO", "SUBJ", "GIVE", "YEAR", "TIME"}
    assert [(place, phrase.text) for place, phrase in own.named] == [(0, "ada"), (2, "2020")]


def test_the_code_and_the_place_of_a_phrase() -> None:
    own = sentence("ada[WHO|SUBJ] gave[GIVE] 2020[YEAR]")
    first, second, third = own.phrases
    assert first.code == "<|SUBJ|WHO|ada|>"
    assert (second.time, third.time and third.time.value) == (None, "2020")
    assert [own.place(phrase) for phrase in own.phrases] == [0, 1, 2]
    assert own.place(phrases("ada[WHO|SUBJ]")[0]) is None
