"""A review in a real browser: look, filter, accept, correct, add, run again, see the tables as decided."""

import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

from pipeline.decisions.fields import DECIDED
from pipeline.review.index import Library
from pipeline.review.server import Served, app
from pipeline.review.static_copy import write_copy
from tests.browser import CHROMIUM, LOOK, OPTIONS
from tests.review.site_folders import TEXT, Folders
from tests.waiting import LIMIT

REFUSED = ("status of 422", "status of 409")  # what a browser says of a decision that was refused

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="There is no chromium here: the page is not tested in a browser.")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A window of a browser that nobody has used; it fails a test in which a page complains."""
    with sync_playwright() as started:
        profile = tmp_path_factory.mktemp("profile")
        window = started.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, headless=True, args=OPTIONS, viewport=LOOK
        )
        yield window
        window.close()


@pytest.fixture
def tab(browser):
    complaints = []
    tab = browser.new_page()
    tab.set_default_timeout(10_000)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield tab
    tab.close()
    assert [told for told in complaints if not any(refused in told for refused in REFUSED)] == []


@pytest.fixture
def address(folders: Folders) -> Iterator[str]:
    """The page of the profile, served."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    served = app(Library(folders.raw, folders.out), Served("secret", "Ann"), port)
    server = uvicorn.Server(uvicorn.Config(served, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{port}/secret/"
    server.should_exit = True
    thread.join(LIMIT)
    listening.close()


def row(tab, text):
    return tab.locator(".row", has=tab.locator("summary .text", has_text=re.compile(f"^{re.escape(text)}$")))


def boxes_of(tab, text):
    return tab.locator(f'.boxes [data-row="{row(tab, text).get_attribute("id")}"]')


def drag(tab, x0, top, x1, bottom):
    """Draws a box over page 1; in points."""
    picture = tab.locator(".leaf").first.bounding_box()
    points = tab.locator(".boxes").first.evaluate("boxes => boxes.viewBox.baseVal.width")
    scale = picture["width"] / points
    tab.mouse.move(picture["x"] + x0 * scale, picture["y"] + top * scale)
    tab.mouse.down()
    tab.mouse.move(picture["x"] + x1 * scale, picture["y"] + bottom * scale, steps=3)
    tab.mouse.up()


def test_a_review(tab, address, folders):
    tab.goto(address)
    tab.get_by_role("link", name="sample").click()
    expect(tab.locator("#progress")).to_contain_text("0 of")
    assert tab.locator(".leaf img").first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500

    tab.keyboard.press("n")
    expect(tab.locator(".row[open]")).to_have_attribute("data-table", "documents")  # its donor is not known
    tab.keyboard.press("n")
    expect(tab.locator(".row[open]")).to_have_attribute("data-table", "projects")  # nobody has accepted its figures

    boxes_of(tab, "EUR 450 000").click()
    expect(row(tab, "EUR 450 000")).to_have_attribute("open", "")
    expect(boxes_of(tab, "EUR 450 000")).to_have_class(re.compile("selected"))

    row(tab, "EUR 3 million").locator("summary").click()
    expect(boxes_of(tab, "EUR 3 million")).to_have_class(re.compile("selected"))
    expect(row(tab, "EUR 3 million").locator("mark")).to_have_text("EUR 3 million")
    tab.keyboard.press("a")
    expect(row(tab, "EUR 3 million")).to_have_attribute("data-state", "accepted")
    expect(tab.locator(".row[open]")).to_have_attribute("data-state", "open")  # on to the next

    row(tab, "EUR 450 000").locator("summary").click()
    tab.keyboard.press("c")
    tab.locator("form [name=amount]").fill("460000")
    tab.keyboard.press("Enter")
    expect(row(tab, "EUR 450 000")).to_have_attribute("data-state", "corrected")

    row(tab, "Uganda").locator("summary").click()
    tab.keyboard.press("r")
    expect(row(tab, "Uganda")).to_have_attribute("data-state", "rejected")
    expect(tab.locator("#progress")).to_contain_text("3 of")

    drag(tab, 299, 171, 380, 184)
    expect(tab.locator("#add mark")).to_have_text("a score of cranes", timeout=LIMIT * 1000)  # its words are read, too
    tab.locator("#add").get_by_text("Quantities").click()
    tab.locator("#add [name=value]").fill("20")
    tab.locator("#add [name=unit]").fill("cranes")
    tab.locator("#add").get_by_role("button", name="Add").click()
    expect(row(tab, "a score of cranes")).to_have_attribute("data-state", "added")

    folders.extract()
    tab.reload()
    expect(tab.locator("#again")).to_be_hidden()
    expect(row(tab, "EUR 450 000").locator(".summary")).to_contain_text("460,000 EUR")
    assert list(folders.table("money")["review"]) == ["accepted", "corrected"]
    assert "Uganda" not in set(folders.table("countries")["text"])
    assert folders.table("quantities").iloc[-1]["review"] == "added"


def test_filters(tab, address):
    tab.goto(f"{address}documents/sample/")
    rows = tab.locator(".row:visible")
    everything = rows.count()
    tab.get_by_text("Money", exact=False).first.click()
    expect(rows).to_have_count(2)
    expect(tab.locator(".box.countries:visible")).to_have_count(0)
    tab.keyboard.press("n")
    tab.keyboard.press("a")
    expect(tab.locator("#progress")).to_contain_text("1 of")
    tab.select_option("[name=state]", "decided")
    expect(rows).to_have_count(1)
    tab.select_option("[name=state]", "")
    tab.locator(".rows").get_by_text("All", exact=False).first.click()
    expect(rows).to_have_count(everything)
    tab.keyboard.press("/")
    tab.keyboard.type("mombasa")
    expect(rows.locator(".text", has_text="Mombasa")).to_have_count(1)


def test_undo_and_redo(tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    row(tab, "Uganda").locator("summary").click()
    tab.keyboard.press("r")
    expect(row(tab, "Uganda")).to_have_attribute("data-state", "rejected")
    tab.keyboard.press("u")
    expect(row(tab, "Uganda")).to_have_attribute("data-state", "open")
    assert folders.decisions == ()
    tab.keyboard.press("U")
    expect(row(tab, "Uganda")).to_have_attribute("data-state", "rejected")
    assert [decision.decision for decision in folders.decisions] == ["reject"]
    expect(row(tab, "Uganda")).to_have_attribute("open", "")
    tab.keyboard.press("t")
    expect(row(tab, "Uganda")).to_have_attribute("data-state", "open")
    expect(tab.locator("#progress")).to_contain_text("0 of")
    assert folders.decisions == ()


def test_undo_goes_back_over_the_whole_session(tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    for text in ("EUR 3 million", "EUR 450 000"):
        row(tab, text).locator("summary").click()
        with tab.expect_response("**/decisions"):
            tab.keyboard.press("a")
        expect(row(tab, text)).to_have_attribute("data-state", "accepted")  # the page has remembered it, too
    tab.reload()
    for left in (1, 0):
        with tab.expect_response("**/decisions"):
            tab.keyboard.press("u")
        assert len({decision.id for decision in folders.decisions}) == left


def test_all_rows_without_a_check_are_accepted_at_once(tab, address, folders):
    """Only those that are shown; the one step undoes them all."""
    folders.tell("currency")
    tab.goto(f"{address}documents/sample/")
    tab.locator("#filters label", has_text="Money").click()
    tab.locator("#accept-all").click()
    expect(tab.locator("#told")).to_contain_text("1 row accepted")
    expect(row(tab, "EUR 450 000")).to_have_attribute("data-state", "accepted")
    expect(row(tab, "EUR 3 million")).to_have_attribute("data-state", "open")
    tab.locator("#filters label", has_text="All").click()
    tab.locator("#accept-all").click()
    expect(tab.locator("#told")).to_contain_text("rows accepted")
    assert {decision.table for decision in folders.decisions} == {"money", "dates", "countries", "quantities"}
    tab.keyboard.press("u")
    expect(tab.locator("#told")).to_contain_text("Undone")
    assert {decision.table for decision in folders.decisions} == {"money"}


def test_a_project_is_accepted_with_its_parts(tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    tab.locator('.row[data-table="projects"] summary').click()
    tab.keyboard.press("A")
    expect(tab.locator("#told")).to_contain_text("rows accepted")
    accepted = {decision.id for decision in folders.decisions}
    assert accepted == {id_ for table in DECIDED if table != "documents" for id_ in folders.table(table)["id"]}


def test_a_candidate_is_chosen_by_its_number(tab, address, folders):
    folders.tell("amount", "The amount was left empty: two; it may be US$ 2.5 million or EUR 3 million.")
    tab.goto(f"{address}documents/sample/")
    row(tab, "EUR 3 million").locator("summary").click()
    tab.keyboard.press("1")
    expect(row(tab, "EUR 3 million").locator(".summary")).to_contain_text("2,500,000 USD")
    assert [(decision.field, decision.value) for decision in folders.decisions] == [
        ("amount", "2500000"),
        ("currency", "USD"),
    ]


def test_who_comes_later_sees_what_the_earlier_decided(browser, tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    earlier = browser.new_page()
    earlier.goto(f"{address}documents/sample/")
    row(earlier, "Uganda").locator("summary").click()
    earlier.keyboard.press("r")
    expect(row(earlier, "Uganda")).to_have_attribute("data-state", "rejected")
    earlier.close()
    row(tab, "Uganda").locator("summary").click()
    tab.keyboard.press("a")
    expect(row(tab, "Uganda").locator(".refusal")).to_contain_text("Ann has rejected this row since")
    expect(row(tab, "Uganda")).to_have_attribute("data-state", "rejected")
    assert [decision.decision for decision in folders.decisions] == ["reject"]


def test_apply_now(tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    row(tab, "Uganda").locator("summary").click()
    tab.keyboard.press("r")
    expect(tab.locator("#again")).to_be_in_viewport()
    tab.get_by_role("button", name="Apply now").click()
    expect(row(tab, "Uganda")).to_have_count(0, timeout=LIMIT * 1000)
    expect(tab.locator("#again")).to_be_hidden()
    expect(tab.locator(".remark", has_text="was rejected by Ann")).to_be_visible()
    assert "Uganda" not in set(folders.table("countries")["text"])


def test_filter_and_place_survive_a_reload(tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    tab.locator("#filters [name=sort]").select_option("order")
    tab.locator("#filters label", has_text="Money").click()
    row(tab, "EUR 450 000").locator("summary").click()
    tab.reload()
    expect(tab.locator("#filters [name=table][value=money]")).to_be_checked()
    expect(tab.locator("#filters [name=sort]")).to_have_value("order")
    expect(tab.locator(".row:not([hidden])")).to_have_count(2)
    expect(row(tab, "EUR 450 000")).to_have_attribute("open", "")


def test_the_place_on_the_page_survives_a_reload(tab, address):
    tab.goto(f"{address}documents/sample/")
    for _ in range(2):
        tab.keyboard.press("+")
    place = "() => { const pages = document.querySelector('.pages'); return [pages.scrollTop, pages.scrollWidth]; }"
    tab.locator(".pages").evaluate("pages => pages.scrollTo(0, 700)")
    before = tab.evaluate(place)
    tab.reload()
    assert before[0] == 700
    assert tab.evaluate(place) == before


@pytest.mark.parametrize("magnified", [1.5, 2])
def test_a_page_that_is_magnified_shows_place_and_row_at_once(tab, address, magnified):
    """Magnifying makes the window smaller in its own units. The PDF stays above, the selected row passes below it."""
    tab.set_viewport_size({side: int(length / magnified) for side, length in LOOK.items()})
    tab.goto(f"{address}documents/sample/")
    tab.keyboard.press("n")
    row(tab, "EUR 450 000").locator("summary").click()
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    pages, selected = tab.locator(".pages").bounding_box(), row(tab, "EUR 450 000").locator("summary").bounding_box()
    assert selected["y"] >= pages["y"] + pages["height"] - 1
    expect(boxes_of(tab, "EUR 450 000").first).to_be_in_viewport()
    tab.keyboard.press("c")
    field = tab.locator("form [name=amount]").bounding_box()
    assert pages["y"] + pages["height"] <= field["y"] <= tab.viewport_size["height"]


def test_correct_begins_in_the_field_that_is_doubted(tab, address, folders):
    folders.tell("currency")
    tab.goto(f"{address}documents/sample/")
    row(tab, "EUR 3 million").locator("summary").click()
    tab.keyboard.press("c")
    expect(tab.locator("form [name=currency]")).to_be_focused()


def test_a_value_that_may_not_be(tab, address, folders):
    tab.goto(f"{address}documents/sample/")
    row(tab, "EUR 3 million").locator("summary").click()
    tab.keyboard.press("c")
    tab.locator("form [name=currency]").fill("XXQ")
    with tab.expect_response("**/decisions") as answered:
        tab.keyboard.press("Enter")
    assert answered.value.status == 422
    expect(tab.locator(".problem", has_text="such as EUR")).to_be_visible()
    assert not folders.reviews.exists()


def test_texts_of_the_pdf_do_not_run(tab, address):
    tab.goto(f"{address}documents/sample/")
    row(tab, "EUR 450 000").locator("summary").click()
    expect(row(tab, "EUR 450 000").locator(".sentence")).to_contain_text(TEXT.splitlines()[1][8:50])
    expect(tab).to_have_title("sample · donor-profiles")


def test_a_copy_opens_from_disk(tab, folders, tmp_path: Path):
    write_copy(folders.raw, folders.out, tmp_path / "copy", lambda sentence: None)
    tab.goto((tmp_path / "copy" / "index.html").as_uri())
    tab.get_by_role("link", name="sample").click()
    assert tab.locator(".leaf img").first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
    tab.keyboard.press("n")
    expect(tab.locator(".row[open]")).to_have_count(1)
    boxes_of(tab, "EUR 3 million").click()
    expect(row(tab, "EUR 3 million")).to_have_attribute("open", "")
    expect(tab.get_by_role("button", name="Accept")).to_have_count(0)
