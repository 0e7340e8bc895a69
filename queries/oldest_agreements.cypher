// name: oldest_agreements
// title: {es: "¿Cuáles son los acuerdos más antiguos?", en: "Which are the oldest agreements?"}
// note: {es: "Sólo los que tienen fecha de firma.", en: "Only those with a date of signature."}
// params:
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 1000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   signed: {es: firma, en: signature}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status <> 'withdrawn' AND a.signed IS NOT NULL
  AND ($kind = '' OR a.kind = $kind)
WITH DISTINCT a ORDER BY a.signed, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH a, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.signed AS signed, a.kind AS kind, parties, a.status AS status, a.title AS title
ORDER BY signed, id
