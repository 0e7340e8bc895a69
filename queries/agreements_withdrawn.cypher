// name: agreements_withdrawn
// title: {es: "¿Qué acuerdos se retiraron?", en: "Which agreements were withdrawn?"}
// note: {es: "Los que su fuente da por retirados y los que dejaron de estar en toda fuente; ninguna otra pregunta los cuenta.", en: "Those that their source gives as withdrawn and those that are no longer in any source; no other question counts them."}
// params:
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   signed: {es: "firma; vacía si no se conoce", en: "signature; empty when unknown"}
//   title: {es: título, en: title}
//   retired_at: {es: "día en que dejó de estar en toda fuente", en: day on which it was no longer in any source}
//   sources: {es: fuentes que lo daban o lo dan, en: sources that gave or give it}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status = 'withdrawn'
WITH DISTINCT a ORDER BY coalesce(a.retired_at, '') DESC, a.id LIMIT $limit
OPTIONAL MATCH (a)-[:REPORTED_IN]->(s:Source)
WITH a, s ORDER BY s.id
WITH a, collect(s.id) AS sources
MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, sources, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH a, sources, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.kind AS kind, parties, a.signed AS signed, a.title AS title,
       a.retired_at AS retired_at, sources
ORDER BY coalesce(retired_at, '') DESC, id
