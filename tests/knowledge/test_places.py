"""Places: where they lie, what they are, whose part they are, and that a wording of a state leads to one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from rasad.knowledge.base import Base, load_base
from rasad.knowledge.entry import Entry
from rasad.knowledge.naming import name_of
from rasad.mentions.names import find_names
from rasad.spelling.letters import fold_word
from rasad.text.article import Article
from rasad.text.folding import fold

#: Kinds of places that have people and lie somewhere.
_SETTLED = ("city", "village", "district", "province", "region", "port")

#: First-level parts of states: how many there are today.
_PARTS = {"KAZ": 17, "KGZ": 7, "TJK": 4, "UZB": 13, "TKM": 5, "AFG": 34, "IRN": 31}


@pytest.fixture(scope="module")
def base() -> Base:
    return load_base()


def _places(base: Base, *kinds: str) -> Iterator[Entry]:
    return (e for e in base.entries() if e.type == "place" and (not kinds or e.kind in kinds))


def _parts(base: Base, state: str) -> list[Entry]:
    kind = "province" if state in {"AFG", "IRN"} else "region"
    return [e for e in _places(base, kind) if e.state == state and e.last is None]


def test_every_place_says_what_it_is(base: Base) -> None:
    """Whoever counts events by province must tell provinces from rivers and palaces."""
    assert [e.id for e in _places(base) if e.kind is None] == []


def test_what_is_settled_lies_somewhere(base: Base) -> None:
    """A city, district or province can be put on a map."""
    assert [e.id for e in _places(base, *_SETTLED) if e.coordinates is None] == []


def test_a_place_lies_near_others_of_its_state(base: Base) -> None:
    """A wrong sign or a swapped latitude and longitude would put it into another country."""
    spots: dict[str, list[Entry]] = defaultdict(list)
    for place in _places(base, *_SETTLED):
        if place.state is not None:
            spots[place.state].append(place)
    for state, places in spots.items():
        near = state in {*_PARTS, "PAK", "AZE", "ARM", "GEO"}
        for axis, room in ((0, 1.5 if near else 10.0), (1, 3.0 if near else 30.0)):
            seen = sorted(e.coordinates[axis] for e in places if e.coordinates is not None)
            if len(seen) < 8 or state in {"USA", "RUS"}:
                continue
            for place in places:
                assert place.coordinates is not None
                others = [s for s in seen if s != place.coordinates[axis]] or seen
                assert others[0] - room <= place.coordinates[axis] <= others[-1] + room, place.id


@pytest.mark.parametrize("state", sorted(_PARTS))
def test_all_provinces_of_a_state_are_there(base: Base, state: str) -> None:
    """Each has names in Persian, Arabic, Russian and English, and so many there are."""
    parts = _parts(base, state)

    assert len(parts) == _PARTS[state], [e.id for e in parts]
    for part in parts:
        assert {"fa", "ar", "ru", "en"} <= {n.language for n in part.names}, part.id


def test_a_part_lies_in_a_larger_part_of_the_same_state(base: Base) -> None:
    """A town's parent is its province or district, and not far away."""
    for place in _places(base):
        parent = base.entry(place.parent) if place.parent is not None else None
        if parent is None or parent.type != "place":
            continue
        assert parent.state == place.state, place.id
        assert parent.kind in {"province", "region", "district", "site", "base"}, place.id
        if place.coordinates is not None and parent.coordinates is not None:
            far = [abs(a - b) for a, b in zip(place.coordinates, parent.coordinates, strict=True)]
            assert far[0] < 4 and far[1] < 6, (place.id, parent.id)


def test_towns_know_their_province(base: Base) -> None:
    """In Central Asia, Afghanistan and Iran nearly every town does."""
    towns = [e for e in _places(base, "city", "district") if e.state in _PARTS and e.population is None]

    assert sum(e.parent is not None for e in towns) / len(towns) > 0.9


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_no_two_places_of_a_state_share_a_wording(base: Base, language: str) -> None:
    """Unless one lies in the other: «هرات» is the city, «ولایت هرات» its province."""
    named: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for place in _places(base):
        for name in place.names:
            if name.language.split("-")[0] == language:
                named[place.state, fold_word(name.text)].add(place.id)
    for (state, wording), ids in named.items():
        if state is None or len(ids) == 1:
            continue
        parents = {e.parent for e in map(base.entry, ids) if e is not None}
        assert len(ids - parents) == 1, (wording, ids)


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        pytest.param("در ولایت هرات", "fa", ["place:herat-province"], id="a-province-like-its-centre"),
        pytest.param("در شهر هرات", "fa", ["place:herat"], id="its-centre"),
        pytest.param("في ولاية قندوز", "ar", ["place:kunduz-province"], id="in-Arabic"),
        pytest.param("استاندار چهارمحال و بختیاری", "fa", ["place:chaharmahal-and-bakhtiari"], id="of-several-words"),
        pytest.param("نشست در استان قزاقستان شرقی", "fa", ["place:east-kazakhstan"], id="not-the-state"),
        pytest.param("في إقليم شرق كازاخستان", "ar", ["place:east-kazakhstan"], id="not-the-state-in-Arabic"),
        pytest.param("ولسوالی خاشرود", "fa", ["place:khash-rod"], id="a-district"),
        pytest.param("در نیویارک گفت", "fa", ["place:new-york"], id="as-Kabul-writes"),
    ],
)
def test_a_wording_leads_to_its_place(text: str, language: str, ids: list[str]) -> None:
    """The word before a name tells a province from the town after which it is called."""
    article = Article("made-up", text, fold(text), language=language)

    assert [i for n in find_names(article) for i in n.ids if i.startswith("place:")] == ids


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("این اقدام دولت", "fa", id="a-step-not-Aghdam"),
        pytest.param("بر سر آب‌ها", "fa", id="waters-not-Abha"),
        pytest.param("ایلات و عشایر", "fa", id="tribes-not-Eilat"),
        pytest.param("در میدان شهر", "fa", id="a-square-not-Maidan-Shahr"),
        pytest.param("نیروگاه بر روی سرمایه داران", "fa", id="holders-not-Daran"),
        pytest.param("واشير إلى أن الطرفان اتفقا", "ar", id="I-point-out-the-two-parties"),
        pytest.param("أوضح بأنه ينبع من النهر", "ar", id="flows-not-Yanbu"),
        pytest.param("أطلق النار من البندقية", "ar", id="a-rifle-not-Venice"),
        pytest.param("الطائفة الإسماعيلية", "ar", id="Ismailis-not-Ismailia"),
    ],
)
def test_an_everyday_word_is_no_place(text: str, language: str) -> None:
    """A false town costs more than a missed one."""
    article = Article("made-up", text, fold(text), language=language)

    assert [i for n in find_names(article) for i in n.ids if i.startswith("place:")] == []


@pytest.mark.parametrize(
    ("id_", "language", "name"),
    [
        ("place:moscow", "fa", "مسکو"),
        ("place:moscow", "fa-AF", "ماسکو"),
        ("place:ankara", "fa-AF", "انقره"),
        ("place:samarkand", "fa-AF", "سمرقند"),
        ("place:khatlon", "ru", "Хатлонская область"),
        ("place:razavi-khorasan", "en", "Razavi Khorasan"),
        ("place:herat-province", "ar", "ولاية هرات"),
    ],
)
def test_a_place_is_called_as_the_reader_calls_it(base: Base, id_: str, language: str, name: str) -> None:
    """The press of Afghanistan has its own spellings, and shares those of Iran where it has none."""
    entry = base.entry(id_)

    assert entry is not None
    assert name_of(entry, language) == name
