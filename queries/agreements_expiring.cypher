// name: agreements_expiring
// title: {es: "¿Qué acuerdos están por vencer?", en: "Which agreements are about to expire?"}
// note: {es: "Vigentes o de estado desconocido, con fin de vigencia conocido. Un fin que sólo dice el año o el mes puede caer en cualquiera de sus días: se incluye si alguno cae en el plazo, y «seguro» dice si todos.", en: "In force or of unknown status, with a known end. An end that tells only the year or the month may be any day of it: it is included when some day is within the term, and “certain” says whether all are."}
// params:
//   as_of: {type: date, default: "", about: {es: "día desde el que se cuenta (si es parcial, su primer día); vacío, la última firma que hay en el grafo", en: "day to count from (if partial, its first day); empty for the last signature in the graph"}}
//   months: {type: integer, default: 12, min: 0, max: 1200, about: {es: "en cuántos meses", en: "within how many months"}}
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   ends: {es: fin de vigencia, en: end of validity}
//   certain: {es: "¿seguro dentro del plazo?", en: "certainly within the term?"}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   signed: {es: firma, en: signature}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
//   as_of: {es: contado desde, en: counted from}
OPTIONAL MATCH (d:Agreement) WHERE d.status <> 'withdrawn'
WITH max(d.signed) AS latest
WITH CASE WHEN $as_of = '' THEN latest ELSE $as_of END AS given WHERE given IS NOT NULL
WITH given + substring('-01-01', size(given) - 4) AS day
WITH day, 12 * toInteger(substring(day, 0, 4)) + toInteger(substring(day, 5, 2)) - 1 + $months AS month
WITH day, CASE WHEN month / 12 > 9999 THEN '9999-12-31'
     ELSE right('000' + toString(month / 12), 4) + '-' + right('0' + toString(month % 12 + 1), 2)
          + substring(day, 7) END AS until
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status IN ['in-force', 'unknown'] AND a.ends IS NOT NULL
WITH DISTINCT day, until, a
WITH day, until, a, a.ends + substring('-01-01', size(a.ends) - 4) AS first,
     a.ends + substring('-12-31', size(a.ends) - 4) AS last
WHERE last >= day AND first <= until
WITH day, a, first, first >= day AND last <= until AS certain
ORDER BY first, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH day, a, first, certain, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH day, a, first, certain, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.ends AS ends, certain, a.kind AS kind, parties, a.signed AS signed,
       a.status AS status, a.title AS title, day AS as_of
ORDER BY first, id
