// name: hubs
// title: {es: "¿Quién concentra los vínculos?", en: "Who are the hubs?"}
// params:
//   country: {type: country, default: "", about: {es: "sólo gobiernos de este país (nombre o código ISO); vacío, todos", en: "only governments of this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 1000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: gobierno, en: government}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   partners: {es: contrapartes distintas, en: distinct counterparts}
//   agreements: {es: acuerdos con ellas, en: agreements with them}
MATCH (g:Government)-[c:COOPERATES_WITH]-(p:Government)
WHERE $country = '' OR g.country = $country
WITH g, count(DISTINCT p.id) AS partners, sum(c.agreements) AS agreements
RETURN g.id AS id, g.name AS name, g.level AS level, g.country AS country, partners, agreements
ORDER BY partners DESC, agreements DESC, id LIMIT $limit
