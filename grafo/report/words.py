"""The few words that a report says by itself, in every format."""

from __future__ import annotations

from grafo.model import Bilingual

SKIP = Bilingual(es="Ir al contenido", en="Skip to the content")
CONTENTS = Bilingual(es="Contenido", en="Contents")
REPEAT = Bilingual(es="Para obtener estas cifras de nuevo:", en="To get these figures again:")
DENOMINATOR = Bilingual(es="Denominador", en="Denominator")
EMPTY = Bilingual(es="Ningún renglón.", en="No rows.")
TABLE_OF = Bilingual(es="Tabla", en="Table")
