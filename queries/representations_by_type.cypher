// name: representations_by_type
// title: {es: "¿Cuántas representaciones tiene un país en el exterior?", en: "How many representations has a country abroad?"}
// params:
//   country: {type: country, default: MX, about: {es: "país representado (nombre o código ISO)", en: "country represented (name or ISO code)"}}
// columns:
//   type: {es: tipo, en: type}
//   active: {es: en funciones, en: active}
//   closed: {es: cerradas, en: closed}
//   unknown: {es: por confirmar, en: to be confirmed}
MATCH (r:Representation)-[:REPRESENTS]->(c:Country)
WHERE c.id = $country AND r.retired_at IS NULL
WITH r.type AS type, r.status AS status, count(DISTINCT r.id) AS n
WITH type, sum(CASE WHEN status = 'active' THEN n ELSE 0 END) AS active,
     sum(CASE WHEN status = 'closed' THEN n ELSE 0 END) AS closed,
     sum(CASE WHEN status = 'unknown' THEN n ELSE 0 END) AS unknown
RETURN type, active, closed, unknown ORDER BY active DESC, type
