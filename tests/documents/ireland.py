"""Ireland: a title on dark ground with a drop shadow, two levels of headings, justified text, a ruled table.

Headings stand across two columns. On the pages of the projects all headings come first in the content stream, and
then the bodies from the last to the first.
"""

from dataclasses import replace

from tests.documents.planted import Fault
from tests.documents.typesetting import (
    Document,
    Frame,
    Item,
    Label,
    Panel,
    Paragraph,
    Picture,
    Rule,
    Style,
    Text,
    balanced,
    columns,
    paragraphs,
)

GREEN, FOREST, ORANGE, INK, MIST, WHITE = "#0b7a53", "#11382c", "#e0832f", "#1f2624", "#e9f1ec", "#ffffff"
LEFT, RIGHT = 48.0, 547.0
WIDTH = RIGHT - LEFT
COLUMN = (WIDTH - 20) / 2

BODY = Style(
    font="Times-Roman",
    size=11.6,
    leading=15.2,
    colour=INK,
    bold_font="Times-Bold",
    link_colour=GREEN,
    space_before=6,
    justified=True,
    hyphenated=True,
)
LEAD = Style(font="Times-Bold", size=15, leading=20, colour=FOREST)
TITLE = Style(font="Helvetica-Bold", size=40, leading=46, colour=WHITE)
SHADOW = replace(TITLE, colour="#06201a")
CHAPTER = Style(font="Helvetica-Bold", size=17, leading=21, colour=GREEN)
HEADING = Style(font="Helvetica-Bold", size=12.5, leading=15.5, colour=ORANGE)
ON_DARK = replace(BODY, colour=WHITE, link_colour="#f7c99b", justified=False, font="Helvetica", size=10, leading=13.8)
DARK_HEADING = replace(HEADING, colour=WHITE, size=13, leading=16)
VOICE_STYLE = replace(ON_DARK, font="Times-Italic", size=13, leading=17, space_before=8)
DARK_POINT = replace(ON_DARK, bullet="•", indent=10, space_before=4, bold_font="Helvetica-Bold")
SMALL = Style(font="Helvetica", size=7.6, leading=9.6, colour="#5d6b65")
CAPTION = replace(SMALL, font="Helvetica-Oblique", size=8)
CELL = replace(SMALL, size=9, colour=INK)
CELL_HEAD = replace(CELL, font="Helvetica-Bold", colour=GREEN)

TITLE_TEXT = "Ireland and the ILO"

LEAD_TEXT = """Ireland joined the ILO in 1923, less than a year after the State was founded. It has ratified 74
Conventions, and 58 of them are in force today."""

PARTNERSHIP_HEADING = "A partnership that listens"
PARTNERSHIP = (
    """Irish development policy wants to reach the furthest behind first, and work is one of the ways to do so. Since 2001
    the [Irish Aid–ILO Partnership Programme](https://www.ilo.org/pardev/donors/ireland/lang--en/index.htm) has put that
    aim into practice. It began with women who run small enterprises and with persons with disabilities, two groups
    that training schemes and banks used to overlook. Later phases took in child labour, forced labour and social
    protection.""",
    """The Department of Foreign Affairs in Dublin and the Organization agree on results for several years at a time. The
    present agreement covers 2022-2026 and leaves about 40 per cent of the money unearmarked, so that it can go where it
    is needed most. Trade unions and employers’ organizations from both islands’ long-standing tradition of social
    dialogue share what they know with colleagues in Africa and Asia.""",
    """Two rules have held from the first day. Nothing is planned for people without the people concerned, and each
    project sets aside at least 5 per cent of its budget for learning. An evaluation in 2020 found that nine out of ten
    partner institutions still use what they had been taught; its authors called the cooperation small but unusually
    patient.""",
    """The largest grant of the past years, EUR 6.2 million, has gone to the garment industry of Ethiopia, where the
    factories of one industrial park have become a school for the whole sector.""",
)

GLANCE_HEADING = "Where Ireland sets its priorities"
GLANCE = (
    Paragraph(ON_DARK, "The policy paper A Better World, published in February 2019, names four:"),
    *paragraphs(DARK_POINT, "gender equality", "less humanitarian need", "climate action", "stronger governance"),
    Paragraph(
        ON_DARK,
        """Irish Aid works most closely with eight countries of sub-Saharan Africa and with Viet Nam. More than half of its
        bilateral aid, 53 per cent, reaches least developed countries (LDCs).""",
    ),
    Paragraph(
        ON_DARK,
        """Beyond the ILO, Irish taxpayers gave EUR 193 million for humanitarian relief in 2021.""",
    ),
)

MONEY_HEADING = "What Ireland contributes"
MONEY = (
    """Ireland gave the ILO EUR 27.8 million (about US$ 31 million) from 2018 to 2022. Assessed contributions, the dues of a
    member State, came to EUR 7.7 million over the five years. Voluntary contributions reached EUR 20.1 million.""",
    """Of the voluntary money, EUR 5 million went to the core of the Organization’s work without any earmarking, through
    the Regular Budget Supplementary Account. The other EUR 15.1 million was earmarked for the programmes that these
    pages describe. For the period 2023-2026 Ireland has pledged at least EUR 18 million in voluntary funding.""",
)
TABLE_HEAD = ("Year", "Assessed", "Voluntary", "Total")
TABLE = (
    ("2018", "1.4", "3.2", "4.6"),
    ("2019", "1.5", "3.6", "5.1"),
    ("2020", "1.5", "3.9", "5.4"),
    ("2021", "1.6", "4.4", "6.0"),
    ("2022", "1.7", "5.0", "6.7"),
    ("2018-2022", "7.7", "20.1", "27.8"),
)
TABLE_CAPTION = "Contributions by year, in millions of euros¹"
FOOTNOTE = "¹ Payments as booked by the Department of Foreign Affairs, rounded to the nearest hundred thousand."

AFRICA_HEADING = "Projects in Africa"
AFRICA = """Five of the eight projects are at work on this continent, most of them in the same districts for ten years or
longer."""

DISABILITY_HEADING = "Disability inclusion in the labour markets of eastern and southern Africa"
DISABILITY = (
    """In Ethiopia, Kenya, Tanzania and Zambia an applicant with a disability still meets closed doors. With EUR 4.8 million
    from Irish Aid the project opens them on both sides. Between 2018 and 2021 it advised four labour ministries on
    quotas and on accessible workplaces, and helped 126 companies to found national business and disability networks. More
    than 3,400 young people, 55% of them women, went through apprenticeships that had never before admitted a deaf or
    blind trainee.""",
    """Tax offices, banks and bus companies in Lusaka and Nairobi were among the first to hire them. A follow-up phase,
    for which Zambian and Kenyan employers pay part of the costs themselves, has been running since September 2022.""",
)

ENTERPRISE_HEADING = "Women’s enterprises that outgrow the market stall"
ENTERPRISE = (
    """Many Malawians and Zambians start a business because there is no other work. This project is for those who want
    theirs to grow. Ireland finances it with US$ 2.1 million (EUR 1.9 million). Since March 2019, 140 local trainers have
    taught bookkeeping, pricing and negotiation to some 5,200 women, and three banks have learnt to lend against an order
    book instead of a title deed.""",
    """In the districts of Salima and Chipata savings groups now buy their seed and packaging together. A survey found
    average sales up by 37 per cent within 18 months. The member States of SADC have asked for the training material,
    which exists in English, Chichewa and Portuguese; Botswana and South Africa have sent observers.""",
)

GARMENT_HEADING = "Decent jobs in the Ethiopian garment industry"
GARMENT = (
    """Hawassa Industrial Park, south of Addis Ababa, employs more people than any other site of the country’s young garment
    industry. The programme brings together government, factory owners, unions and brands. It improves inspection, wages
    policy and the working climate in 62 factories with nearly 60,000 workers, of whom 80% are women under 25.""",
    """Irish Aid contributes EUR 6.4 million to a programme that Germany and Sweden finance as well. It was launched in
    January 2019 and will run until December 2024. By the middle of the term, injuries reported per factory had fallen by a
    third and 48 bipartite committees had been elected. Nursing rooms and safe night buses, both of them ideas of these
    committees, have cut staff turnover from 9 to 5 per cent a month.""",
)

PENSION_HEADING = "Social protection for informal workers in Mozambique"
PENSION = (
    """Street vendors, fishermen and domestic workers make up most of the labour force of Mozambique, and few are insured.
    The National Institute of Social Security, with the advice of the ILO, offers them a plan with small contributions
    that can be paid by mobile phone. Ireland supports this with up to EUR 3 million over five years; the Netherlands adds
    US$ 1.5 million.""",
    """The first payments were made in FY2019/20. A 30-month pilot in Maputo and Nampula registered 21,000 people: 12,500
    women and 8,500 men. After cyclone Idai the same registers served to bring emergency aid to 4,000 households within
    days. Neighbours follow the experience closely, Malawi and Eswatini among them, but no money of the project is spent
    there.""",
)

VOICE_HEADING = "A voice from Nampula"
VOICE = (
    """“When we started, nobody in our port had heard of a pension for people who fish. Today 320 of us pay in every month,
    and when my brother was hurt last winter, his family was paid within nine days. I tell the others: it is your money,
    it only waits for you.”""",
    """Amélia Sitoe, fish trader and member of the local insurance committee""",
)

CHILD_HEADING = "No child at work: accelerating action in Sierra Leone and Liberia"
CHILD = (
    """SDG 8.7 calls for an end to child labour in all its forms. In the cocoa districts of Kenema and Kailahun and across
    the border in Nimba, village committees now know which children are out of school and why. Teachers, chiefs and
    traders sit on them together.""",
    """The budget is nearly EUR 900,000, all of it from Ireland. Work started in the third quarter of 2020 and should be
    complete by the end of 2023. So far 2,300 children have gone back to class, and 640 of their parents have joined
    cooperatives that sell certified beans. Both countries have ratified Convention No. 182, and the Sierra Leonean
    parliament has raised the school-leaving age.""",
)

WORLD_HEADING = "Projects in Asia and across the world"
WORLD = """Outside Africa, Ireland prefers subjects in which it has something of its own to teach: fishing, small islands
and the care of the vulnerable."""

FISHING_HEADING = "Safer fishing and better skills on the coast of Viet Nam"
FISHING = (
    """A boat that stays at sea for weeks is home and workplace at once. In the ports of Da Nang, Khanh Hoa and Ca Mau the
    project trains skippers and crews, labour inspectors and port officers in the spirit of the Work in Fishing
    Convention, 2007 (No. 188). Written contracts, life jackets and rest hours are the first three subjects of every
    course.""",
    """Ireland has set aside EUR 1.2-1.5 million for the 30-month project, which began in January 2019 and ended in
    December 2021. About 1,850 crew members on 410 vessels took part. Vietnamese shipowners had feared higher costs; a
    study by two universities found instead that insured crews stay longer and catch no less.""",
)

ISLANDS_HEADING = "A just transition for small islands"
ISLANDS = (
    """An island that lives on tourism and tuna feels climate change in every pay packet. Together with Fiji, Samoa and
    Tuvalu the ILO drafts plans for green jobs: in solar energy, in reef protection, in building that withstands a storm.
    Ireland, itself an island, gives a little over US$ 1.1 million and lends two experts of its Marine Institute in
    Galway.""",
    """The project runs from 1 April 2021 to 30 June 2024. Five hundred electricians and carpenters are to be certified, at
    least half of them women. What is learnt will be offered to all small island developing States (SIDS) at a conference
    in Apia.""",
)

FORCED_HEADING = "Half a million euros for the survivors of forced labour"
FORCED = (
    """When people are freed from forced labour, help often ends at the police station. This global project pays for what
    comes afterwards: legal advice, a place to live, a first wage. Ireland gives EUR 500,000 a year for three years, in
    all EUR 1.5 million, to a fund that unions and charities can apply to.""",
    """Up to 45 organizations have received grants since the fund opened on 10 December 2020. The Protocol of 2014 to the
    Forced Labour Convention serves as their guide; around 1,900 survivors have been assisted, and 7 out of 10 were in
    paid work one year on.""",
)


def _band(page: int, top: float, text: str) -> tuple[Text, Panel]:
    """A heading of the first level over a pale band."""
    heading = Text((Paragraph(CHAPTER, text),), (Frame(page, LEFT, top, WIDTH, 30),))
    return heading, Panel(Frame(page, 0, top - 7, 595, 35), MIST)


def _heading(page: int, top: float, text: str) -> Text:
    return Text((Paragraph(HEADING, text),), (Frame(page, LEFT, top, WIDTH, 40),))


def _introduction(page: int, top: float, text: str) -> Text:
    style = replace(BODY, font="Times-Italic", size=12.2, leading=15.5)
    return Text((Paragraph(style, text),), (Frame(page, LEFT, top, WIDTH, 60),))


def _body(page: int, below: Text, texts: tuple[str, ...]) -> Text:
    return balanced(paragraphs(BODY, *texts), page, LEFT, below.bottom + 5, WIDTH, gutter=20)


def _furniture(page: int) -> tuple[Item, ...]:
    """Running head and page number, which change sides."""
    left = page % 2 == 0
    number = Label(page, 297.5, 822, f"– {page} –", replace(SMALL, size=9), "centre")
    if page == 1:
        return (number,)
    return (
        number,
        Label(
            page,
            LEFT if left else RIGHT,
            30,
            "IRELAND AND THE ILO",
            replace(SMALL, letter_space=1.2),
            "left" if left else "right",
        ),
    )


def _table(page: int, x: float, top: float, width: float) -> tuple[Item, ...]:
    """Ruled, the figures right aligned and the last row in bold type."""
    items: list[Item] = []
    for number, row in enumerate((TABLE_HEAD, *TABLE)):
        y = top + 15 + number * 18
        last = number == len(TABLE)
        style = CELL_HEAD if number == 0 else replace(CELL, font="Helvetica-Bold") if last else CELL
        for column, cell in enumerate(row):
            right = x + 60 + (width - 66) * column / 3
            items.append(Label(page, right if column else x + 6, y, cell, style, "right" if column else "left"))
        items.append(Rule(page, x, y + 5.5, x + width, y + 5.5, GREEN, 1.2 if number == 0 or last else 0.4))
    return (Rule(page, x, top + 1, x + width, top + 1, GREEN, 1.2), *items)


def _page_1() -> tuple[Item, ...]:
    chapter = Text((Paragraph(CHAPTER, PARTNERSHIP_HEADING),), (Frame(1, LEFT, 412, 320, 30),))
    body = Text(
        paragraphs(replace(BODY, justified=False), *PARTNERSHIP),
        (*columns(1, LEFT, 444, 322, 350, 2, 16), *columns(2, LEFT, 52, WIDTH, 48, 2, 20)),
    )
    panel = Frame(1, 387, 400, 208, 392)
    glance_heading = Text((Paragraph(DARK_HEADING, GLANCE_HEADING),), (Frame(1, 405, 420, 160, 40),))
    glance = Text(GLANCE, (Frame(1, 405, glance_heading.bottom + 10, 160, 320),))
    return (
        Panel(Frame(1, 0, 0, 595, 290), FOREST),
        Picture(Frame(1, 330, 70, 265, 220), (FOREST, "#1d5a45", "#2f8a63", "#7fb77e", "#e0832f")),
        Label(1, LEFT + 1.3, 171.3, TITLE_TEXT, SHADOW),
        Label(1, LEFT, 170, TITLE_TEXT, TITLE),
        Panel(panel, GREEN),
        body,
        glance,
        glance_heading,
        chapter,
        Text((Paragraph(LEAD, LEAD_TEXT),), (Frame(1, LEFT, 314, WIDTH, 80),)),
    )


def _page_2() -> tuple[Item, ...]:
    chapter, band = _band(2, 118, MONEY_HEADING)
    money = Text(paragraphs(BODY, *MONEY), (Frame(2, LEFT, 156, COLUMN, 240),))
    right = LEFT + COLUMN + 20
    caption = Text((Paragraph(CAPTION, TABLE_CAPTION),), (Frame(2, right, 158, COLUMN, 12),))
    africa, africa_band = _band(2, 392, AFRICA_HEADING)
    introduction = _introduction(2, 428, AFRICA)
    disability_heading = _heading(2, introduction.bottom + 14, DISABILITY_HEADING)
    disability = _body(2, disability_heading, DISABILITY)
    enterprise_heading = _heading(2, disability.bottom + 16, ENTERPRISE_HEADING)
    enterprise = _body(2, enterprise_heading, ENTERPRISE)
    footnote = Text((Paragraph(SMALL, FOOTNOTE),), (Frame(2, LEFT, 792, WIDTH, 12),))
    return (
        band,
        africa_band,
        disability_heading,
        enterprise_heading,
        africa,
        introduction,
        enterprise,
        disability,
        caption,
        *_table(2, right, 172, COLUMN),
        money,
        chapter,
        Rule(2, LEFT, 788, LEFT + 120, 788, "#5d6b65", 0.5),
        footnote,
    )


def _page_3() -> tuple[Item, ...]:
    garment_heading = _heading(3, 54, GARMENT_HEADING)
    top = garment_heading.bottom + 5
    beside = LEFT + 190
    garment = Text(
        paragraphs(BODY, *GARMENT),
        (Frame(3, beside, top, RIGHT - beside, 150), Frame(3, LEFT, top + 152, WIDTH, 120)),
    )
    pension_heading = _heading(3, garment.bottom + 18, PENSION_HEADING)
    pension = _body(3, pension_heading, PENSION)
    child_heading = _heading(3, pension.bottom + 18, CHILD_HEADING)
    child = _body(3, child_heading, CHILD)
    panel = Frame(3, 0, 622, 595, 160)
    voice_heading = Text((Paragraph(DARK_HEADING, VOICE_HEADING),), (Frame(3, LEFT, panel.top + 22, WIDTH, 20),))
    voice = Text(paragraphs(VOICE_STYLE, *VOICE), (Frame(3, LEFT, voice_heading.bottom + 10, WIDTH, 100),))
    return (
        Panel(panel, FOREST),
        voice,
        voice_heading,
        garment_heading,
        pension_heading,
        child_heading,
        child,
        pension,
        garment,
        Picture(Frame(3, LEFT, top + 3, 174, 124), ("#f3e2c7", "#e0b06a", "#c9743f", "#7b4a3a", FOREST)),
        Label(3, LEFT, top + 138, "Hawassa, 2022: a new bus brings the late shift home.", replace(CAPTION, size=7.2)),
    )


def _page_4() -> tuple[Item, ...]:
    world, band = _band(4, 60, WORLD_HEADING)
    introduction = _introduction(4, world.bottom + 16, WORLD)
    fishing_heading = _heading(4, introduction.bottom + 14, FISHING_HEADING)
    fishing = _body(4, fishing_heading, FISHING)
    islands_heading = _heading(4, fishing.bottom + 18, ISLANDS_HEADING)
    islands = _body(4, islands_heading, ISLANDS)
    forced_heading = _heading(4, islands.bottom + 18, FORCED_HEADING)
    forced = _body(4, forced_heading, FORCED)
    return (
        band,
        world,
        fishing_heading,
        islands_heading,
        forced_heading,
        forced,
        islands,
        fishing,
        introduction,
        Picture(Frame(4, 0, 640, 595, 160), ("#d8e8f0", "#9cc3d6", "#5b97b5", "#2f8a63", FOREST)),
    )


DOCUMENT = Document(
    name="ireland",
    title="Ireland and the ILO",
    size=(595, 842),
    items=(
        *_page_1(),
        *_page_2(),
        *_page_3(),
        *_page_4(),
        *(item for page in range(1, 5) for item in _furniture(page)),
    ),
)

PLANTED = (
    Fault(
        "figure told twice",
        GARMENT_HEADING,
        ("EUR 6.2 million", "EUR 6.4 million"),
        "the grant to the Ethiopian garment industry is told with two values",
    ),
    Fault(
        "duration",
        FISHING_HEADING,
        ("30-month", "January 2019", "December 2021"),
        "from January 2019 to December 2021 are 36 months",
    ),
)
