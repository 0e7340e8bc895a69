// name: agreements_expired
// title: {es: "¿Qué acuerdos ya vencieron?", en: "Which agreements have expired?"}
// note: {es: "Los que la fuente da por concluidos y aquellos cuyo fin de vigencia ya pasó, aunque la fuente los dé por vigentes. Un fin que sólo dice el año o el mes pasó cuando pasó su último día.", en: "Those that the source gives as expired and those whose end has passed, though the source may give them as in force. An end that tells only the year or the month has passed when its last day has."}
// params:
//   as_of: {type: date, default: "", about: {es: "día en que se pregunta (si es parcial, su primer día); vacío, la última firma que hay en el grafo", en: "day of asking (if partial, its first day); empty for the last signature in the graph"}}
//   still_listed: {type: boolean, default: false, about: {es: "sólo los que la fuente no da por concluidos", en: "only those that the source does not give as expired"}}
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   ends: {es: fin de vigencia, en: end of validity}
//   by_date: {es: "¿su fin ya pasó?", en: "has its end passed?"}
//   status: {es: estado según la fuente, en: status in the source}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   signed: {es: firma, en: signature}
//   title: {es: título, en: title}
//   as_of: {es: a la fecha, en: as of}
OPTIONAL MATCH (d:Agreement) WHERE d.status <> 'withdrawn'
WITH max(d.signed) AS latest
WITH CASE WHEN $as_of = '' THEN latest ELSE $as_of END AS given
WITH CASE WHEN given IS NOT NULL THEN given + substring('-01-01', size(given) - 4) END AS day
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status <> 'withdrawn'
WITH DISTINCT day, a
WITH day, a, a.ends IS NOT NULL AND coalesce(a.ends + substring('-12-31', size(coalesce(a.ends, '0001')) - 4) < day, false) AS by_date
WHERE (by_date AND a.status <> 'expired') OR (a.status = 'expired' AND NOT $still_listed)
WITH day, a, by_date ORDER BY coalesce(a.ends, '') DESC, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH day, a, by_date, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH day, a, by_date, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.ends AS ends, by_date, a.status AS status, a.kind AS kind, parties,
       a.signed AS signed, a.title AS title, day AS as_of
ORDER BY coalesce(ends, '') DESC, id
