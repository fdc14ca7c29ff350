"""Rows from sentences of profiles, a kind of sentence each; the donor is Ireland."""

from decimal import Decimal

import pytest


def only(related, text, heading="The safer ports project"):
    (project,) = related(heading, text).projects
    return project


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        # a name that no list knows is where its country in brackets is
        ("Boat builders in Bangadi (Kenya), Mtwapani (Tanzania) and Pemba (Mozambique) are trained.", "KEN TZA MOZ"),
        # a remark between the last two of a list, and a clause of its own after a list
        ("Grants have gone to Togo, Benin and, under a separate deal, Ghana.", "TGO BEN GHA"),
        ("Pumps were bought in Kenya, Uganda and (from 2023) Rwanda.", "KEN UGA RWA"),
        ("EUR 2 million came in after the floods in Pakistan, and Nepal was added in 2023.", "PAK NPL"),
        # the same sum, given again elsewhere
        ("Ireland gave EUR 1 million to Fiji after storms in 2017 and to Tonga and Samoa in 2022.", "FJI TON WSM"),
        # those with whom one exchanges, and those who watch
        ("The project trains pilots in Togo. Exchanges take place with ports in Spain and Italy.", "TGO"),
        ("Work goes on in Togo; Benin has sent observers and Ghana wishes to follow.", "TGO"),
        # those who are only compared with, and where people live who come from there
        ("Like earlier schools in Mali and Chad, it was built by hand in Togo.", "TGO"),
        ("Unlike the earlier phase, which also covered Mali, it works in Togo.", "TGO"),
        ("Doctors from the Togolese diaspora in France and Canada train nurses in Togo.", "TGO"),
        # where a camp is
        ("Chadian refugees in Lorne camp, Togo, build stoves.", "TGO"),
        # where people have come from, and where goods go
        ("Families who came back to Lomé from Mali and Chad grow tea in Togo.", "TGO"),
        ("It works in Togo. The tea is sold in Germany. A similar project runs in Mali.", "TGO"),
        ("It works in Togo. Researchers in Ghana compared the results.", "TGO"),
        # those from whom one learns
        ("Pilots in Togo learn from welders in Ghana and draw on lessons from Benin.", "TGO"),
        # a list is closed by its "and"
        ("In partnership with donors, including Japan and Norway, Ireland will work in Fiji and Tonga.", "FJI TON"),
    ],
)
def test_countries(related, text, countries):
    assert only(related, text).countries == tuple(countries.split())


def test_a_place_in_another_country_than_those_named_is_a_doubt(related):
    text = "The islands share a laboratory in Fiji. It has cold rooms in Suva, Apia and Port Vila."
    project = only(related, text)
    assert (project.countries, project.places) == (("FJI",), ("Suva", "Apia", "Port Vila"))
    assert [(doubt.field, doubt.candidates) for doubt in project.doubts] == [("countries", ("Apia", "Port Vila"))]
    alone = only(related, "The project has cold rooms in Suva, Apia and Port Vila.")
    assert (alone.countries, alone.doubts) == (("FJI", "WSM", "VUT"), ())


def test_a_country_of_which_nothing_is_told_is_a_doubt(related):
    project = only(related, "The project works in Togo. Chad has an association of pilots.")
    assert project.countries == ("TGO",)
    assert [(doubt.field, doubt.candidates, doubt.assumed) for doubt in project.doubts] == [
        ("countries", ("Chad",), True)
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        # what another pays of the whole is not what the donor pays
        ("Ireland and Finland share the cost of EUR 5 million, of which Finland pays EUR 2 million.", 5_000_000),
        ("The programme costs EUR 7.4 million. Norway joined in 2022 with EUR 800,000.", 7_400_000),
        ("It has a total of EUR 9 million; the province adds EUR 1 million.", 9_000_000),
        ("Farmers put in a counterpart contribution of EUR 1 million, for a total of EUR 4 million.", 4_000_000),
        ("It costs EUR 9 million, of which the Moss Trust pays EUR 2 million, Norway EUR 3 million.", 9_000_000),
        # what the donor pays of all
        ("Ireland pays EUR 2 million of the EUR 5 million.", 2_000_000),
        ("Irish Aid covers EUR 2 million of a budget of EUR 5 million.", 2_000_000),
        ("Norad pays EUR 2 million of the EUR 5 million.", 5_000_000),
        # a sum that the text states of what was given several times
        ("EUR 1 million was given in 2020. The same came in 2021, bringing the line to EUR 3 million.", 3_000_000),
        ("The ports programme was worth EUR 75 million; UNDP implemented the rural part, EUR 9 million.", 9_000_000),
        # paid out so far, or by a day
        ("Ireland will give EUR 3.2 million. So far EUR 1.1 million has been disbursed.", 3_200_000),
        # a list that a sentence of its own opens
        ("Ireland has committed EUR 20 million. This includes EUR 11 million for ports; EUR 2 million for roads.",
         20_000_000),
        # what each of several givers pays is its own, and not a sum for each of many
        ("Ireland and Fiji each gave EUR 2 million; the Samoan cabinet paid the remaining EUR 5 million.",
         2_000_000),
        ("Ireland and Fiji gave EUR 2 million each.", 2_000_000),
        # a fund out of which the project is paid, and shares that stand in brackets after the whole
        ("Ireland has given EUR 50 million to the Ports Fund, from which EUR 3 million was set aside for the project.",
         3_000_000),
        ("Total cost: EUR 9 million (Ireland EUR 7 million; Fiji EUR 2 million).", 7_000_000),
        # the counterpart of those who get it
        ("Norad made a grant of EUR 4 million, to which the Government of Togo adds EUR 1 million in kind.", 4_000_000),
        ("It is financed by a Norad grant of EUR 4 million and EUR 9 million in co-financing.", 4_000_000),
        # an earlier gift on which this one follows
        ("A total of EUR 4 million was given by Norad for two piers on the Mono, following a first grant of EUR 1 m.",
         4_000_000),
        # what comes on top, and what was paid out of a commitment
        ("Irish Aid worth EUR 9 million helped ports. Another EUR 2 million was announced in July.", 9_000_000),
        ("EUR 1 million was disbursed in 2021, against a commitment of EUR 3 million for it all.", 3_000_000),
        # trade is no gift
        ("Irish foreign direct investment in Kenya was EUR 343 million. Irish Aid gave EUR 2 million.", 2_000_000),
    ],
)  # fmt: skip
def test_amount(related, text, amount):
    assert only(related, text).amount == Decimal(amount)


def test_what_is_given_by_nobody_named_is_doubted_beside_the_donors_share(related):
    project = only(related, "Ireland joined in with EUR 1.1 million. In Mali, EUR 600,000 supports a study.")
    assert project.amount == Decimal(1_100_000)
    assert [(d.field, d.candidates, d.assumed) for d in project.doubts] == [("amount", ("EUR 600,000",), True)]


def test_what_one_gives_is_doubted_where_others_give_too_and_the_donor_is_not_among_them(related):
    project = only(related, "It has EUR 2 million from Norad and another EUR 600,000 from the Moss Trust in addition.")
    assert [(d.field, d.candidates) for d in project.doubts] == [("amount", ("EUR 2 million", "EUR 600,000"))]
    project = only(related, "Norway gives EUR 2 million, while the Moss Trust adds EUR 600,000.")
    assert [(d.field, d.candidates) for d in project.doubts] == [("amount", ("EUR 2 million", "EUR 600,000"))]
    project = only(related, "Irish Aid gives EUR 2 million, while the Moss Trust adds EUR 600,000.")
    assert (project.amount, project.doubts) == (Decimal(2_000_000), ())


def test_the_amount_of_the_phase_that_the_heading_names(related):
    text = (
        "It was begun in 2018 with EUR 2 million from Ireland. The second phase (2023-28, EUR 3 million) adds ferries."
    )
    project = only(related, text, "The safe ports project, Phase II")
    assert (project.amount, project.start, project.end) == (Decimal(3_000_000), "2023", "2028")


@pytest.mark.parametrize(
    ("text", "start", "end", "duration"),
    [
        # an earlier project's and another phase's time
        ("An earlier Irish ferry project (2012-2015) was a model. It runs from 2019 to 2022.", "2019", "2022", None),
        ("The third phase of Clean Ports (2022-26) follows the second phase (2018-21).", "2022", "2026", None),
        ("It has EUR 3 million for the first phase (2019-2023); phase two was launched in January 2024.", "2019",
         "2023", None),
        ("A first phase ended in 2018. The project closes in May 2024.", None, "2024-05", None),
        # the new end
        ("The project runs from 2018 to 2023. The closing date was moved from March 2023 to May 2024.", "2018",
         "2024-05", None),
        # what else lasts
        ("A five-year grant pays for the ports. The harvest lasts six weeks.", None, None, "P5Y"),
        ("Budget and duration: EUR 3 million / 30 months (2020-2022)", "2020", "2022", "P30M"),
        ("Ireland has given EUR 9 million since 1995. The project started in 2020.", "2020", None, None),
    ],
)  # fmt: skip
def test_time(related, text, start, end, duration):
    project = only(related, text)
    assert (project.start, project.end, project.duration) == (start, end, duration)


@pytest.mark.parametrize(
    ("text", "funders", "partners"),
    [
        ("Ireland pays for the training, the European Union for vehicles.", "Ireland, European Union", ""),
        ("The Basel Ports Fund, a trust of shipping firms, supports two projects.", "Basel Ports Fund", ""),
        ("Ireland joined Norway as co-financier.", "Ireland, Norway", ""),
        ("Irish Aid funds it. CARE International carries it out.", "Irish Aid", "CARE International"),
        ("Irish Aid funds it. UNFPA manages the programme.", "Irish Aid", "UNFPA"),
        ("Irish Aid funds it. It is run together with the Ministry of Labour and Social Affairs.", "Irish Aid",
         "Ministry of Labour and Social Affairs"),
        # a name with a figure in it
        ("EU4Ports funds the cranes.", "EU4Ports", ""),
    ],
)  # fmt: skip
def test_who_takes_part(related, text, funders, partners):
    project = only(related, text)
    assert (", ".join(project.funders), ", ".join(project.partners)) == (funders, partners)


def test_respectively(related):
    profile = related(
        "Ports", "Norway and Sweden co-finance the ports with EUR 3 million and SEK 40 million respectively."
    )
    money = [f.mention for f in profile.findings if f.mention.table == "money"]
    assert [(m.role, m.funder) for m in money] == [("share", "Norway"), ("share", "Sweden")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2022 Ireland gave UNICEF EUR 9 million. In the same year it gave UNHCR EUR 2 million.", ["2022", "2022"]),
        ("In 2022 Ireland gave UNICEF EUR 9 million (2021: EUR 8 million).", ["2022", "2021"]),
    ],
)
def test_period(related, text, period):
    assert [c.period for c in related("Giving", text, kind="contributions").contributions] == period


def test_front_matter_tells_what_was_received_and_agreed(related):
    text = "In FY2019/20 UNICEF received EUR 27 million, a record; in FY2021/22 it was EUR 11 million."
    assert [c.amount for c in related("", text, kind="front").contributions] == [
        Decimal(27_000_000),
        Decimal(11_000_000),
    ]
    (agreement,) = related("", "The present cooperation agreement is worth EUR 16 million.", kind="front").contributions
    assert agreement.amount == Decimal(16_000_000)
    assert related("", "The sea trade of the islands is worth EUR 16 million.", kind="front").contributions == ()


def test_those_whose_shares_a_list_tells_give_each_its_own(related):
    text = "Funders: Ireland (EUR 3 million), Norway (EUR 1 million)\n\nThe ports in Togo are mended."
    profile = related("The safer ports project", text)
    assert [(f.mention.role, f.mention.funder) for f in profile.findings if f.mention.table == "money"] == [
        ("share", "Ireland"),
        ("share", "Norway"),
    ]
    assert profile.projects[0].countries == ("TGO",)


def test_a_sister_project_and_a_person_are_not_this_one(related):
    text = "Irish Aid funds it in Togo. Its sister project in Mali is funded by Canada. Ms Mali Jensen leads it."
    project = only(related, text)
    assert (project.funders, project.partners, project.countries) == (("Irish Aid",), (), ("TGO",))


def test_what_the_donor_gives_is_a_share_also_as_a_total(related):
    project = only(related, "Ireland funds it with EUR 3.4 million. A total of EUR 3.9 million from Ireland is agreed.")
    assert project.amount is None
    assert [doubt.candidates for doubt in project.doubts] == [("EUR 3.4 million", "EUR 3.9 million")]


def test_another_project_of_the_same_body_is_elsewhere(related):
    text = "The project works in Togo. Its name – “Hope” in Spanish – is new. Irish Aid is also working in Chad."
    assert only(related, text).countries == ("TGO",)


def test_others_who_give_are_no_place_of_work(related):
    text = "Ireland paid in EUR 9 million, Norway, Sweden and Denmark smaller sums. It is active in Togo and Benin."
    assert only(related, text).countries == ("TGO", "BEN")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It started in the second half of 2021 and closes in the first half of 2024.", "2021-41", "2024-40"),
        ("It started in 2020. Lessons come from Chad, where work ended in May 2019.", "2020", None),
    ],
)
def test_halves_of_years_and_work_elsewhere(related, text, start, end):
    project = only(related, text)
    assert (project.start, project.end) == (start, end)


def test_the_donors_programme_is_its_share(related):
    text = "Irish Aid’s EUR 9 million programme trains pilots in Togo. Remittances to Togo rose to EUR 200 million."
    profile = related("The safer ports project", text)
    assert [f.mention.role for f in profile.findings if f.mention.table == "money"] == ["share", "none"]
    assert profile.projects[0].amount == Decimal(9_000_000)


def test_when_a_storm_came_is_no_time_of_a_gift(related):
    text = "After the storm (April 2020), Ireland gave UNICEF EUR 3 million."
    assert [c.period for c in related("Giving", text, kind="contributions").contributions] == [None]


def test_a_study_for_others_that_came_before(related):
    text = "The project works in Fiji. It follows a 2021 study for Palau and Nauru."
    assert only(related, text).countries == ("FJI",)


def test_rounds_and_verbs_of_giving(related):
    text = "The third round (2019–2021) got EUR 900,000, the fourth (2022–2024) gets EUR 1.2 million."
    project = only(related, text, "Employment services, third round")
    assert (project.amount, project.start, project.end) == (Decimal(900_000), "2019", "2021")
    project = only(related, "Ireland allotted EUR 2 million. A further EUR 150,000 came in from a port in Togo.")
    assert project.amount == Decimal(2_000_000)


def test_what_is_given_each_year_is_told_to_be_no_sum(related):
    project = only(related, "Irish Aid’s support to the project amounts to EUR 2 million a year for five years.")
    assert project.amount == 2_000_000
    assert [(doubt.field, doubt.assumed) for doubt in project.doubts] == [("amount", True)]


def test_a_period_that_ends_before_it_begins_is_kept(related):
    project = only(related, "Irish Aid’s project is to run from July 2022 to February 2021.")
    assert (project.start, project.end) == ("2022-07", "2021-02")


def test_an_end_that_was_put_off_is_none(related):
    project = only(related, "It began in May 2020 and was to end in June 2023 but was extended by one year.")
    assert (project.start, project.end) == ("2020-05", None)


@pytest.mark.parametrize(
    ("text", "funders", "partners"),
    [
        ("It is supported by Norad and is implemented by Ferry Trust and the Port Guild.", "Norad",
         "Ferry Trust;Port Guild"),
        ("Irish Aid funds it. The Port Guild is the implementing partner.", "Irish Aid", "Port Guild"),
        ("An agreement was signed between the Embassy of Ireland and the Port Guild.", "Embassy of Ireland", ""),
        ("Irish Aid funds it, and pays for a clinic run by Health Partners.", "Irish Aid", "Health Partners"),
        # topics of a body do not part its name
        ("It is funded by the Irish Fund for Water and Sanitation.", "Irish Fund for Water and Sanitation", ""),
        ("It is funded by Norad and implemented by the Ministry of Water, Irrigation and Energy.", "Norad",
         "Ministry of Water, Irrigation and Energy"),
        ("It is funded by the Fund for Nature and Oxfam.", "Fund for Nature;Oxfam", ""),
        ("Irish Aid funds it. Partners: Direction de l’Eau; Ferry Trust; Port Guild.", "Irish Aid",
         "Direction de l’Eau;Ferry Trust;Port Guild"),
        ("Irish Aid gives EUR 2 million; Norway and the World Bank cover the rest.", "Irish Aid;Norway;World Bank", ""),
        # who gives along with another pays, too; who works along does not
        ("Ireland together with the Moss Trust funds a EUR 2 million pier.", "Ireland;Moss Trust", ""),
        ("Ireland along with UNICEF funds a EUR 2 million pier.", "Ireland", ""),
        ("Together with the Norwegian Government, Ireland funds a pier.", "Norwegian Government;Ireland", ""),
        ("Together with UNICEF, Ireland trains pilots.", "", "UNICEF"),
        ("Ireland joined the UN’s Ports Fund and Norad in financing a pier.", "Ireland;Ports Fund;Norad", ""),
        ("Ireland joined the UN’s Ports Fund in backing a pier.", "Ireland;Ports Fund", ""),
        # lists of givers with amounts in brackets, and that end in others without a name
        ("It was co-financed by Irish Aid (EUR 2 million), Norway, the Moss Trust and Fiji.",
         "Irish Aid;Norway;Moss Trust;Fiji", ""),
        ("It was financed by Irish Aid (EUR 2 million), and Norad (EUR 1 million).", "Irish Aid;Norad", ""),
        ("A group of the Ferry Trust, the Moss Trust and an anonymous donor has given EUR 2 million.",
         "Ferry Trust;Moss Trust", ""),
        ("Irish Aid lends EUR 5 million, Norad and the Moss Trust EUR 2 million each, and the Government of Togo bears "
         "the rest.", "Irish Aid;Norad;Moss Trust;Government of Togo", ""),
        ("Irish Aid gave EUR 5 million, Norway’s Norad EUR 2 million and the Moss Trust the remainder.",
         "Irish Aid;Norad;Moss Trust", ""),
        ("It is backed by Irish Aid (EUR 2 million) and the Moss Trust (EUR 1 million).", "Irish Aid;Moss Trust", ""),
        ("The EUR 3 million needed came from Irish Aid and the Moss Trust.", "Irish Aid;Moss Trust", ""),
        ("The Moss Trust and Irish Aid pay the running costs of EUR 3 million.", "Moss Trust;Irish Aid", ""),
        ("Irish Aid shares the cost of the pier with the Moss Trust.", "Irish Aid;Moss Trust", ""),
        # the first of three may be the way that the gift of the two others takes
        ("Through the Port Guild, the Ferry Trust and the Moss Trust back unions.", "Ferry Trust;Moss Trust", ""),
        ("With the Port Guild, the Ferry Trust and the Moss Trust, Irish Aid funds ten piers.", "Irish Aid", ""),
        ("Irish Aid joined the Moss Trust in a five-year scheme that equips ports.", "Irish Aid;Moss Trust", ""),
        # others who come in after the first, and what the bodies of countries are called
        ("Irish Aid pledged EUR 5 million; the EU followed with EUR 2 million and Malta with EUR 1 million.",
         "Irish Aid;EU;Malta", ""),
        ("It is co-funded by Norway’s Ports Fund, Irish Aid and Togo’s Ministry of Ports.",
         "Norway;Ports Fund;Irish Aid;Ministry of Ports", ""),
        ("Irish Aid, together with the Ports Fund and Togo’s Ministry of Ports, put EUR 2 million into a pier.",
         "Irish Aid;Ports Fund;Ministry of Ports", ""),
        # bodies with the country or town where they are
        ("Irish Aid funds it. Partners were the Ferry Union (Togo), Ports for Development (Mali) and the Moss Academy "
         "(Chad).", "Irish Aid", "Ferry Union;Ports for Development;Moss Academy"),
        ("Irish Aid funds it. It works with the Ferry Union in Lomé and the Moss Academy in Accra.", "Irish Aid",
         "Ferry Union;Moss Academy"),
        # what a programme is called is nobody
        ("Irish Aid gave EUR 2 million through the BNTP programme, managed by the FAST facility.", "Irish Aid", ""),
        ("Irish Aid funds it. UN Women and the Port Guild implement this joint programme.", "Irish Aid",
         "UN Women;Port Guild"),
        ("Irish Aid funds it. The Port Guild takes part.", "Irish Aid", "Port Guild"),
        ("It comes from Irish Aid (EUR 2 million), the Moss Trust (EUR 1 million) and Norad (EUR 1 million).",
         "Irish Aid;Moss Trust;Norad", ""),
        ("With Norad as lead financier, Irish Aid built a pier.", "Norad;Irish Aid", ""),
        ("Half of it comes from Irish Aid, the other half from the Moss Trust.", "Irish Aid;Moss Trust", ""),
        ("Irish Aid funds it. It is run with the Dar es Lorne Water and Port Authority.", "Irish Aid",
         "Dar es Lorne Water and Port Authority"),
        # who is supported gives nothing by that
        ("The Port Guild, supported by Irish Aid with EUR 2 million, trains pilots.", "Irish Aid", ""),
        ("Irish Aid funds a new initiative with the Port Guild. The Ferry Union is the counterpart.", "Irish Aid",
         "Port Guild;Ferry Union"),
        ("Norad carries out the project, Irish Aid funds it.", "Irish Aid", "Norad"),
        # whose a ministry is
        ("Irish Aid funds it. Togo’s Ministry of Ports provides land.", "Irish Aid", ""),
        # a ministry that works is the country's, whatever the donor's does
        ("Irish Aid built a pier. The Ministry of Ports runs the project.", "Irish Aid", "Ministry of Ports"),
        ("Irish Aid funds it. It is led by the Port Guild.", "Irish Aid", "Port Guild"),
        ("Irish Aid funds it. The Port Guild and the Ferry Trust are our main partners.", "Irish Aid",
         "Port Guild;Ferry Trust"),
        ("Irish Aid funds it. The Port Guild works with us.", "Irish Aid", "Port Guild"),
        ("Irish Aid funds it. It is implemented by the Port Guild and the NGO FerryAid.", "Irish Aid",
         "Port Guild;FerryAid"),
        # no church of a place is the place
        ("Irish Aid gave EUR 2 million, and each of the churches of Hamburg and Lorne gives EUR 50,000 a year.",
         "Irish Aid", ""),
        # whose districts the money reaches, gives none of it
        ("Irish Aid funds ten piers in Togo’s Lacs and Golfe districts with a EUR 2 million grant.", "Irish Aid", ""),
    ],
)  # fmt: skip
def test_who_gives_and_who_works_along(related, text, funders, partners):
    project = only(related, text)
    assert (";".join(project.funders), ";".join(project.partners)) == (funders, partners)


def test_a_list_that_names_fewer_countries_than_the_text_counts_is_told(related):
    project = only(related, "It benefits nine island countries, among them Fiji, Tonga and Samoa.")
    assert project.countries == ("FJI", "TON", "WSM")
    (doubt,) = project.doubts
    assert (doubt.field, doubt.assumed) == ("countries", True)


def test_a_list_of_all_countries_that_the_text_counts_is_not_told(related):
    project = only(related, "It benefits three island countries, among them Fiji, Tonga and Samoa.")
    assert project.doubts == ()


def test_a_country_that_labels_its_gift_does_not_benefit(related):
    project = only(related, "The project works in Togo. Ireland: EUR 3 million; Norway: NOK 9 million.")
    assert (project.countries, project.funders) == (("TGO",), ("Ireland", "Norway"))


def test_a_donor_agency_of_which_nothing_is_told_is_a_doubt(related):
    project = only(related, "Launched with support from Irish Aid, the partnership grew to include USAID.")
    assert project.funders == ("Irish Aid",)
    assert [(doubt.field, doubt.candidates, doubt.assumed) for doubt in project.doubts] == [
        ("funders", ("USAID",), True)
    ]


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (
            "Partner: Instituto Nacional para la Infancia y la Familia.",
            ("Instituto Nacional para la Infancia y la Familia",),
        ),
        (
            "Partners: Fundación Moss por el Agua, Centre pour la Pêche.",
            ("Fundación Moss por el Agua", "Centre pour la Pêche"),
        ),
        ("Partner: Hafen für die Welt.", ("Hafen für die Welt",)),
        ("Partner: Verein zur Hilfe.", ("Verein zur Hilfe",)),
        ("Partners: Centre aux Ports, Aide au Développement.", ("Centre aux Ports", "Aide au Développement")),
        ("The partner is the Centro de Apoyo a la Mujer.", ("Centro de Apoyo a la Mujer",)),
        ("The partner is the Centro de Apoyo al Puerto.", ("Centro de Apoyo al Puerto",)),
        ("The partner is the Ministério da Pesca e Portos do Norte.", ("Ministério da Pesca e Portos do Norte",)),
        ("The partner is the Casa das Mulheres.", ("Casa das Mulheres",)),
        ("The partner is Marins sans Frontières.", ("Marins sans Frontières",)),
        ("Partners: Amici dei Porti, Scuola delle Donne, Casa di Lorne.",
         ("Amici dei Porti", "Scuola delle Donne", "Casa di Lorne")),
    ],
)  # fmt: skip
def test_names_of_bodies_in_their_own_languages(related, text, partners):
    """In a profile in English."""
    assert only(related, f"Ireland gave EUR 3 million. {text}").partners == partners


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Period: 48 months, from 1 September 2022.", "2022-09-01", None),
        ("Since January 2021 its wages, boats and nets have been paid by Ireland.", "2021-01", None),
        ("Ireland gave EUR 3 million in all, a total of EUR 5 million to the end of 2025.", None, "2025"),
        ("Ireland has set aside EUR 3 million until 2027.", None, "2027"),
        ("Work began in March 2021 and is due to end in December 2025.", "2021-03", "2025-12"),
    ],
)
def test_start_and_end(related, text, start, end):
    project = only(related, text)
    assert (project.start, project.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        # an extension moves the end, by whatever words
        ("It was due to end in December 2022 and was extended to March 2024.", (None, "2024-03", None)),
        ("It runs from 2020 to 2022. A no-cost extension until June 2023 has been granted.", ("2020", "2023-06", None)),
        ("It received a no-cost extension from June 2023 to March 2024.", (None, "2024-03", None)),
        ("It ran from 2020 to 2022, with an extension to March 2023.", ("2020", "2023-03", None)),
        ("The project began in 2018 and has since been renewed until 2024.", ("2018", "2024", None)),
        ("In 2022, Ireland agreed to extend the project by two years, to December 2025.", (None, "2025-12", None)),
        ("After a one-year extension, it will now close in June 2024 instead of June 2023.", (None, "2024-06", None)),
        ("The project started in 2020 and its completion has slipped to 2025.", ("2020", "2025", None)),
        # one that is asked for, or of something else, does not
        ("It ends in 2025. An extension to 2027 is under discussion.", (None, "2025", None)),
        ("It ends in 2025. The partners hope to extend the project to 2027.", (None, "2025", None)),
        ("The project (2020–2025) has been extended to Senegal and Guinea.", ("2020", "2025", None)),
        # a start that was put off
        ("Launch was delayed from March 2020 to January 2021.", ("2021-01", None, None)),
        ("The start of the project was postponed to May 2021.", ("2021-05", None, None)),
        # what comes before the main work, and the main work
        ("After an inception phase of six months, the project will run for 18 months.", (None, None, "P18M")),
        ("The pilot ran in 2019 and the project from 2020 to 2023.", ("2020", "2023", None)),
        ("Following the first phase (2015–2018), the project started in 2019.", ("2019", None, None)),
        ("Building on a pilot that ended in 2019, it trains dockers.", (None, None, None)),
        # what was decided before the work began
        ("The project was approved in 2019, began in January 2020, and was completed in December 2022.",
         ("2020-01", "2022-12", None)),
        ("The project was launched at a conference in May 2021.", (None, None, None)),
        # how long something else takes
        ("A two-week study visit to Cork in May 2022 was part of it.", (None, None, None)),
        ("Over two weeks in May 2022, 40 divers cleaned the quay.", (None, None, None)),
        ("The rainy season lasts three months.", (None, None, None)),
        ("In its first two years, the project trained 100 dockers.", (None, None, None)),
        ("The 30-month project pays for dockers in Mali.", (None, None, "P30M")),
    ],
)  # fmt: skip
def test_extensions_delays_and_what_is_no_length_of_a_project(related, text, span):
    (project,) = related("Safe Ports in Mali", f"The project trains 400 dock workers. {text}").projects
    assert (project.start, project.end, project.duration) == span
    assert not project.doubts


@pytest.mark.parametrize(
    ("text", "told", "doubts"),
    [
        ("The project (2020–2022) was extended by one year.", (None, None), [("end", False)]),
        ("It was to end in May 2022; a six-month extension was approved.", (None, None), [("end", False)]),
        ("Duration: 36 months (extended by 6 months).", (None, "P36M"), [("duration", True)]),
        ("After a one-year extension, the project ended in 2023.", ("2023", None), []),
        ("Women took part in a six-month training programme in Cork.", (None, "P6M"), [("duration", True)]),
    ],
)
def test_an_extension_without_a_day_and_a_training_are_told(related, text, told, doubts):
    (project,) = related("Safe Ports in Mali", f"The project trains 400 dock workers. {text}").projects
    assert (project.end, project.duration) == told
    assert [(doubt.field, doubt.assumed) for doubt in project.doubts] == doubts


def test_a_text_tells_the_period_of_a_heading_more_precisely(related):
    text = (
        "The project trains 400 dock workers. It runs from January 2020 to December 2022, and cranes from 2019 to 2022."
    )
    (project,) = related("Safe Ports in Mali (2020–2022)", text).projects
    assert (project.start, project.end) == ("2020-01", "2022-12")
