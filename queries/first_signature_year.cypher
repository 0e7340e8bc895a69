// name: first_signature_year
// title: {es: "¿De qué año es la primera firma, y cuántas son anteriores a la ley?", en: "Of which year is the first signature, and how many are older than the law?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   year: {type: integer, default: 1992, min: 1, max: 9999, about: {es: "año con que se compara; 1992 es el de la Ley sobre la Celebración de Tratados", en: "year to compare with; 1992 is that of Mexico's Law on the Making of Treaties"}}
// columns:
//   first: {es: año de la primera firma, en: year of the first signature}
//   earlier: {es: acuerdos firmados antes del año dado, en: agreements signed before the given year}
//   dated: {es: acuerdos con fecha de firma, en: agreements with a date of signature}
//   total: {es: de todos los acuerdos, en: of all agreements}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH DISTINCT a.id AS id, toInteger(substring(a.signed, 0, 4)) AS year
WITH count(id) AS total, count(year) AS dated, min(year) AS first,
     count(CASE WHEN year < $year THEN id END) AS earlier
RETURN first, earlier, dated, total
