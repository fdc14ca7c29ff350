"""The checks in French and Spanish: what contradicts itself fires them in every language, what is right does not."""

import pytest

from pipeline.check import check
from tests.check.conftest import profile

FIRES = [
    (
        "fr",
        "sum-mismatch",
        "Le programme œuvre dans 12 communes : cinq au Mali, quatre au Niger et deux au Tchad, avec les autorités.",
        '"12 communes" is broken down as "cinq", "quatre" and "deux", but 5 + 4 + 2 is 11.',
    ),
    (
        "es",
        "sum-mismatch",
        "El programa trabaja en 12 comunas: cinco en Malí, cuatro en Níger y dos en el Chad, con las autoridades.",
        '"12 comunas" is broken down as "cinco", "cuatro" and "dos", but 5 + 4 + 2 is 11.',
    ),
    (
        "fr",
        "sum-mismatch",
        "L’Irlande a versé 21,2 millions d’euros, dont 12 millions d’euros pour la formation et 8 millions d’euros "
        "pour les écoles du pays.",
        '"21,2 millions d’euros" is broken down as "12 millions d’euros" and "8 millions d’euros", but 12,000,000 + '
        "8,000,000 is 20,000,000.",
    ),
    (
        "es",
        "sum-mismatch",
        "Irlanda aportó 21,2 millones de euros, de los cuales 12 millones de euros para la formación y 8 millones de "
        "euros para las escuelas del país.",
        '"21,2 millones de euros" is broken down as "12 millones de euros" and "8 millones de euros", but 12,000,000 + '
        "8,000,000 is 20,000,000.",
    ),
    (
        "fr",
        "duration-mismatch",
        "Le projet de quatre ans (2019-2020) aide les femmes et les hommes du pays à trouver un travail.",
        '"quatre ans" does not fit "2019-2020", which is 0 to 24 months.',
    ),
    (
        "es",
        "duration-mismatch",
        "El proyecto de cuatro años (2019-2020) ayuda a las mujeres y a los hombres del país a encontrar trabajo.",
        '"cuatro años" does not fit "2019-2020", which is 0 to 24 months.',
    ),
    (
        "fr",
        "share-over-all",
        "Dans ce pays, 165 % des usines ont un comité de sécurité pour les femmes et les hommes.",
        '"165 %" is more than the whole that it is a share of.',
    ),
    (
        "es",
        "share-over-all",
        "En este país, el 165 % de las fábricas tienen un comité de seguridad para las mujeres y los hombres.",
        '"165 %" is more than the whole that it is a share of.',
    ),
]
SILENT = [
    ("fr", "Le programme œuvre dans 11 communes : cinq au Mali, quatre au Niger et deux au Tchad, avec les autorités."),
    ("es", "El programa trabaja en 11 comunas: cinco en Malí, cuatro en Níger y dos en el Chad, con las autoridades."),
    ("fr", "Le projet de deux ans (2019-2020) aide les femmes du pays ; 110 % de la cible annuelle ont été formés."),
    ("es", "El proyecto de dos años (2019-2020) ayuda a las mujeres; se formó al 110 % de la meta anual del país."),
]


@pytest.mark.parametrize(("language", "name", "text", "message"), FIRES)
def test_fires(language: str, name: str, text: str, message: str) -> None:
    assert [c.message for c in check(profile(text, language=language)) if c.check == name] == [message]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_must_not_fire(language: str, text: str) -> None:
    names = {name for _, name, _, _ in FIRES}
    assert [c.message for c in check(profile(text, language=language)) if c.check in names] == []


def test_a_comma_before_decimals_is_not_odd_beside_one_before_thousands_where_it_means_both() -> None:
    text = "El costo es de US$ 6,250,000 en la isla, y Suiza aportó CHF 4,8 millones a las escuelas de los pueblos."
    assert [c.message for c in check(profile(text, language="es")) if c.check == "odd-number"] == []
