"""One agreement however many sources report it, and never one where there are two."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from grafo.identity import AgreementClaim, agreement_ids, bond_of

BOND = bond_of("twinning", ["mx-14039", "gn-5746545"])


def twinning(source: str, signed: str | None = None, number: str | None = None) -> AgreementClaim:
    return AgreementClaim(source, 50, "twinning", signed, number)


def cooperation(source: str, signed: str | None, title: str | None) -> AgreementClaim:
    return AgreementClaim(source, 50, "specific-cooperation", signed, None, title)


def test_an_undated_list_and_a_dated_register_speak_of_one_twinning() -> None:
    ids = agreement_ids(BOND, [twinning("list"), twinning("register", "1983-05-03", "12")])
    assert len(set(ids)) == 1


def test_a_partial_date_joins_the_full_date_it_does_not_contradict() -> None:
    ids = agreement_ids(BOND, [twinning("a", "1983"), twinning("b", "1983-05-03")])
    assert len(set(ids)) == 1
    ids = agreement_ids(BOND, [twinning("a", "1984"), twinning("b", "1983-05-03")])
    assert len(set(ids)) == 2


def test_two_numbers_of_one_register_are_two_agreements_even_on_one_day() -> None:
    ids = agreement_ids(
        BOND, [twinning("r", "1983-05-03", "12"), twinning("r", "1983-05-03", "13")]
    )
    assert len(set(ids)) == 2


def test_an_undated_claim_joins_the_oldest_twinning() -> None:
    ids = agreement_ids(
        BOND, [twinning("r", "2001", "9"), twinning("r", "1983", "2"), twinning("list")]
    )
    assert ids[2] == ids[1] != ids[0]


def test_the_first_twinning_keeps_its_id_when_a_date_becomes_known() -> None:
    before = agreement_ids(BOND, [twinning("list")])
    after = agreement_ids(BOND, [twinning("list"), twinning("register", "1983-05-03")])
    assert before[0] == after[0] == after[1]


def test_specific_cooperation_joins_only_on_day_and_title() -> None:
    same = agreement_ids(
        "b", [cooperation("a", "2001-02-03", "Agua"), cooperation("b", "2001-02-03", "AGUA")]
    )
    assert same[0] == same[1]
    other = agreement_ids(
        "b", [cooperation("a", "2001-02-03", "Agua"), cooperation("b", "2001-02-03", "Salud")]
    )
    assert other[0] != other[1]
    undated = agreement_ids("b", [cooperation("a", None, "Agua"), cooperation("b", None, "Agua")])
    assert undated[0] != undated[1]


claims = st.lists(
    st.builds(
        AgreementClaim,
        source=st.sampled_from(["a", "b", "c"]),
        precedence=st.sampled_from([10, 50]),
        kind=st.just("twinning"),
        signed=st.sampled_from([None, "1983", "1983-05", "1983-05-03", "1990", "1990-01-01"]),
        register_number=st.sampled_from([None, "1", "2"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda claim: (claim.source, claim.key),
)


@given(claims)
def test_the_order_of_loading_never_changes_an_id(drawn: list[AgreementClaim]) -> None:
    expected = dict(zip(drawn, agreement_ids(BOND, drawn), strict=True))
    for shuffled in permutations(drawn):
        assert dict(zip(shuffled, agreement_ids(BOND, list(shuffled)), strict=True)) == expected


@given(claims)
def test_one_source_never_reports_one_agreement_under_two_keys(drawn: list[AgreementClaim]) -> None:
    ids = agreement_ids(BOND, drawn)
    assert len({(claim.source, i) for claim, i in zip(drawn, ids, strict=True)}) == len(drawn)


def test_thousands_of_agreements_of_one_pair_each_have_an_id() -> None:
    # All on one day and told apart by number alone: as a list of treaties of two states is.
    claims = [
        AgreementClaim("register", 50, "other", "1999-05-03", str(number)) for number in range(3000)
    ]
    assert len(set(agreement_ids(BOND, claims))) == 3000
