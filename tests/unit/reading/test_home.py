"""The country that the datelines of a report name."""

import pytest

from verbale.reading.home import home_of
from verbale.reading.parse import load_model


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("TOKYO, June 12 (Kyodo) - The premier left.", "jp"),
        ("Islamabad, Jun 11: A court ruled.", "pk"),
        ("GENEVA (AP) — The council met.", None),
        ("UNITED NATIONS (AP) — The council met.", None),
        ("The premier left Tokyo.", None),
        ("HARARE. The premier left.", "zw"),
        ("Doha: The premier left.", "qa"),
        ("Lima (dpa) - The premier left.", "pe"),
        ("DAVAO, Philippines—The premier left.", "ph"),
        ("ST JOHN'S, Antigua (CMC) - The premier left.", "ag"),
        ("KUWAIT, May 2 (KUNA) -- The premier left.", "kw"),
        ("Peru: The premier left.", None),
        ("Budget: The premier left.", None),
        ("LIMA (AP) — Peru voted.\nTOKYO (AP) — The premier left.", None),
        ("LIMA (AP) — Peru voted.\nCUSCO, Peru (AP) — The mayor left.", "pe"),
    ],
)
def test_home(text: str, country: str | None) -> None:
    assert home_of(load_model().make_doc(text)) == country
