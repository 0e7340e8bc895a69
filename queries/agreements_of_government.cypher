// name: agreements_of_government
// title: {es: "¿Qué acuerdos tiene un gobierno?", en: "Which agreements has a government?"}
// params:
//   government: {type: government, required: true, about: {es: "id o nombre del gobierno", en: "id or name of the government"}}
//   limit: {type: integer, default: 100, min: 1, max: 1000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   kind: {es: tipo, en: kind}
//   counterparts: {es: las demás partes, en: the other parties}
//   countries: {es: sus países, en: their countries}
//   signed: {es: "firma; vacía si no se conoce", en: "signature; empty when unknown"}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
MATCH (g:Government {id: $government})-[:SIGNED]->(a:Agreement)
OPTIONAL MATCH (a)<-[:SIGNED]-(p:Government) WHERE p.id <> $government
WITH a, p ORDER BY p.id
WITH a, collect(p.name) AS counterparts, collect(DISTINCT p.country) AS countries
RETURN a.id AS id, a.kind AS kind, counterparts, countries, a.signed AS signed,
       a.status AS status, a.title AS title
ORDER BY coalesce(signed, '9999'), id LIMIT $limit
