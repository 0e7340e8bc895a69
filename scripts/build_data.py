"""Build every table of data/ that is made from source material, in the order they need each other.

    python scripts/build_data.py SOURCE_DIR [--check]

`themes.csv`, `article_claims.csv`, `historic_states.csv` and `organizations.csv` are written by
hand, and `admin1.csv` has a script of its own (`build_admin1.py`); they are left alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import build_countries
import build_country_names
import build_governments_mx
import build_representations_mx
import build_twinnings_mx
import build_wikidata_items
import make_synthetic_register
from tables import DATA, keep

_FROM_SOURCE: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("countries.csv", build_countries.build),
    ("country_names.csv", build_country_names.build),
    ("governments_mx.csv", build_governments_mx.build),
    ("representations_mx.csv", build_representations_mx.build),
    ("twinnings_mx.csv", build_twinnings_mx.build),
    ("wikidata_items.csv", build_wikidata_items.build),
)


def main() -> None:
    """Build or check all tables; exit 1 when one of them differs from what its script builds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR", help="source material")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    asked = parser.parse_args()
    if not asked.source.is_dir():
        parser.error(f"{asked.source} is not a folder")
    good = [
        keep(DATA / name, build(asked.source), check=asked.check) for name, build in _FROM_SOURCE
    ]
    register = make_synthetic_register.build(DATA)
    good.append(keep(DATA / "register_synthetic.csv", register, check=asked.check))
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
