// name: duplicate_agreements
// title: {es: "¿Qué acuerdos podrían estar dos veces?", en: "Which agreements may be in the graph twice?"}
// note: {es: "Pares del mismo tipo y con las mismas partes, firmados en años cercanos o alguno sin fecha. Dos gobiernos pueden firmar varios acuerdos legítimos: el título y los temas dicen si son el mismo.", en: "Pairs of the same kind and with the same parties, signed in close years or one without a date. Two governments may sign several legitimate agreements: title and themes tell whether they are the same."}
// params:
//   years: {type: integer, default: 1, min: 0, max: 500, about: {es: "cuántos años aparte a lo más", en: "how many years apart at most"}}
//   home: {type: country, default: "", about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   other_id: {es: el otro, en: the other}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   signed: {es: firma, en: signature}
//   other_signed: {es: firma del otro, en: signature of the other}
//   title: {es: título, en: title}
//   other_title: {es: título del otro, en: title of the other}
//   sources: {es: fuentes, en: sources}
MATCH (a:Agreement) WHERE a.status <> 'withdrawn' AND a.bond IS NOT NULL
// The bond is the fingerprint of kind and parties.
WITH a.bond AS bond, collect(a) AS same
WHERE size(same) > 1
UNWIND same AS a
UNWIND same AS b
WITH a, b, toInteger(substring(a.signed, 0, 4)) - toInteger(substring(b.signed, 0, 4)) AS apart
WHERE a.id < b.id AND (apart IS NULL OR abs(apart) <= $years)
MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, b, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH a, b, collect(p.name + ' (' + p.country + ')') AS parties,
     sum(CASE WHEN $home = '' OR p.country = $home THEN 1 ELSE 0 END) AS ours
WHERE ours > 0
WITH a, b, parties ORDER BY a.id, b.id LIMIT $limit
OPTIONAL MATCH (x:Agreement)-[r:REPORTED_IN]->(s:Source)
WHERE (x.id = a.id OR x.id = b.id) AND r.retired_at IS NULL
WITH DISTINCT parties, a, b, s.id AS source ORDER BY source
WITH parties, a, b, collect(source) AS sources
RETURN a.id AS id, b.id AS other_id, a.kind AS kind, parties, a.signed AS signed, b.signed AS other_signed,
       a.title AS title, b.title AS other_title, sources
ORDER BY id, other_id
