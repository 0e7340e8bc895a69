// name: conflicts_between_sources
// title: {es: "¿En qué difieren dos fuentes sobre lo mismo?", en: "Where do two sources differ about the same thing?"}
// note: {es: "No es diferencia que una fuente dé el año y otra el día de ese año, ni que una dé un estado y otra diga que se desconoce; nombres y títulos no se comparan. Lo que una fuente dejó de decir no cuenta.", en: "It is no difference that one source gives the year and another a day of it, nor that one gives a status and another says it is unknown; names and titles are not compared. What a source no longer says does not count."}
// params:
//   property: {type: text, default: "", values: ["", kind, signed, starts, ends, status, register_number, level, country, population, area_km2, type, city], about: {es: "sólo esta propiedad; vacío, todas", en: "only this property; empty for all"}}
//   limit: {type: integer, default: 200, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   node: {es: qué, en: what}
//   id: {es: clave, en: key}
//   property: {es: propiedad, en: property}
//   source: {es: fuente, en: source}
//   says: {es: dice, en: says}
//   other_source: {es: otra fuente, en: other source}
//   other_says: {es: dice, en: says}
//   holds: {es: lo que vale en el grafo, en: what holds in the graph}
MATCH (s:Source)<-[r:REPORTED_IN]-(n)-[q:REPORTED_IN]->(t:Source)
WHERE s.id < t.id AND r.retired_at IS NULL AND q.retired_at IS NULL
WITH labels(n)[0] AS node, n, s.id AS source, r, t.id AS other_source, q
UNWIND ['kind', 'signed', 'starts', 'ends', 'status', 'register_number', 'level', 'country',
        'population', 'area_km2', 'type', 'city'] AS property
WITH node, n.id AS id, property, source, toString(r[property]) AS says,
     other_source, toString(q[property]) AS other_says, toString(n[property]) AS holds
WHERE ($property = '' OR property = $property) AND says <> other_says
  AND NOT (property IN ['signed', 'starts', 'ends'] AND (says STARTS WITH other_says OR other_says STARTS WITH says))
  AND NOT (property = 'status' AND (says = 'unknown' OR other_says = 'unknown'))
RETURN node, id, property, source, says, other_source, other_says, holds
ORDER BY node, id, property, source, other_source LIMIT $limit
