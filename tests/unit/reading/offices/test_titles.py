from verbale.reading.offices import titles_in


def _found(scene):
    return [
        (
            scene.person_tokens[t.holder].name if t.holder is not None else None,
            t.office.title,
            t.office.country,
            t.former,
        )
        for t in titles_in(scene)
    ]


def test_a_plural_is_shared_out_with_each_holders_country(scene_of):
    scene = scene_of(
        "Presidents Marta Silva of Brazil and Juan Rojas of Chile met.", "Marta Silva", "Juan Rojas"
    )
    assert _found(scene) == [
        ("Marta Silva", "President", "br", False),
        ("Juan Rojas", "President", "cl", False),
    ]


def test_two_titles_of_one_name(scene_of):
    scene = scene_of("Istanbul mayor and opposition leader Kemal Aksoy spoke.", "Kemal Aksoy")
    assert [(name, title) for name, title, *_ in _found(scene)] == [
        ("Kemal Aksoy", "mayor"),
        ("Kemal Aksoy", "opposition leader"),
    ]


def test_two_titles_after_a_name(scene_of):
    text = "Carla Poe, the former mayor of Lyon and current finance minister of France, spoke."
    assert _found(scene_of(text, "Carla Poe")) == [
        ("Carla Poe", "mayor", "fr", True),
        ("Carla Poe", "finance minister", "fr", False),
    ]


def test_acting_stays_though_the_country_stands_between(scene_of):
    scene = scene_of("Acting South Korean President Min Jae-ho resigned.", "Min Jae-ho")
    assert _found(scene) == [("Min Jae-ho", "Acting President", "kr", False)]


def test_former_as_prefix(scene_of):
    scene = scene_of(
        "Then-president Carlos Vidal met ex-adviser Rosa Prat in Bolivia.", "Carlos Vidal", "Rosa Prat"
    )
    assert [(name, former) for name, _, _, former in _found(scene)] == [
        ("Carlos Vidal", True),
        ("Rosa Prat", True),
    ]


def test_the_spokesman_and_his_chancellor(scene_of):
    text = "German Chancellor Hanna Vogel's spokesman, Udo Lenz, denied it."
    assert _found(scene_of(text, "Hanna Vogel", "Udo Lenz")) == [
        ("Hanna Vogel", "Chancellor", "de", False),
        ("Udo Lenz", "spokesman", "de", False),
    ]


def test_a_spokesman_for_a_president_leaves_him_his_title(scene_of):
    text = "A spokesman for President Ana Cruz of Peru said so."
    assert ("Ana Cruz", "President", "pe", False) in _found(scene_of(text, "Ana Cruz"))


def test_an_unnamed_holder_keeps_the_title(scene_of):
    assert _found(scene_of("Russia's foreign minister left Paris.")) == [
        (None, "foreign minister", "ru", False)
    ]


def test_two_presidents_are_not_of_one_country(scene_of):
    text = "President Joan Hart spoke with President Ivan Bondar of Ukraine about U.S. aid to Ukraine."
    assert _found(scene_of(text, "Joan Hart", "Ivan Bondar")) == [
        ("Joan Hart", "President", "us", False),
        ("Ivan Bondar", "President", "ua", False),
    ]


def test_a_countrys_name_in_a_partys_name_is_no_country_of_a_person_elsewhere(scene_of):
    scene = scene_of(
        "Conservative Party of Canada leader Tom Hill won.",
        "Tom Hill",
        bodies=("Conservative Party of Canada",),
    )
    title = titles_in(scene)[0]
    assert (title.office.title, title.office.body, title.office.country) == (
        "leader",
        "Conservative Party of Canada",
        "ca",
    )


def test_first_names_that_are_titles(scene_of):
    scene = scene_of("Knesset speaker Amir Levi spoke.", "Amir Levi")
    assert [(name, title) for name, title, *_ in _found(scene)] == [("Amir Levi", "speaker")]


def test_a_list_after_officials_is_no_apposition(scene_of):
    scene = scene_of("According to police and county officials, Zed Moran was driving.", "Zed Moran")
    assert all(name is None for name, *_ in _found(scene))
