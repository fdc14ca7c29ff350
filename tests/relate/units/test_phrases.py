"""Words, mentions and rows as phrases, one by one."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Country, Mention, Money, Organisation, Quantity, Reading, Span, Time
from pipeline.relate.phrases import (
    Phrase,
    actor,
    classes,
    mention_at,
    of_class,
    of_mention,
    read_words,
    starts_of,
    word,
    written,
)
from tests.relate.records import country, money, phrases, read, sentence, time


def words_of(reading: Reading) -> list:
    return [token for token in reading.doc if not token.is_space or "\t" in token.text]


def phrase_of(text: str, at: str) -> Phrase:
    """The phrase of a word that is no mention."""
    reading = read(text)
    words = words_of(reading)
    place = next(i for i, token in enumerate(words) if token.text == at)
    with spoken("en"):
        found, after = word(words, place, starts_of(reading))
    assert words[after - 1].idx + len(words[after - 1]) == found.end
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
    reading = read("FAO as well as UNICEF")
    words = words_of(reading)
    place = next(i for i, token in enumerate(words) if token.text == "as")
    cut = country("TGO", start=words[place + 2].idx)
    with spoken("en"):
        found, after = word(words, place, {cut.char_start: [cut]})
    assert (found.text, after) == ("as", place + 1)


def test_a_tab_ends_a_cell() -> None:
    reading = read("a\tb")
    words = words_of(reading)
    with spoken("en"):
        found, after = word(words, 1, {})
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


def rows_of(text: str, *rows: Span, heading: str = "") -> list[tuple[str, bool]]:
    reading = read(text, heading)
    return [(" ".join(t.text.strip(" ") for t in words), headed) for words, headed in read_words(reading, rows)]


def test_sentences_and_rows() -> None:
    assert rows_of("It is so. We are here.") == [("It is so .", False), ("We are here .", False)]
    assert rows_of("It is so.", heading="Ports") == [("Ports", True), ("It is so .", False)]
    text = "A one.\tB two.\nC three.\tD four.\nE five."
    first, second = Span(0, 13), Span(14, 30)
    lines = [line for line, _ in rows_of(text, first, second)]
    assert lines == ["A one . \t B two .", "C three . \t D four .", "E five ."]
    assert len(rows_of(text, second)) == 4
    assert rows_of(text, first, second)[0][0] == rows_of(text, Span(0, 13))[0][0]


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
    token = next(iter(reading.doc))
    short, long_ = country("TGO", name="Togo"), country("TGO", name="Togo is")
    amount = money("3", text="To")
    body = Organisation(text="Togo", char_start=0, char_end=4, kind="multilateral", rule="", name="Togo")
    when = Time(text="Togo", char_start=0, char_end=4, kind="year", rule="")
    assert mention_at({0: [short, long_]}, token) is long_
    assert mention_at({0: [long_, amount]}, token) is amount
    assert mention_at({0: [short, body]}, token) is body
    assert mention_at({0: [short, when]}, token) is when
    assert mention_at({0: [when, body]}, token) is body
    assert mention_at({1: [short]}, token) is None


def test_a_country_that_may_give_is_known_as_a_country() -> None:
    reading = read("Norway gave EUR 3 million to UNICEF.")
    starts = starts_of(reading)
    assert all(not (isinstance(m, Organisation) and m.kind == "country") for here in starts.values() for m in here)
    assert any(isinstance(m, Organisation) for here in starts.values() for m in here)
    assert isinstance(starts[12][0], Money)


def test_the_code_and_the_place_of_a_phrase() -> None:
    own = sentence("ada[WHO|SUBJ] gave[GIVE] 2020[YEAR]")
    first, second, third = own.phrases
    assert first.code == "<|SUBJ|WHO|ada|>"
    assert (second.time, third.time and third.time.value) == (None, "2020")
    assert [own.place(phrase) for phrase in own.phrases] == [0, 1, 2]
    assert own.place(phrases("ada[WHO|SUBJ]")[0]) is None
