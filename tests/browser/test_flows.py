"""What people do on the pages, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import STORY


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search",
        "/ties",
        "/ties?a=Martin+Kov%C3%A1%C4%8D&b=Ana+Petrovi%C4%87",
        "/reports",
        "/reports/wire:1",
        "/registers",
        "/read",
        "/activity",
        "/programs",
    ],
)
def test_nothing_serious_stands_in_anybodys_way(page: Page, path: str) -> None:
    page.goto(path)
    found = Axe().run(page).response["violations"]
    assert [
        (each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")
    ] == []


def test_from_the_list_to_the_evidence_of_a_claim(page: Page) -> None:
    page.goto("/reports")
    page.get_by_role("link", name="Kováč in Belgrade").click()
    expect(page).to_have_title("Kováč in Belgrade · Verbale")
    evidence = page.locator(".text mark").first
    expect(evidence).to_contain_text("visited Belgrade")
    evidence.hover()
    card = page.locator(f'.card[data-claim="{evidence.get_attribute("data-claims").split()[0]}"]')  # type: ignore[union-attr]
    expect(card).to_have_class("card tone-power on")
    assert page.locator("img").count() == 0


def test_a_search_is_narrowed_and_saved(page: Page) -> None:
    page.goto("/search?q=belgrade")
    page.locator(".facet").get_by_role("link", name="visit").click()
    expect(page.locator("table.claims tbody tr")).to_have_count(1)
    with page.expect_download() as saving:
        page.get_by_role("link", name="XLSX").click()
    assert saving.value.suggested_filename == "claims.xlsx"


def test_a_name_leads_to_the_dossier_its_evidence_and_the_report(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("kovac")
    page.get_by_role("option", name="Martin Kováč").click()
    expect(page).to_have_title("Martin Kováč · Verbale")
    assert [
        (each["id"], each["nodes"][0]["html"])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
    ] == []
    line = page.locator(".line", has=page.locator(".verb", has_text="met")).first
    line.locator("summary").click()
    expect(line.locator("blockquote b")).to_have_text("met")
    line.locator("blockquote footer a").click()
    expect(page).to_have_url(re.compile(r"/reports/wire%3A1#claim-claim:"))


def test_a_dossier_is_cut_to_what_it_has_to_do_with_somebody(page: Page) -> None:
    page.goto("/identity/" + page.request.get("/api/v1/who?name=Kovac").json()["candidates"][0]["id"])
    page.get_by_label("With", exact=True).press_sequentially("petrov")
    page.get_by_role("option", name="Ana Petrović").click()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"with=identity%3A"))
    expect(page.get_by_role("heading", name=re.compile("^Meetings and visits"))).to_be_visible()
    expect(page.locator("section", has=page.locator("#contact"))).not_to_contain_text("visited")


def test_a_chart_is_filtered_zoomed_walked_and_saved(page: Page) -> None:
    open_dossier(page, "kovac")
    figure = page.locator("#chart-timeline")
    marks = figure.locator("svg a")
    kinds = figure.locator("[data-chart-filter] input")
    for at in range(kinds.count()):
        kinds.nth(at).uncheck()
    expect(marks.first).to_be_hidden()
    kinds.first.check()
    for at in range(kinds.count()):
        kinds.nth(at).check()
    expect(marks.first).to_be_visible()
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    expect(page.locator(".tip")).to_be_visible()
    world = page.locator("#chart-map svg")
    before = world.get_attribute("viewBox")
    page.locator("#chart-map").get_by_role("button", name="Closer").click()
    assert world.get_attribute("viewBox") != before
    with page.expect_download() as saving:
        figure.get_by_role("link", name="SVG").click()
    assert saving.value.suggested_filename == "timeline.svg"


def open_dossier(page: Page, name: str) -> str:
    """The dossier of the first whom a name suggests; its address."""
    identity = page.request.get("/names", params={"q": name}).json()["names"][0]["id"]
    page.goto(f"/identity/{identity}")
    return f"/identity/{identity}"


def test_a_match_with_a_list_is_accepted(page: Page) -> None:
    open_dossier(page, "kovac")
    match = page.locator(".match", has_text="Martin KOVAC")
    match.get_by_label("Why").fill("same passport")
    match.get_by_role("button", name="The same").click()
    expect(page.locator(".match")).to_contain_text("same passport")
    expect(page.locator(".facts")).to_contain_text("ofac, 1 June 2024")
    page.goto("/activity?kind=accept")
    expect(page.locator("table")).to_contain_text("entry 7 of ofac")


def test_two_are_merged_and_parted_again(page: Page) -> None:
    kovac = open_dossier(page, "kovac")
    page.get_by_label("Is the same as").press_sequentially("petrov")
    page.get_by_role("option", name="Ana Petrović").click()
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("main > header")).to_contain_text("Ana Petrović")
    for box in page.get_by_label("Choose “Ana Petrović”").all():
        box.check()
    page.get_by_role("button", name="Chosen ones are somebody else").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Petrović")
    page.goto(kovac)
    expect(page.get_by_role("heading", level=1)).to_have_text("Martin Kováč")
    expect(page.locator("main > header")).not_to_contain_text("Ana Petrović")


def test_a_claim_is_corrected_and_shown_as_corrected(page: Page) -> None:
    page.goto("/reports/wire:1")
    card = page.locator(".card", has=page.locator(".verb", has_text="met"))
    card.get_by_text("Review").click()
    card.get_by_label("Type").select_option("call")
    card.get_by_label("Why").fill("by telephone")
    card.get_by_role("button", name="Correct").click()
    expect(card).to_contain_text("corrected")
    expect(card).to_contain_text("by telephone")
    page.get_by_role("link", name="Activity").click()
    expect(page.locator("table")).to_contain_text("by telephone")


def test_a_pasted_text_is_read(page: Page) -> None:
    page.goto("/read")
    page.get_by_label("Text of the report").fill(STORY)
    page.get_by_label("Published on").fill("2024-09-12")
    page.get_by_role("button", name="Read").click()
    expect(page.locator(".card").first).to_be_visible(timeout=60_000)
    expect(page.locator(".text")).to_contain_text("<script>")


def test_light_and_dark_can_be_switched_and_stay(page: Page) -> None:
    page.goto("/reports")
    page.get_by_role("button", name="Light or dark").click()
    page.goto("/activity")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
