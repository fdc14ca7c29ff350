"""Names that no list knows, word by word."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.relate.names import name, names_nobody
from pipeline.relate.phrases import Phrase
from pipeline.relate.words import lines
from tests.relate.records import read


def named(text: str, language: str = "en") -> tuple[Phrase, str] | None:
    """The name that begins at the sign `^`, and the word after it."""
    before, _, after = text.partition("^")
    reading = read(before + after, language=language)
    with spoken(language):
        line = next(line for line in lines(reading) if len(before) in line.starts)
        found = name(line, line.starts.index(len(before)))
    return (found[0], line.words[found[1]].text if found[1] < len(line.words) else "") if found else None


@pytest.mark.parametrize(
    ("text", "printed", "following"),
    [
        ("We met ^Port Lorne there.", "Port Lorne", "there"),
        ("We met ^Port Lorne", "Port Lorne", ""),
        # a word alone: in capitals or within a sentence, of three letters, and never written without a capital
        ("It saw ^Lorne there.", "Lorne", "there"),
        ("^LORNE is there.", "LORNE", "is"),
        ("^LRN is there.", "LRN", "is"),
        ("It saw ^LRN there.", "LRN", "there"),
        ("It saw ^Lor there.", "Lor", "there"),
        # a month before a name, and one in it
        ("From ^March of Moss it came.", "March of Moss", "it"),
        ("^June Moss Trust paid.", "June Moss Trust", "paid"),
        ("It saw ^June Moss there.", "June Moss", "there"),
        # a noun of giving and whose it is
        ("^Contribution for Ireland came.", "Contribution for Ireland", "came"),
        ("^Governments Mali pay", "Governments Mali", "pay"),
        ("The ^Governments Fund pays.", "Governments Fund", "pays"),
        # an initial
        ("^Ada K. Moss Trust paid.", "Ada K. Moss Trust", "paid"),
        ("^Ada K. paid.", "Ada K", "."),
        ("^Ada K. and Leo Moss Trust paid.", "Ada K. and Leo Moss Trust", "paid"),
        ("^Ada K. & Leo Moss Trust paid.", "Ada K. & Leo Moss Trust", "paid"),
        ("^Ada KL. Moss Trust paid.", "Ada KL", "."),
        ("^Ada K. Moss paid.", "Ada K. Moss", "paid"),
        ("^Ada K. Moss", "Ada K. Moss", ""),
        # what is glued to it, and what belongs to people
        ("^Women’s Fund paid.", "Women’s Fund", "paid"),
        ("^Women’s Fund", "Women’s Fund", ""),
        ("^Farmers’ Union paid.", "Farmers’ Union", "paid"),
        ("^Port Farmers’ unions paid.", "Port Farmers", "’"),
        ("^Port Farmers’", "Port Farmers", "’"),
        ("the ^EU4Skills paid.", "EU4Skills", "paid"),
        ("^Women’s Crisis Centre paid.", "Women’s Crisis Centre", "paid"),
        # hyphens
        ("^Government of Timor-Leste paid.", "Government of Timor-Leste", "paid"),
        ("^Government of Timor-Leste", "Government of Timor-Leste", ""),
        ("^Val-de-Marne paid.", "Val-de-Marne", "paid"),
        ("^Val-de-Marne", "Val-de-Marne", ""),
        ("^Anglo-Irish Trust paid.", "Anglo-Irish Trust", "paid"),
        ("^Anglo-Dutch Trust paid.", "Anglo-Dutch Trust", "paid"),
        ("the ^United States Anglo-Dutch Trust paid.", "United States Anglo-Dutch Trust", "paid"),
        ("the ^NGO Forum paid.", "NGO Forum", "paid"),
        # words that join the parts of a name
        ("^Bank of the Ports paid.", "Bank of the Ports", "paid"),
        ("^Bank of Ports paid.", "Bank of Ports", "paid"),
        ("^Fund for Ports paid.", "Fund for Ports", "paid"),
        ("^Moss for Ports paid.", "Moss for Ports", "paid"),
        ("^UNICEF Fund for Ports paid.", "UNICEF Fund for Ports", "paid"),
        ("^UNICEF of Ports paid.", "UNICEF of Ports", "paid"),
        ("^United States Fund for UNICEF paid.", "United States Fund for UNICEF", "paid"),
        ("^Persons with Disabilities Union paid.", "Persons with Disabilities Union", "paid"),
        ("^Brick Makers’ Union paid.", "Brick Makers’ Union", "paid"),
        ("^Brick Makers’ Tour paid.", "Brick Makers", "’"),
        ("^Ada Mosso’ Union paid.", "Ada Mosso", "’"),
        ("^Union of Workers in Textile paid.", "Union of Workers in Textile", "paid"),
        ("^Union of Workers in Mali paid.", "Union of Workers", "in"),
        ("^Union of Ports in Textile paid.", "Union of Ports", "in"),
        ("^Bank of UNICEF paid", "Bank of UNICEF", "paid"),
        ("^University Service of Canada The project", "University Service of Canada", "The"),
        ("We saw ^University Service of Canada, which", "University Service of Canada", ","),
        # "and" within a name
        ("^Food and Drug Association paid.", "Food and Drug Association", "paid"),
        ("^Ada and Leo Moss Trust paid.", "Ada and Leo Moss Trust", "paid"),
        ("^Ada and Leo Moss Port Trust paid.", "Ada and Leo Moss Port Trust", "paid"),
        ("^Ada Moss and Leo Moss Trust paid.", "Ada Moss", "and"),
        ("^Ada K. and Leo M. Moss Trust paid.", "Ada K. and Leo M. Moss Trust", "paid"),
        (
            "^Center for Science and International Affairs paid.",
            "Center for Science and International Affairs",
            "paid",
        ),
        (
            "^Center for Science, Ports and International Affairs paid.",
            "Center for Science, Ports and International Affairs",
            "paid",
        ),
        ("^Center for Science, Moss and Leo paid.", "Center for Science", ","),
        # topics by their endings, which bodies and projects have, too
        ("^Center for Hydrology and Meteorology paid.", "Center for Hydrology and Meteorology", "paid"),
        ("^Center for Ports and Practical Action paid.", "Center for Ports", "and"),
        ("^Center for Ports and Moss Foundation paid.", "Center for Ports", "and"),
        ("^Lorne Forest and Wildlife Enterprise paid.", "Lorne Forest and Wildlife Enterprise", "paid"),
        # what the head of a body, and a topic, stand after
        ("^Commission on Women and Children paid.", "Commission on Women and Children", "paid"),
        ("It saw ^Moss on Ports there.", "Moss", "on"),
        ("^Service for Training in Industrial Work paid.", "Service for Training in Industrial Work", "paid"),
        ("^Moss Guild in Port Lorne paid.", "Moss Guild", "in"),
        ("^Doctors without Borders paid.", "Doctors without Borders", "paid"),
        # several bodies of one kind
        ("^Universities of Lorne and Moss paid.", "Universities of Lorne and Moss", "paid"),
        ("^Cities Guild and Moss paid.", "Cities Guild", "and"),
        ("^Moss Boats, Inc. paid.", "Moss Boats, Inc", "."),
        # other languages write names with small letters
        ("^Fédération nationale des GIE de pêche and Moss", "Fédération nationale des GIE de pêche", "and"),
        ("^Réseau africain pour le développement intégré, too", "Réseau africain pour le développement intégré", ","),
        (
            "^Union des coopératives de l’agriculture familiale.",
            "Union des coopératives de l’agriculture familiale",
            ".",
        ),
        ("^Terre des hommes trains", "Terre des hommes", "trains"),
        ("^Red nacional de mujeres rurales and Moss", "Red nacional de mujeres rurales", "and"),
        ("^Instituto de Pesca, Ensino e Pesquisa Rural paid", "Instituto de Pesca, Ensino e Pesquisa Rural", "paid"),
        ("^Instituto de Pesca, Lorne and Moss paid", "Instituto de Pesca", ","),
        ("^Center for Science, Water and Energy paid.", "Center for Science, Water and Energy", "paid"),
        ("^Center for Science and Moss paid.", "Center for Science", "and"),
        ("^Rural Water and Port Agency paid.", "Rural Water and Port Agency", "paid"),
        ("^Rural Moss and Port Agency paid.", "Rural Moss", "and"),
        ("^Agency for Water and Port Agency paid.", "Agency for Water", "and"),
        ("^Center for Ports and Moss (CPM) paid.", "Center for Ports and Moss", "("),
        ("^Center for Ports and Moss for Women (CPMOWO) paid.", "Center for Ports and Moss for Women", "("),
        ("^Center for Ports and Moss (MOSS) paid.", "Center for Ports", "and"),
        ("^Lorne Mine Action and Moss Help Trust (LMAT) paid.", "Lorne Mine Action and Moss Help Trust", "("),
        ("^Lorne Mine Action and Moss Help Trust (MHT) paid.", "Lorne Mine Action", "and"),
        ("^Center for Ports and Moss (CP) paid.", "Center for Ports", "and"),
        ("^Center for Ports and Moss (CPM, paid", "Center for Ports", "and"),
        ("^Center for Ports and Moss (CPM", "Center for Ports", "and"),
        ("^Center for Ports and Moss of the a b c (CPM) paid.", "Center for Ports and Moss", "of"),
        ("^Center for Ports and Moss of the a b c d (CPM) paid.", "Center for Ports", "and"),
        ("^Harbour Science and Energy paid.", "Harbour Science", "and"),
        ("^Moss of Science and Energy paid.", "Moss of Science", "and"),
        ("^Ada Kay. Moss is a town.", "Ada Kay", "."),
        ("^Mary O’Neill Trust paid.", "Mary O’Neill Trust", "paid"),
        ("^Mary Io’Neill Trust paid.", "Mary Io", "’"),
        ("It saw ^Ada and Leo Moss Port Lorne Trust there.", "Ada", "and"),
        ("It saw ^Ada and Leo Port Moss Trust there.", "Ada and Leo Port Moss Trust", "there"),
        ("^National Maize and Wheat Guild paid.", "National Maize", "and"),
        ("^MARKS & Moss paid.", "MARKS", "&"),
        ("^Port Marks & Moss paid.", "Port Marks", "&"),
        ("^Mr Leo and Ada Moss paid.", "Mr Leo", "and"),
        # what joins the parts of a name, and what does not
        ("the ^Brussels-Capital Region paid.", "Brussels-Capital Region", "paid"),
        ("It saw ^Val-de Marne there.", "Val", "-"),
        ("It saw ^Apoyo a la Pesca there.", "Apoyo a la Pesca", "there"),
        ("It saw ^Apoyo a Pesca there.", "Apoyo", "a"),
        (
            "^Center for Ports, Rule of Law and International Affairs paid.",
            "Center for Ports, Rule of Law and International Affairs",
            "paid",
        ),
        ("the ^Ferry Bank, Ports and International Affairs paid.", "Ferry Bank", ","),
        ("^Universities of Lorne and UNICEF paid.", "Universities of Lorne and UNICEF", "paid"),
        ("^Fund for Water and Sanitation EUR 3 million.", "Fund for Water and Sanitation", "EUR"),
        ("^Fund for Water and Roads EUR 3 million.", "Fund for Water", "and"),
        ("^Union de l’agriculture familiale, too.", "Union de l’agriculture familiale", ","),
        ("^Center for Ports and Energy, Moss and Leo paid.", "Center for Ports and Energy", ","),
        ("^Center for Ports and Energy of the town paid.", "Center for Ports and Energy", "of"),
        ("^Service for Training in Energy paid.", "Service for Training in Energy", "paid"),
        ("^Instituto de Pesca, Ensino Rural e Pesquisa paid", "Instituto de Pesca, Ensino Rural e Pesquisa", "paid"),
        ("It saw ^Leo and Mrs Moss there.", "Leo", "and"),
        ("^Mary O’neill paid.", "Mary O", "’"),
        ("^Canberra has paid.", "Canberra", "has"),
        # a loan of somebody
        ("^HTF Loan paid.", "HTF", "Loan"),
        ("^Harbour Loan paid.", "Harbour Loan", "paid"),
        ("^IFAD Loan Fund paid.", "IFAD Loan Fund", "paid"),
    ],
)
def test_a_name(text: str, printed: str, following: str) -> None:
    found = named(text)
    assert found
    phrase, after = found
    start = text.index("^")
    assert (phrase.start, phrase.end, after) == (start, start + len(printed), following)
    assert phrase.text == printed.lower()
    assert phrase.kinds >= {"WHO", "NAME", "BODY"}
    assert [(actor.name, actor.start) for actor in phrase.actors] == [(printed, start)]


@pytest.mark.parametrize(
    "text",
    [
        "^Contribution of Ireland came.",
        "^Contribution of Ireland",
        "It is ^Contribution",
        "^Governments of Mali and Togo pay.",
        "the ^EU",
        "^UNICEF government pays",
        "^Irish paid.",
        "^Women’s crisis paid.",
        "^Ada’s Crisis Centre paid.",
        "^Ada k. Moss Trust paid.",
        "^Government of Timor -Leste paid.",
        "^Government of Timor- Leste paid.",
        "^Government of Ireland-based paid.",
        "^Anglo - Dutch Trust paid.",
        "^Anglo- Dutch Trust paid.",
        "^Bank of the ports paid.",
        "^UNICEF for Ports paid.",
        "people ^with Disabilities Union paid.",
        "^Moss with Disabilities Union paid.",
        "^Bank of 2020 paid.",
        "^Bank of",
        "^Bank of the",
        "^Bank of EUR 3 million paid",
        "^IFAD Loan paid.",
        "^Loan paid.",
        "^Food and Drug paid.",
        "^A and Port Agency paid.",
        "^Food, Drug Association paid.",
        "^Ada and Trust paid.",
        "^Food and UNICEF Trust paid.",
        "It saw ^Total there.",
        "It saw the ^Grand Total there.",
        "^Lorne is there.",
        "^LO is there.",
        "It saw ^Lo there.",
        "It saw the ^Harbour, and the harbour is there.",
        "It saw the ^ports.",
        "^The Port Guild paid.",
        "It saw ^3M there.",
        "^For Ports paid.",
        "The ^EUR 3 million came.",
        "HTF loan ^EUR 3 million came.",
        "In ^June Moss Trust paid.",
        "the ^NGO Port Guild paid.",
        "the ^Kenyan NGO Moss paid.",
        "the ^Kenyan",
        "^Canberra was there.",
        "^Ports and Leo Moss paid.",
        "It saw ^Various there.",
        "the ^Mali-Funded ports came.",
    ],
)
def test_no_name_or_one_of_a_list_alone(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    ("text", "kinds", "actors", "following"),
    [
        ("^EU states pay.", {"MANY"}, [], "pay"),
        ("the ^Irish mission pays.", {"WHO", "SEAT"}, [("Ireland", "IRL", "office")], "pays"),
        ("^Mr Ada Moss paid.", {"NAME", "WHO", "BODY"}, [("Mr Ada Moss", None, "person")], "paid"),
        ("^Mr and Mrs Moss paid.", {"NAME", "WHO", "BODY"}, [("Mr and Mrs Moss", None, "person")], "paid"),
        ("^Board of Directors met.", {"NAME", "BOARD"}, [], "met"),
        ("^Board of the World Bank met.", {"NAME", "BOARD", "WHO"}, [("World Bank", None, "multilateral")], "met"),
        ("^Chinese Ambassador paid.", {"BODY", "NAME", "SEAT", "WHO"}, [("China", "CHN", "office")], "paid"),
        (
            "^Ambassador of China paid.",
            {"BODY", "NAME", "SEAT", "WHO"},
            [("Ambassador of China", "CHN", "office")],
            "paid",
        ),
        ("^President of Togo paid.", {"BODY", "NAME", "WHO"}, [("President of Togo", "TGO", "office")], "paid"),
        ("^Canadian High Commission paid.", {"BODY", "NAME", "SEAT", "WHO"}, [("Canada", "CAN", "office")], "paid"),
        ("^Port Embassy paid.", {"BODY", "BODY_HEAD", "NAME", "SEAT", "WHO"}, [("Port Embassy", None, "")], "paid"),
        ("^United States Fund paid.", {"BODY", "NAME", "WHO"}, [("United States Fund", None, "")], "paid"),
        ("^Support Fund pays.", {"BODY", "BODY_HEAD", "NAME", "WHO"}, [("Support Fund", None, "")], "pays"),
        ("^Harbour Agreement paid.", {"DOCUMENT", "NAME"}, [], "paid"),
        ("^Harbour Agreement of Norway paid.", {"DOCUMENT", "NAME"}, [], "paid"),
        ("^Treaty of Rome gave.", {"DOCUMENT", "NAME"}, [], "gave"),
        ("^Foreign Minister Leo Reid paid.", {"NAME"}, [], "paid"),
        ("^Prince Moss Fund paid.", {"BODY", "BODY_HEAD", "NAME", "WHO"}, [("Prince Moss Fund", None, "")], "paid"),
        ("^Executive Board met.", {"NAME", "BOARD"}, [], "met"),
        (
            "^Executive Board of the World Bank met.",
            {"NAME", "BOARD", "WHO"},
            [("World Bank", None, "multilateral")],
            "met",
        ),
        (
            "^Executive Board of the World Bank for Mali met.",
            {"NAME", "BOARD", "WHO"},
            [("World Bank", None, "multilateral")],
            "met",
        ),
        # a title further off is another's
        ("The minister left, ^Moss Lorne paid.", {"NAME", "WHO", "BODY"}, [("Moss Lorne", None, "")], "paid"),
    ],
)
def test_who_a_name_is(text: str, kinds: set[str], actors: list[object], following: str) -> None:
    found = named(text)
    assert found
    phrase, after = found
    told_apart = {"NAME", "WHO", "BODY", "SEAT", "BOARD", "DOCUMENT", "MANY", "BODY_HEAD"}
    assert (phrase.kinds & told_apart, after) == (kinds, following)
    assert [(actor.name, actor.iso3, actor.known) for actor in phrase.actors] == actors
    assert phrase.start == text.index("^")
    assert text.replace("^", "")[phrase.end :].strip(" .") == following


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("^Leo Reid, Minister of Trade, paid.", False),
        ("^Leo Reid, the country’s Minister of Trade, paid.", False),
        ("^Leo Reid, Director-General of the guild, paid.", False),
        ("^Leo Reid, and Minister Ada Moss paid.", True),
        ("the Ambassador, ^Leo Reid, paid.", False),
        ("^Leo Reid, a trader, paid.", True),
        ("Ambassador ^Mary O’Neill paid.", True),
        ("^Ambassador Mary O’Neill paid.", False),
        ("^Minister for Ports Leo Reid paid.", False),
        ("^Deputy Foreign Minister Leo Reid paid.", False),
        ("^Leo Reid, Minister, paid.", False),
        ("^Moss Lorne Minister paid.", True),
        ("We hear that today ^Leo Reid, Minister of Trade, paid.", False),
        ("^Moss Lorne, which paid it after the Minister came, paid.", True),
        ("^Typhoon Lorne paid.", False),
        ("^Typhoon Relief Fund paid.", True),
        ("^Port Lorne Trade Minister Leo Reid paid.", False),
        ("^Steering Committee members met.", False),
        ("^Reid Trust, the Ambassador and Norway paid.", True),
        # short names that the text has in brackets, and codes of currencies
        ("Port Guild (PG) and ^PG paid.", True),
        ("Port Guild and ^PG paid.", False),
        ("EUR 3 million (^ISK) was paid.", False),
        ("EUR 3 million (^WWD) was paid.", True),
        ("Units of Account (^UA) were paid.", False),
    ],
)
def test_who_may_give_by_what_stands_beside_a_name(text: str, gives: bool) -> None:
    found = named(text)
    assert (found is not None and bool(found[0].actors)) == gives


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("^Financiado por UNICEF paga.", "es", None),  # who did it follows
        ("^Aporte UNICEF paga.", "es", None),  # whose gift it is
        ("^Conseil départemental de l’Isère paie.", "fr", "Conseil départemental de l’Isère"),
        ("^Port départemental de l’Isère paie.", "fr", None),
    ],
)
def test_names_of_other_languages(text: str, language: str, printed: str | None) -> None:
    found = named(text, language)
    assert (found and found[0].actors[0].name) == printed


def test_a_name_of_a_list_is_its_mention() -> None:
    found = named("^United States Fund paid.")
    assert found
    assert found[0].mention
    assert found[0].mention.text == "United States"
    found = named("^United States Fund for UNICEF paid.")
    assert found
    assert found[0].mention
    assert found[0].mention.text == "United States"
    found = named("the ^EU states pay")
    assert found
    assert (found[0].text, found[0].end) == ("eu states", 13)
    found = named("the ^Irish mission pays")
    assert found
    assert (found[0].text, found[0].end, found[0].mention and found[0].mention.text) == ("mission", 17, "Irish")


@pytest.mark.parametrize("words", ["Other donors", "various donors", "None", "n/a", "N.A.", "(tbc)", "To be confirmed"])
def test_words_in_the_place_of_a_name_that_tell_none(words: str) -> None:
    with spoken("en"):
        assert names_nobody(words)


@pytest.mark.parametrize("words", ["Norway", "Several Sisters Trust", "Moss", "NA Ports"])
def test_words_that_name_somebody(words: str) -> None:
    with spoken("en"):
        assert not names_nobody(words)
