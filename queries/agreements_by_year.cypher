// name: agreements_by_year
// title: {es: "¿Cuántos acuerdos se firmaron cada año?", en: "How many agreements were signed each year?"}
// params:
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
// columns:
//   year: {es: "año de firma; vacío al final, los acuerdos sin fecha", en: "year of signature; empty at the end, agreements without a date"}
//   agreements: {es: acuerdos, en: agreements}
//   twinnings: {es: hermanamientos, en: twinnings}
//   cooperation: {es: de cooperación específica, en: of specific cooperation}
//   other: {es: otros, en: others}
//   cumulative: {es: acumulados hasta ese año, en: up to that year}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH DISTINCT a.id AS id, a.kind AS kind, substring(a.signed, 0, 4) AS year
WITH year, count(id) AS agreements, sum(CASE WHEN kind = 'twinning' THEN 1 ELSE 0 END) AS twinnings,
     sum(CASE WHEN kind = 'specific-cooperation' THEN 1 ELSE 0 END) AS cooperation,
     sum(CASE WHEN kind = 'other' THEN 1 ELSE 0 END) AS other
ORDER BY coalesce(year, '9999')
WITH collect({year: year, agreements: agreements, twinnings: twinnings, cooperation: cooperation, other: other}) AS years
UNWIND years AS y
RETURN y.year AS year, y.agreements AS agreements, y.twinnings AS twinnings,
       y.cooperation AS cooperation, y.other AS other,
       CASE WHEN y.year IS NOT NULL
            THEN reduce(sum = 0, x IN years | sum + CASE WHEN x.year <= y.year THEN x.agreements ELSE 0 END)
       END AS cumulative
ORDER BY coalesce(year, '9999')
