"""Luxembourg: landscape pages in three columns, headings inside the columns, one text that runs through all of them.

In the content stream the columns of a page stand from right to left, and the headings come after all the bodies. The
font draws `fi` and `fl` as one glyph, and a tab with rotated text marks each page.
"""

from dataclasses import replace

from tests.documents.planted import Fault
from tests.documents.typesetting import (
    Document,
    Frame,
    Item,
    Label,
    Line,
    Panel,
    Paragraph,
    Picture,
    Rule,
    Style,
    Text,
    columns,
    paragraphs,
)

SKY, NAVY, CORAL, INK, ICE, WHITE = "#0091c8", "#0d2747", "#e5484d", "#22303f", "#e3f2f9", "#ffffff"
LEFT, TOP, BOTTOM, GUTTER = 40.0, 52.0, 552.0, 22.0
WIDTH = 762.0
COLUMN = (WIDTH - 2 * GUTTER) / 3

BODY = Style(
    font="Vera",
    size=9.8,
    leading=14.4,
    colour=INK,
    bold_font="Vera-Bold",
    link_colour=SKY,
    space_before=5,
    stretch=92,
    hyphenated=True,
    ligatures=True,
)
HEADING = Style(font="Vera-Bold", size=11.8, leading=15, colour=SKY, stretch=92, space_before=18, kept_with_next=True)
TITLE = Style(font="Vera-Bold", size=27, leading=32, colour=WHITE, stretch=92)
LEAD = Style(font="Vera-Bold", size=12, leading=17.5, colour=WHITE, stretch=92)
ON_DARK = replace(BODY, colour=WHITE, link_colour="#9fdcf5")
DARK_HEADING = replace(HEADING, colour=WHITE)
SMALL = Style(font="Vera", size=6.6, leading=8.5, colour="#66788a")
CELL = Style(font="Vera", size=7.6, leading=10, colour=INK)
CELL_HEAD = replace(CELL, font="Vera-Bold", colour=SKY)
CAPTION = replace(SMALL, font="Vera-Italic")

TITLE_TEXT = "Luxembourg"

LEAD_TEXT = """The Grand Duchy has belonged to the ILO since 1920. With 1 per cent of its national income it is among the most
generous donors in the world, and work that people can live on is one of its oldest aims."""

INTRODUCTION_HEADING = "Small country, steady partner"
INTRODUCTION = (
    """Luxembourg gives development cooperation 1% of its gross national income; only a handful of States do. Cooperation
    with the ILO is in the hands of the [Ministry of Foreign and European
    Affairs](https://cooperation.gouvernement.lu/en.html) and, on the ground, often of the agency LuxDev.""",
    """A first framework agreement was signed in 2009. It was renewed for 2013-2017 and for 2018-2021, and on 7 March 2022
    both sides put their names to a [strategic partnership for
    2022-2025](https://www.ilo.org/pardev/donors/luxembourg/lang--en/index.htm). It has three lines of work: social
    protection, skills for young people, and safe and fair conditions in global supply chains. Human rights, equality of
    women and men, and the environment cut across them all.""",
    """Luxembourg concentrates its aid on seven partner countries: Benin, Burkina Faso, Cabo Verde, Lao PDR, Mali, Niger
    and Senegal. Four out of five euros go to least developed countries (LDCs).""",
)

MONEY_HEADING = "What Luxembourg contributes"
MONEY = (
    """As a member State Luxembourg pays assessed contributions to the regular budget; they came to US$ 1.1 million between
    2018 and 2021. The voluntary contributions of the same period were far larger and amounted to EUR 14 million
    (US$ 16.2 million).""",
    """For 2022-2025 EUR 17.5 million in voluntary money is agreed. Of this, EUR 4.4 million is core funding that the ILO
    may use where needs are greatest, and EUR 13.1 million is earmarked for projects. In response to COVID-19 a further
    EUR 0.8 million was paid out in the second quarter of 2020.""",
)
TABLE_TITLE = "Voluntary contributions in millions of euros"
TABLE_HEAD = ("Period", "Core", "Earmarked", "Total")
TABLE = (
    ("2013-2017", "3.2", "8.1", "11.3"),
    ("2018-2021", "3.6", "10.4", "14.0"),
    ("2022-2025", "4.4", "13.1", "17.5"),
)

CHART_HEADING = "Where the money goes, 2018-2021"
CHART = (("West Africa", 46), ("South-East Asia", 28), ("Europe", 9), ("Global", 17))

AIMS_HEADING = "In the words of the agreement"
AIMS = (
    """Both sides will review the partnership at least once a year. Money that has not been used by the end of 2025 may be
    carried over for up to 12 months. No less than 20 per cent of each budget is to serve equality between women and
    men.""",
)

HEALTH_HEADING = "Health cover for everyone: Lao PDR, Myanmar and Viet Nam"
HEALTH = (
    """A stay in hospital should not cost a family its rice field. Since December 2017 Luxembourg has helped the health
    insurance funds of Lao PDR, Myanmar and Viet Nam to reach those who have never been covered. The budget is EUR 3.5
    million (US$ 4 million) for four years.""",
    """In Lao PDR the share of the population with health cover rose from 32 to 94 per cent. In Viet Nam the project
    drafted rules by which household workers can join, and a [regional
    network](https://www.connectsocialprotection.org/about-the-network/our-history) links 11 universities and
    institutes from Bangkok to Seoul that train the actuaries of tomorrow. Work in Myanmar has been suspended since
    February 2021; the funds meant for it, nearly EUR 600,000, were moved to the two other countries.""",
)

SAHEL_HEADING = "Work for young people in the Sahel"
SAHEL = (
    """Two thirds of the people of Burkina Faso, Mali and Niger are younger than 25. Roads, dams and schools that are built
    by hand give them a first wage and, along the way, a trade. Luxembourg puts between EUR 5 and 6 million into such works
    in the fiscal years 2021/22 and 2022/23, and Denmark gives DKK 15 million (EUR 2 million).""",
    """The programme reaches 12 communes: five in Mali, four in Niger and two in Burkina Faso. It has created 310,000
    paid working days so far, at least 40% of them for women, and has certified 2,750 masons, pavers and surveyors. The
    G5 Sahel secretariat in Nouakchott has taken up its training standard.""",
)

CABO_VERDE_HEADING = "Sun, wind and new trades in Cabo Verde"
CABO_VERDE = (
    """By 2030 the archipelago wants half of its electricity to come from renewable sources, and that takes people who can
    install and repair. With almost EUR 1 million from Luxembourg the training centre in Praia and two schools on the
    islands of São Vicente and Sal have set up courses in solar technology and in energy-efficient building.""",
    """The project started in the second quarter of 2021 and closes on 31 March 2024. Of the 480 young Cabo Verdeans
    enrolled, more than a third are women. A guarantee fund of EUR 150,000 helps graduates to open workshops of their
    own.""",
)

SENEGAL_HEADING = "Apprentices with a certificate in Senegal"
SENEGAL = (
    """Nine out of ten young Senegalese who learn a trade learn it in a workshop, without a contract and without an
    examination. In Thiès, Saint-Louis and Kaolack master craftspeople, chambers of trade and unions have now agreed on
    what a tailor, a mechanic or a baker must be able to do.""",
    """Luxembourg supports the 36-month project with 1.3 billion CFA francs (about EUR 2 million). It began in October 2019
    and was completed in September 2022. Some 6,400 apprentices have received a certificate that counts in the whole of
    the West African Economic and Monetary Union (UEMOA), and 850 workshops were made safer at a cost of less than US$
    200 each.""",
)

RWANDA_HEADING = "Digital wages in Rwanda"
RWANDA = (
    """Workers who are paid in cash wait in line, lose time and sometimes lose the money. On tea estates and in the factories
    of Kigali the ILO, employers and banks introduce wages that arrive on the telephone. The grant of up to US$ 600,000
    was made in 2020 and covers 30 months.""",
    """Tests showed that what counts is trust. Only after pay slips in Kinyarwanda and a free hotline were introduced did
    the share of women with an account of their own climb above 70%. Ghana and Togo wish to follow the Rwandan example.""",
)

KOSOVO_HEADING = "Labour inspectors for a young market in Kosovo"
KOSOVO = (
    """Building sites in Pristina grow faster than the rules for them. EUR 850,000 from Luxembourg lets inspectors, judges and
    the social partners learn together. The project was launched in May 2021; its mid-term review, finished in March
    2020, asks for more work in the smaller towns.""",
    """By now 64 inspectors carry tablets on which they record accidents, and Kosovar employers have founded a safety
    council. Colleagues from Albania and North Macedonia attended two of the courses at their own cost.""",
)

STATISTICS_HEADING = "Counting what counts in the least developed countries"
STATISTICS = (
    """No policy can be better than its numbers. A global project sends statisticians to the offices of LDCs that want to
    run a labour force survey for the first time or to repeat one after many years. In the years 2022 to 2024 it is active
    in 15 of the 46 countries, among them Bhutan, Guinea-Bissau, Nepal, South Sudan and Timor-Leste.""",
    """Luxembourg pays EUR 1.2 million; the other EUR 0.4 million of the total of EUR 1.6 million comes from the World Bank.
    Each survey asks at least 8,000 households. Questions on unpaid care and on work through platforms, which older
    forms left out, are now standard, and the data are open to everyone within six months.""",
)

ASIA_HEADING = "Better workplaces behind the label: Cambodia and Bangladesh"
ASIA = (
    """Luxembourg is a financial centre, and its funds own shares in many brands. This project brings investors, brands and
    makers of shoes and bags to one table. In Cambodia and Bangladesh 38 suppliers with around 45,000 workers have opened
    their books on wages, heat and working time.""",
    """The Luxembourg ministry gives EUR 1.8 million from 2022 to 2025, or EUR 450,000 a year; three fund managers add over
    EUR 200,000. In its first year the project settled 19 disputes without a strike. A guide for investors came out in
    English, French and Khmer in June 2023.""",
)

BENIN_HEADING = "Pineapples, cashews and cooperatives in Benin"
BENIN = (
    """From Allada to Parakou the fruit grows well, but drying and packing used to take place abroad. Since mid-2020 the ILO
    has worked with 72 cooperatives in Benin, most of them led by women, so that more of the price stays in the village.
    Luxembourg’s share is EUR 2.3 million, that of Switzerland around CHF 350,000. Buyers in Nigeria and Belgium have signed
    contracts for more than 1,100 tonnes of dried fruit.""",
    """A cooperative that joins opens its books to all members and insures those who handle machines. Roughly 9,500 growers
    sell through the programme today. It should go on until the end of 2025, when the Beninese federation of cooperatives
    is to take over.""",
)

SEA_HEADING = "Fair contracts at sea"
SEA = (
    """The Maritime Labour Convention, 2006, protects those who sail under any flag, and Luxembourg keeps a register of
    ships of its own. A worldwide project trains flag State inspectors and gives seafarers an office to turn to in
    Manila, Mombasa and Panama City. During the pandemic it brought home 2,600 who were stranded on board, some of them
    for over 14 months.""",
    """EUR 720,000 were granted for the biennium 2022-23, after EUR 480,000 in the biennium before. The budgets of the two
    biennia, EUR 1.2 million in all, are published every quarter.""",
)


def _section(heading: str, texts: tuple[str, ...], style: Style = HEADING) -> tuple[Paragraph, ...]:
    return (Paragraph(style, heading), *paragraphs(BODY, *texts))


def _right_to_left_headings_last(line: Line) -> float:
    return -line.frame + (100 if line.style.kept_with_next else 0)


def _column(page: int, number: int, top: float = TOP, bottom: float = BOTTOM) -> Frame:
    return Frame(page, LEFT + number * (COLUMN + GUTTER), top, COLUMN, bottom - top)


def _furniture(page: int) -> tuple[Item, ...]:
    """A tab with rotated text at the right edge, and the page number below."""
    return (
        Panel(Frame(page, 822, 60, 20, 150), SKY),
        Label(
            page,
            835,
            200,
            "LUXEMBOURG",
            Style(font="Vera-Bold", size=7.5, leading=9, colour=WHITE, letter_space=2),
            rotation=90,
        ),
        Label(page, 802, 576, str(page), replace(SMALL, size=8, font="Vera-Bold"), "right"),
    )


def _table(page: int, x: float, top: float, width: float) -> tuple[Item, ...]:
    items: list[Item] = []
    for number, row in enumerate((TABLE_HEAD, *TABLE)):
        y = top + 14 + number * 16
        for column, cell in enumerate(row):
            right = x + 84 + (width - 88) * column / 3
            style = CELL_HEAD if number == 0 else CELL
            items.append(Label(page, right if column else x + 4, y, cell, style, "right" if column else "left"))
        items.append(Rule(page, x, y + 5, x + width, y + 5, SKY, 1 if number == 0 else 0.4))
    return tuple(items)


def _chart(page: int, frame: Frame) -> tuple[Item, ...]:
    """Bars that lie, the region before and the share after each."""
    items: list[Item] = []
    for number, (region, share) in enumerate(CHART):
        y = frame.top + number * 22
        length = (frame.width - 120) * share / 50
        items.append(Panel(Frame(page, frame.x + 86, y, length, 14), SKY if number % 2 == 0 else CORAL))
        items.append(Label(page, frame.x, y + 10, region, replace(CELL, size=7.4)))
        items.append(Label(page, frame.x + 91 + length, y + 10, f"{share}%", replace(CELL, font="Vera-Bold")))
    return tuple(items)


def _page_1() -> tuple[Item, ...]:
    panel = Frame(1, 0, 0, 276, 595)
    introduction = Text(
        (*_section(INTRODUCTION_HEADING, INTRODUCTION), *_section(MONEY_HEADING, MONEY)),
        (_column(1, 1, 40, 470), _column(1, 2, 40)),
        stream=_right_to_left_headings_last,
    )
    second = _column(1, 2)
    top = 150
    chart_top = 290
    return (
        Panel(panel, NAVY),
        Picture(Frame(1, 0, 0, 276, 200), ("#cfe8f4", "#8fcbe6", "#3fa7d3", "#e5484d", NAVY)),
        introduction,
        *_table(1, second.x, top + 8, COLUMN),
        *_chart(1, Frame(1, second.x, chart_top, COLUMN, 100)),
        Text(
            (Paragraph(replace(HEADING, size=8.8), CHART_HEADING),), (Frame(1, second.x, chart_top - 20, COLUMN, 60),)
        ),
        Text((Paragraph(replace(CAPTION, size=7.2), TABLE_TITLE),), (Frame(1, second.x, top - 2, COLUMN, 12),)),
        Text((Paragraph(LEAD, LEAD_TEXT),), (Frame(1, LEFT, 300, 206, 240),)),
        Text((Paragraph(TITLE, TITLE_TEXT),), (Frame(1, LEFT, 232, 250, 40),)),
    )


def _projects() -> tuple[Item, ...]:
    panel = _column(2, 2, 372)
    picture_3, picture_4 = Frame(3, 0, 446, 842, 116), Frame(4, 0, 236, 842, 326)
    flow = Text(
        (
            *_section(HEALTH_HEADING, HEALTH),
            *_section(SAHEL_HEADING, SAHEL),
            *_section(CABO_VERDE_HEADING, CABO_VERDE),
            *_section(SENEGAL_HEADING, SENEGAL),
            *_section(RWANDA_HEADING, RWANDA),
            *_section(KOSOVO_HEADING, KOSOVO),
            *_section(STATISTICS_HEADING, STATISTICS),
            *_section(BENIN_HEADING, BENIN),
            *_section(ASIA_HEADING, ASIA),
            *_section(SEA_HEADING, SEA),
        ),
        (
            _column(2, 0, 164),
            _column(2, 1, 164),
            _column(2, 2, 164, 340),
            *columns(3, LEFT, TOP, WIDTH, 374, 3, GUTTER),
            *columns(4, LEFT, TOP, WIDTH, 150, 3, GUTTER),
        ),
        stream=_right_to_left_headings_last,
    )
    return (
        Panel(panel._replace(x=panel.x - 4, width=panel.width + 8), NAVY),
        Text(
            (Paragraph(DARK_HEADING, AIMS_HEADING), *paragraphs(ON_DARK, *AIMS)),
            (Frame(2, panel.x + 12, panel.top + 16, panel.width - 24, panel.height - 24),),
        ),
        Picture(Frame(2, 0, 0, 842, 134), ("#e3f2f9", "#a9d9ee", "#56b4da", "#e5484d", NAVY)),
        Picture(picture_3, ("#fdeedd", "#f3c58b", "#e5734d", "#7b3f61", NAVY)),
        Picture(picture_4, ("#fbe9e0", "#f3b9a0", "#e5734d", "#0091c8", NAVY)),
        flow,
    )


DOCUMENT = Document(
    name="luxembourg",
    title="Luxembourg: cooperation with the ILO",
    size=(842, 595),
    items=(*_page_1(), *_projects(), *(item for page in range(1, 5) for item in _furniture(page))),
)

PLANTED = (
    Fault(
        "sum",
        SAHEL_HEADING,
        ("12 communes", "five", "four", "two"),
        "12 communes are said to be five, four and two, which makes 11",
    ),
    Fault(
        "period",
        KOSOVO_HEADING,
        ("launched in May 2021", "finished in March 2020"),
        "the mid-term review ended before the project began",
    ),
)
