"""Whose each actor is, where his own words do not say it."""

import pytest
from tests.unit.reading.coreference.test_coreference import cast_of, named

_LISTED = "The US fined Colombian president Ramón Vera, his wife Lucía Paz and Interior Minister Aldo Ríos."

_CITED = (
    "TOKYO, June 12 (Kyodo) - The premier will meet Ukrainian President Olena Kos and sign an accord, "
    "Cabinet Secretary Taro Mori said."
)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            _LISTED,
            "Lucía Paz",
            "co",
        ),
        (
            _LISTED,
            "Aldo Ríos",
            "co",
        ),
        (
            "Estonia fined International Criminal Court judge Ann Roe and deputy prosecutor Bo Lind.",
            "Bo Lind",
            None,
        ),
        (_CITED, "Taro Mori", "jp"),
        ("BEIRUT (AP) - Peru will go on, Defence Minister Ana Ruiz said.", "Ana Ruiz", "pe"),
        ("LIMA (AP) - Kenya left. Chad left. Haiti left. Minister Ana Ruiz wept.", "Ana Ruiz", "pe"),
        ("GENEVA (AP) - Kenya left. Chad left. Peru left. Minister Ana Ruiz wept.", "Ana Ruiz", "pe"),
        ("LIMA (AP) - Kenya left. Kenya wept. Peru left. Minister Ana Ruiz wept.", "Ana Ruiz", "pe"),
        (
            "OSLO (AP) - Kenya left. Kenya met. Kenya slept. Kenya fell. Minister Ann Roe wept.",
            "Ann Roe",
            "ke",
        ),
        ("HARARE. The minister, Ann Roe, told Reuters that Chad was calm.", "Ann Roe", "zw"),
        ("REGINA - Saskatchewan wept. Health Minister Ann Roe left.", "Ann Roe", "ca-sk"),
        ("REGINA - Saskatchewan wept. Federal Health Minister Ann Roe left.", "Ann Roe", "ca"),
        ("REGINA - Canada wept. Health Minister Ann Roe left.", "Ann Roe", "ca"),
        ("RAMSI special coordinator Ann Roe left Honiara.", "Ann Roe", None),
        ("Minister Ann Roe of the Social Democrats left Oslo. She told AFP so.", "Ann Roe", "no"),
        (
            "Minister Nur Hussein left Somalia. Mr Hussein wept, and President Hussein Diriye wept.",
            "Nur Hussein",
            "so",
        ),
        ("Minister of State Tom Hill visited Libya.", "Tom Hill", None),
        ("Secretary-General Ana Ruiz condemned the killings in Peru.", "Ana Ruiz", None),
        ("Asian Development Bank president Taro Mori spoke in Manila.", "Taro Mori", None),
        ("Texas governor Dale Hooper signed the bill on Friday.", "Dale Hooper", "us-tx"),
        ("Former Texas governor Dale Hooper announced a run for president.", "Dale Hooper", "us"),
        (
            "Ann Roe resigned as governor of the United States territory of Guam in June.",
            "Ann Roe",
            "gu",
        ),
        (
            "Latvia will cut duties on U.S. goods, as Foreign Minister Ilze Kalna says talks go on.",
            "Ilze Kalna",
            "lv",
        ),
        (
            "India has promised aid to Chile. Its foreign minister, Anil Rao, met Chilean officials.",
            "Anil Rao",
            "in",
        ),
        (
            "LOME, Togo (AP) - The Malian army shelled Malian rebels. General Ali Keita fled.",
            "Ali Keita",
            "ml",
        ),
        ("In Slovakia, Ján Kos resigned after Hungary and Austria complained.", "Ján Kos", "sk"),
        ("Chile's ruling party met. Kenya said its trade minister, Joy Otieno, quit.", "Joy Otieno", "ke"),
        ("Florida and Georgia voted. Governor Dan Pike of Georgia won.", "Dan Pike", "us-ga"),
        ("Ohio closed its schools on Monday. Governor Ann Pike signed the order.", "Ann Pike", "us-oh"),
        ("Peru met Chile. The presidents of Peru and Chile smiled.", "presidents of Peru and Chile", None),
        (
            "Rebels shelled Baghdad on Monday, killing nine civilians. Rwanda denied it.",
            "nine civilians",
            "iq",
        ),
        ("Puntland's president, Abdi Warsame, praised the US Navy.", "Abdi Warsame", "so"),
        ("Crown Prince Fahd met President Clinton of the United States in Riyadh.", "Fahd", "sa"),
        ("Norway's envoy left. Luxembourg's Jean Weber praised the EU.", "Jean Weber", "lu"),
        ("Zairean President Jean Ilunga met his Angolan counterpart.", "Jean Ilunga", "cd"),
        ("A Saudi envoy, Fahd al-Ruwaili, met Yemeni officials in Aden.", "Fahd al-Ruwaili", "sa"),
        (
            "Voters in Peru and Chile voted. The Somali Labour Party's leader, Ali Nur, won.",
            "Somali Labour Party",
            "so",
        ),
        ("Mozambique votes today. The Labour Party met in Maputo.", "Labour Party", "mz"),
        ("Malta votes today. The Labour Party met in Valletta.", "Labour Party", "mt"),
        ("Jordan dissolved the Muslim Brotherhood on Monday.", "Muslim Brotherhood", "jo"),
        (
            "Colombian President Ramón Vera met US officials in Lima. His interior minister, Aldo Ríos, stayed.",
            "Aldo Ríos",
            "co",
        ),
        (
            "In Belgrade, the Serbian president met Carl Lund, the European Union's mediator.",
            "Carl Lund",
            "eu",
        ),
        ("The Wisconsin Supreme Court upheld the map.", "Wisconsin Supreme Court", "us-wi"),
        (
            "Norway closed its embassy in Tehran and warned its citizens to leave Iran.",
            "citizens",
            "no",
        ),
        ("Spanish police arrested eleven suspects who had come from France.", "eleven suspects", "es"),
        ("Judges at the International Criminal Court met Dutch officials.", "Judges", None),
        (
            "The high court in Pretoria, South Africa, heard Zambian witnesses and the Zambian envoy.",
            "high court in Pretoria",
            "za",
        ),
        ("A group of African diplomats visited France.", "African diplomats", None),
    ],
)
def test_country_of(text: str, name: str, country: str | None) -> None:
    assert named(cast_of(text), name).country == country
