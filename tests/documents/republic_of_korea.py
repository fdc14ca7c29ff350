"""Republic of Korea: headings across two columns, side panels on dark ground, an icon before each heading.

In the content stream most bodies stand before their headings, and the two projects of page 2 in the opposite order.
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

BLUE, NAVY, RED, INK, PALE, WHITE = "#1c4fa3", "#12204d", "#d8314a", "#23283a", "#e8edf7", "#ffffff"
LEFT, RIGHT = 40.0, 555.0
WIDTH = RIGHT - LEFT

BODY = Style(
    font="Helvetica", size=9.8, leading=13.6, colour=INK, bold_font="Helvetica-Bold", link_colour=BLUE, space_before=6
)
LEAD = replace(BODY, font="Helvetica-Bold", size=14.5, leading=19, colour=NAVY)
HEADING = Style(
    font="Helvetica-Bold",
    size=12.5,
    leading=15.5,
    colour=BLUE,
    indent=15,
    bullet="f",
    bullet_font="Icons",
    bullet_colour=RED,
)
ON_DARK = replace(BODY, colour=WHITE, link_colour="#ffd84d")
DARK_HEADING = replace(HEADING, colour=WHITE, size=12.5, leading=15.5, indent=0, bullet="")
DARK_POINT = replace(ON_DARK, bullet="•", indent=10, space_before=2)
SMALL = Style(font="Helvetica", size=7.5, leading=9, colour="#6b7285")

LEAD_TEXT = """A member of the ILO since 1991, the Republic of Korea has so far brought 32 Conventions into force: four
are fundamental, three concern governance and 20 are technical."""

INTRODUCTION = (
    """Development cooperation with the ILO is a long-standing concern of the Republic of Korea. Seoul pays into the
    regular budget of the Organization and, on top of that, finances technical cooperation of its own choosing.""",
    """The [Ministry of Employment and Labour](http://www.moel.go.kr/english/main.jsp) is the main counterpart. Its
    [ILO/Korea Partnership Programme](https://www.ilo.org/asia/projects/korea/lang--en/index.htm) began in 2004; the
    current round, 2021-2023, helps partner countries to build social protection floors, to make work safer and
    healthier, to run public employment services and to modernize technical and vocational training.""",
    """The same Ministry makes strategic resources available for the social and solidarity economy in Asia, where
    cooperatives and similar enterprises create jobs, deliver basic services and hold communities together.""",
    """Two further grants followed in 2022: one for the gender equality work of Better Work Bangladesh, the other for
    the Global Accelerator on Jobs and Social Protection for Just Transitions.""",
    """A second partner is the [Ministry of Foreign Affairs](http://www.mofa.go.kr/eng/index.do), together with the
    [Korea International Cooperation Agency (KOICA)](http://www.koica.go.kr/sites/koica_en/index.do). Both back skills
    and a broader economic base in Algeria, Morocco and Tunisia, so that training policy, at the level of the nation,
    the region and the sector, answers what employers look for.""",
    """Lastly, Korean know-how reaches the Organization in person: through Junior Professional Officers, through
    officials on secondment and through specialists sent by the Korean Experts Programme.""",
)

PRIORITIES = (
    Paragraph(
        ON_DARK,
        """People come first in the way the Republic of Korea cooperates with other countries: peace and prosperity
        are to be felt in daily life. Seven fields receive most of its development assistance:""",
    ),
    *paragraphs(
        DARK_POINT,
        "Education",
        "Health",
        "Governance",
        "Agriculture",
        "Forestry and fisheries",
        "Technology",
        "Energy",
    ),
    Paragraph(
        ON_DARK,
        """When COVID-19 struck, the Republic of Korea answered with a medium-term plan for partner countries that
        stands for survival, livelihoods, human rights and civic participation. For urgent relief it handed
        humanitarian agencies around the world US$6 million.""",
    ),
)

CHART_HEADING = "Korean contributions to the ILO, 2018-2022"
CHART = ((2018, 92), (2019, 108), (2020, 84), (2021, 141), (2022, 158))

CONTRIBUTION_HEADING = "Two channels for the Republic of Korea’s money"
CONTRIBUTION = (
    Paragraph(ON_DARK, "The money takes two routes:"),
    *paragraphs(
        replace(DARK_POINT, space_before=5),
        """**Assessed contributions** come with membership: every member State owes them. The share of the Republic of
        Korea amounted to US$ 41.8 million between 2018 and 2022.""",
        """**Voluntary contributions** are earmarked for the programmes, regions and projects that the donor puts first.
        They added up to more than US$ 21.2 million between 2018 and 2022.""",
    ),
)

TUNISIA_HEADING = "Employment policy that works, and digital jobs for women and youth in Tunisia"
TUNISIA = (
    """KOICA and the ILO want more young Tunisians, women as well as men, to find their way into the labour market. The
    project takes its direction from the National Employment Strategy, which the country drafted with advice from the
    ILO and which, for the first time, gives all ministries and social partners one common line on employment.""",
    """Turning that line into practice takes expertise. Labour market specialists from Korea and ILO advisers work side
    by side with Tunisian institutions on policy design and on the skills of those who carry it out. Jobs are also
    created directly: in Tunis, Sousse and Sfax the ILO studies the value chains of the ICT sector and helps new
    enterprises to find a place in them.""",
)

CAMEROON_HEADING = (
    "Women entrepreneurs for strong economies and peaceful villages: the refugee-hosting East and Adamawa, Cameroon"
)
CAMEROON = (
    """Cassava, maize and poultry are the products on which this project builds. With nearly US$ 8 million from KOICA it
    opens agro-ecological value chains to women, so that local economies recover and those who fled and those who
    received them grow closer. Enterprise training goes hand in hand with local development plans, social protection,
    and the fight against AIDS and gender-based violence.""",
    """Work runs for four years in 16 communes of two regions of Cameroon. It is meant for 5,000 refugees, displaced
    persons and members of host communities; at least 65% of them are to be women and 50% refugees. UNHCR, UNICEF and
    WFP are partners, as are trade unions, private firms, banks and national NGOs.""",
)

INDIA_HEADING = "Sustainable enterprises for India (PSEI)"
INDIA = (
    """How can a small supplier enter a global supply chain and keep its promises on decent work? Since its start in
    December 2020, the [PSEI project](https://www.ilo.org/newdelhi/whatwedo/projects/WCMS_806062/lang--en/index.htm) has
    looked for answers together with micro, small and medium enterprises in India. KOICA supports it with US$2.4
    million. Over 26 months it shapes local development strategies, mostly for garment makers and food processors,
    through a market system and value chain approach.""",
    """Policymakers learn to draft measures for small firms that rest on evidence and respond to markets and to gender
    alike. Local institutions gain strength, and regular multi-stakeholder meetings keep them in touch.""",
    """Two tools of the ILO are put to use: [Start and Improve Your Business
    (SIYB)](https://www.ilo.org/empent/areas/start-and-improve-your-business/lang--en/index.htm), for those who found an
    enterprise, and [Sustaining Competitive and Responsible Enterprises
    (SCORE)](https://www.ilo.org/empent/Projects/score/lang--en/index.htm), for productivity and better conditions on
    the shop floor. Exchanges between India and the Republic of Korea, and lessons from private-sector led growth
    elsewhere in the world, complete the picture.""",
)

SAFETY_HEADING = "Better qualifications for occupational safety and health"
SAFETY = (
    """Those who keep a workplace safe need to know their trade, yet many countries and companies cannot find people with
    the right qualification. Funds from the Republic of Korea pay for [research on qualification
    frameworks](https://www.ilo.org/global/topics/safety-and-health-at-work/WCMS_880473/lang--en/index.htm) and on
    standards that have proved good practice in occupational safety and health (OSH). A self-assessment tool, now being
    written on the strength of the first findings, will show governments where their own framework falls short and
    how to train the OSH professionals they lack.""",
    """The subject is timely. A resolution of the ILC 2022 made [a safe and healthy working
    environment](https://www.ilo.org/global/about-the-ilo/newsroom/news/WCMS_848132/lang--en/index.htm) part of the ILO
    Declaration on Fundamental Principles and Rights at Work. The project belongs to the flagship programme
    [Safety + Health for
    All](https://www.ilo.org/global/topics/safety-and-health-at-work/programmes-projects/safety-health-for-all/lang--en/index.htm).""",
)

SOLIDARITY_HEADING = "Knowing more about the social and solidarity economy"
SOLIDARITY = (
    """How large is the [social and solidarity economy
    (SSE)](https://www.ilo.org/global/topics/cooperatives/projects/WCMS_841623/lang--en/index.htm), whom does it reach,
    and what is its socio-economic weight? Reliable answers are scarce, for cooperatives as for other forms. This
    project gathers them.""",
    """One half of the work carries on from Phase I (2019-21). It charts the SSE in five countries, Cambodia, Kyrgyzstan,
    Mongolia, Thailand and Viet Nam, and brings the results to policy dialogues there and across the region.""",
    """The other half puts into effect the [Guidelines concerning statistics of
    cooperatives](https://www.ilo.org/wcmsp5/groups/public/---dgreports/---stat/documents/meetingdocument/wcms_648558.pdf).
    Case studies are under way in Costa Rica, Italy, the Republic of Korea, Tanzania and Türkiye. What they show will go
    into a manual from which statistical offices can learn how to collect, read and publish data on cooperatives.""",
)

BANGLADESH_HEADING = "Better Work Bangladesh, Phases II and III: the gender component"
BANGLADESH = (
    """Garment factories that treat people well can also be good at business: on this idea rests Better Work Bangladesh.
    The Republic of Korea finances the part of the programme in which women gain a say. Female workers learn to speak up
    and to be represented where decisions on their work are taken, and the way to supervisory posts is opened to
    them. The training scheme Gender Equality and Returns (GEAR) becomes a regular offer and reaches the export
    processing zones. Mothers@Work is to grow as well: labour inspectors are trained on its standards and its checklist
    and then visit member factories together with the programme’s staff.""",
)

FLOORS_HEADING = "Social protection floors for workers and their families in ASEAN, Phase III"
FLOORS = (
    """Too many families in South-East Asia are left without cover when a worker falls ill or loses a job. With money from
    the Korean Ministry of Employment and Labour, the project makes the social protection systems of ASEAN sturdier. Most
    of the work takes place in Lao PDR, where it removes what keeps people out of social security: studies and actuarial
    valuations are prepared, the amendment of the Social Security Law is supported, officials are trained and workers
    told of their rights, and paperwork is cut.""",
    """For the region as a whole, governments, employers and unions compare how workers in new forms of employment can be
    brought into the formal economy. A workshop with Korean institutions deals with employment insurance and employment
    injury insurance: how to design them, run them and serve the insured.""",
)

SKILLS_HEADING = "Skills that are recognized across ASEAN, and training that goes digital"
SKILLS = (
    """A welder or a cook who moves within ASEAN should not have to start anew. Mutual recognition of skills has therefore
    become one of the region’s chief undertakings, and funding by the Republic of Korea has carried it a long way. Under
    the ILO/Korea Partnership Programme firm ties have grown between governments, social partners, the bodies in charge of
    technical and vocational training (TVET) and the ASEAN Secretariat.""",
    """The present phase makes procedures shorter and referencing to international levels easier; the ASEAN Guiding
    Principles are its yardstick. Digital technology gives people the skills that tomorrow’s employers ask for.
    Countries learn from each other throughout, and the agreements that pairs of them have signed show how serious they
    are.""",
)

ACCELERATOR_HEADING = "Helping the Global Accelerator on Jobs and Social Protection for Just Transitions to take off"
ACCELERATOR = (
    """Within the United Nations the ILO coordinates the Global Accelerator, a new initiative of many agencies. The
    Government of Korea pays for its first steps: the design, the launch and the start of the Technical Support Facility,
    through which the ILO and the other partners of the Accelerator advise the countries that have volunteered as
    pathfinders. The project ties in with what the ILO already does, at headquarters and in its country offices.""",
)


def _heading(page: int, top: float, text: str, width: float = WIDTH) -> Text:
    return Text((Paragraph(HEADING, text),), (Frame(page, LEFT, top, width, 60),))


def _body(page: int, below: Text, texts: tuple[str, ...]) -> Text:
    return balanced(paragraphs(BODY, *texts), page, LEFT + 15, below.bottom + 8, WIDTH - 15)


def _furniture(page: int) -> tuple[Item, ...]:
    """A thin rule, the running head and the page number."""
    return (
        Rule(page, LEFT, 808, RIGHT, 808, "#b9c2d6"),
        Label(page, LEFT, 821, "ILO development cooperation | Republic of Korea", SMALL),
        Label(page, RIGHT, 821, str(page), replace(SMALL, font="Helvetica-Bold"), "right"),
    )


def _chart(page: int, left: float, base: float) -> tuple[Item, ...]:
    """Bars with the year below each."""
    items: list[Item] = [Rule(page, left, base, left + 290, base, "#8a93a8")]
    for i, (year, height) in enumerate(CHART):
        x = left + 14 + i * 56
        items.append(Panel(Frame(page, x, base - height, 34, height), BLUE if i < len(CHART) - 1 else RED))
        items.append(Label(page, x + 17, base + 12, str(year), replace(SMALL, size=8, colour=INK), "centre"))
    return tuple(items)


def _page_1() -> tuple[Item, ...]:
    lead = Text((Paragraph(LEAD, LEAD_TEXT),), (Frame(1, LEFT, 318, WIDTH - 30, 80),))
    panel = Frame(1, 397, 412, 198, 376)
    intro = balanced(paragraphs(BODY, *INTRODUCTION), 1, LEFT, 412, 338, gutter=16)
    return (
        Picture(Frame(1, 0, 0, 595, 288), ("#bcd3ee", "#7ba3d6", "#4676b8", "#1c4fa3", "#12204d")),
        Panel(Frame(1, 0, 288, 595, 5), RED),
        Panel(panel, NAVY),
        Text(PRIORITIES, (Frame(1, panel.x + 16, panel.top + 18, 160, panel.height - 30),)),
        intro,
        lead,
    )


def _page_2() -> tuple[Item, ...]:
    chart_heading = _heading(2, 46, CHART_HEADING, 330)
    panel = Frame(2, 375, 40, 220, 262)
    inner = panel.width - 40
    panel_heading = Text((Paragraph(DARK_HEADING, CONTRIBUTION_HEADING),), (Frame(2, panel.x + 18, 56, inner, 40),))
    panel_body = Text(CONTRIBUTION, (Frame(2, panel.x + 18, panel_heading.bottom + 10, inner, 200),))
    tunisia_heading = _heading(2, 334, TUNISIA_HEADING)
    tunisia = _body(2, tunisia_heading, TUNISIA)
    cameroon_heading = _heading(2, tunisia.bottom + 32, CAMEROON_HEADING)
    cameroon = _body(2, cameroon_heading, CAMEROON)
    return (
        cameroon,
        tunisia,
        chart_heading,
        Panel(panel, NAVY),
        panel_heading,
        panel_body,
        tunisia_heading,
        cameroon_heading,
        *_chart(2, LEFT + 15, 276),
        Picture(Frame(2, LEFT + 15, 690, WIDTH - 15, 90), ("#dfe9f6", "#a9c3e6", "#6f98cf", "#f0b44c", "#1c4fa3")),
    )


def _pages_3_and_4() -> tuple[Item, ...]:
    india_heading = _heading(3, 254, INDIA_HEADING)
    india = _body(3, india_heading, INDIA)
    safety_heading = _heading(3, india.bottom + 28, SAFETY_HEADING)
    top = safety_heading.bottom + 8
    safety = Text(paragraphs(BODY, *SAFETY), (Frame(3, LEFT + 15, top, 300, 240),))
    solidarity_heading = _heading(3, safety.bottom + 28, SOLIDARITY_HEADING)
    top_3 = solidarity_heading.bottom + 8
    solidarity = Text(
        paragraphs(BODY, *SOLIDARITY),
        (
            *columns(3, LEFT + 15, top_3, WIDTH - 15, 792 - top_3, 2, 18),
            *columns(4, LEFT + 15, 40, WIDTH - 15, 42, 2, 18),
        ),
    )
    bangladesh_heading = _heading(4, solidarity.bottom + 28, BANGLADESH_HEADING)
    bangladesh = Text(
        paragraphs(BODY, *BANGLADESH), (Frame(4, LEFT + 15, bangladesh_heading.bottom + 8, WIDTH - 15, 120),)
    )
    floors_heading = _heading(4, bangladesh.bottom + 28, FLOORS_HEADING)
    top_4 = floors_heading.bottom + 8
    floors = Text(
        paragraphs(BODY, *FLOORS),
        (Frame(4, LEFT + 185, top_4, WIDTH - 185, 126), Frame(4, LEFT + 15, top_4 + 128, WIDTH - 15, 80)),
    )
    skills_heading = _heading(4, floors.bottom + 28, SKILLS_HEADING)
    skills = balanced(
        paragraphs(BODY, *SKILLS), 4, LEFT + 15, skills_heading.bottom + 8, WIDTH - 15, count=3, gutter=15
    )
    accelerator_heading = _heading(4, skills.bottom + 28, ACCELERATOR_HEADING)
    accelerator = _body(4, accelerator_heading, ACCELERATOR)
    return (
        Picture(Frame(3, 0, 0, 595, 224), ("#fbe3d0", "#f2b48c", "#d8314a", "#7a2a5c", "#12204d")),
        india_heading,
        india,
        Picture(Frame(3, 385, top + 3, 170, safety.bottom - top - 3), ("#f6ead2", "#e8b25c", "#d8734a", "#7a3b52")),
        solidarity,
        safety,
        safety_heading,
        solidarity_heading,
        bangladesh_heading,
        bangladesh,
        accelerator,
        skills,
        Picture(Frame(4, LEFT + 15, top_4 + 2, 156, 118), ("#d7ecea", "#8cc9bf", "#3f9d94", "#1f6f78", "#12204d")),
        floors,
        floors_heading,
        skills_heading,
        accelerator_heading,
    )


DOCUMENT = Document(
    name="republic-of-korea",
    title="Republic of Korea: development cooperation with the ILO",
    size=(595, 842),
    items=(*_page_1(), *_page_2(), *_pages_3_and_4(), *(item for page in range(1, 5) for item in _furniture(page))),
    links="one a line",
)

PLANTED = (
    Fault(
        "sum",
        "",
        ("32 Conventions", "four", "three", "20"),
        "32 Conventions are said to be four, three and 20, which makes 27",
    ),
)
