// name: multi_party_agreements
// title: {es: "¿Qué acuerdos tienen más de dos partes?", en: "Which agreements have more than two parties?"}
// params:
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   parties: {type: integer, default: 3, min: 2, max: 1000, about: {es: "con al menos tantas partes", en: "with at least this many parties"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   kind: {es: tipo, en: kind}
//   parties: {es: cuántas partes, en: how many parties}
//   countries: {es: de cuántos países, en: of how many countries}
//   names: {es: partes, en: parties}
//   signed: {es: "firma; vacía si no se conoce", en: "signature; empty when unknown"}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
MATCH (a:Agreement)<-[:SIGNED]-(p:Government) WHERE a.status <> 'withdrawn'
WITH a, count(DISTINCT p.id) AS parties, count(DISTINCT p.country) AS countries,
     sum(CASE WHEN $home = '' OR p.country = $home THEN 1 ELSE 0 END) AS ours
WHERE parties >= $parties AND ours > 0
WITH a, parties, countries ORDER BY parties DESC, countries DESC, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, parties, countries, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH a, parties, countries, collect(p.name + ' (' + p.country + ')') AS names
RETURN a.id AS id, a.kind AS kind, parties, countries, names, a.signed AS signed,
       a.status AS status, a.title AS title
ORDER BY parties DESC, countries DESC, id
