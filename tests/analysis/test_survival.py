"""How long agreements last: status, agreed terms, and the Kaplan–Meier estimate."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from grafo.analysis.chronology.lasting import median_term, survival
from grafo.analysis.snapshot import Agreement, Snapshot
from grafo.analysis.timeline import timeline
from tests.analysis.small_graph import city, graph, signed, state, town

# The remission times of Freireich's trial of 6-MP (weeks; + is censored), which textbooks use.
TREATED = "6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+".split()


def agreement(
    name: str, begins: str | None, ends: str | None = None, status: str = "expired", **more: Any
) -> Agreement:
    made = signed(name, "puerto", "paris")
    return replace(made, signed=begins, ends=ends, status=status, **more)


def observed(times: list[str]) -> list[Agreement]:
    """Return agreements that ended, or were last seen in 2100, after so many years."""
    return [
        agreement(f"{n}", f"{2100 - int(t[:-1])}", status="in-force")
        if t.endswith("+")
        else agreement(f"{n}", "2000", f"{2000 + int(t)}")
        for n, t in enumerate(times)
    ]


def register(agreements: list[Agreement]) -> Snapshot:
    return graph([state("este"), town("puerto", "este"), city("paris", "FR")], agreements)


def test_the_estimate_is_that_of_the_textbook() -> None:
    # Doubled, as fewer than thirty observations are refused; the estimate stays the same.
    found = survival(observed(TREATED + TREATED), "2100")
    assert found is not None
    after = {time: round(share, 4) for time, _, share in found.steps}
    assert after == {
        6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482,
    }  # fmt: skip
    assert [at_risk for _, at_risk, _ in found.steps] == [42, 34, 30, 24, 22, 14, 12]
    assert (found.share_after(5.9), found.half_life, found.at_risk(25)) == (1.0, 23, 10)


def test_nothing_is_estimated_from_few_or_when_too_many_outcomes_are_unknown() -> None:
    assert survival(observed(TREATED), "2100") is None
    unknown = [agreement(f"u{n}", "2000", status="unknown") for n in range(20)]
    assert survival(observed(TREATED + TREATED) + unknown, "2100") is None
    some = survival(observed(TREATED + TREATED) + unknown[:5], "2100")
    assert some is not None and some.left_out == 5


def test_what_ended_without_a_known_end_or_before_it_began_is_left_out() -> None:
    odd = [agreement("x", "2000"), agreement("y", "2000", "1995"), agreement("z", None, "2001")]
    found = survival(observed(TREATED + TREATED) + odd, "2100")
    assert found is not None and (found.left_out, len(found.observed)) == (3, 42)


def test_an_agreement_that_ended_after_the_date_asked_for_was_still_in_force_on_it() -> None:
    ended = [agreement(f"{n}", "2000-01-01", "2005-01-01") for n in range(30)]
    found = survival(ended, "2003-01-01")
    assert found is not None and found.steps == () and found.share_after(3) == 1.0


def test_the_median_term_counts_from_the_start_and_passes_over_impossible_ends() -> None:
    assert median_term([agreement("a", "2000-05-03", "2005-05-03")]) == 5.0
    assert median_term([agreement("a", "2000", "2009", starts="2005")]) == 4.0
    assert median_term([agreement("a", "2000", "1999")]) is None
    assert median_term([agreement("a", "2000-06-01", "2001-06-01"), agreement("b", None)]) == 1.0


def test_each_five_years_tell_how_much_of_them_is_in_force() -> None:
    result = timeline(
        register(
            [
                agreement("a", "1996", "2001"),
                agreement("b", "1997", status="in-force"),
                agreement("c", "1998", status="unknown"),
                agreement("d", "1999", "2002"),
                agreement("e", "2001", status="in-force"),
            ]
        )
    )
    first, second = result.table("survival").records()
    shares = [first[f"share_{status}"] for status in ("in_force", "expired", "unknown")]
    assert shares == [0.25, 0.5, 0.25]
    assert (first["with_end"], first["median_term"], second["median_term"]) == (2, 4.0, None)
    assert any(
        "de 5 acuerdos, 2 (40.0 %) siguen vigentes, 2 (40.0 %) concluyeron y de 1 (20.0 %) no se "
        "sabe." in finding.es
        for finding in result.findings
    )


def test_where_no_source_tells_the_status_nothing_is_said_of_it() -> None:
    result = timeline(register([agreement("a", "1996", status="unknown")]))
    assert "survival" not in [table.name for table in result.tables]
    assert not any("vigente" in finding.es for finding in result.findings)


def test_the_estimate_is_told_of_every_hundred_and_by_kind() -> None:
    short = [agreement(f"s{n}", "2000", f"{2003 + 9 * (n % 2)}") for n in range(40)]
    long = [agreement(f"l{n}", "2000", status="in-force", kind="other") for n in range(39)]
    last = [agreement("last", "2021", status="in-force")]
    result = timeline(register(short + long + last))
    assert any(
        finding.es == "Siguen vigentes, de cada 100 acuerdos de otro tipo, 100 a los 5 años y 100 "
        "a los 10 años; de cada 100 hermanamientos, 50 a los 5 años y 50 a los 10 años "
        "(estimación de Kaplan–Meier)."
        for finding in result.findings
    )
    curve = {row["years"]: row for row in result.table("kaplan_meier").records()}
    assert (curve[5]["share_other"], curve[5]["share_twinning"]) == (1.0, 0.5)
    assert curve[12]["share_twinning"] is not None
    assert curve[13]["share_twinning"] is None  # none was observed that long


@pytest.mark.parametrize("lang", ["es", "en"])
def test_an_agreement_in_force_past_its_term_is_named(lang: str) -> None:
    overdue = agreement("odd", "2000", "2005", status="in-force")
    result = timeline(register([overdue, agreement("b", "2010", status="in-force")]))
    assert any("odd" in note[lang] for note in result.notes)


def test_one_kind_alone_is_told_by_its_name() -> None:
    found = register([agreement(f"{n}", "2000", "2006") for n in range(30)])
    late = register([*found.agreements, agreement("last", "2021", status="in-force")])
    assert any(
        "of every 100 twinnings, 100 after 5 years" in finding.en
        for finding in timeline(late, kind="twinning").findings
    )
