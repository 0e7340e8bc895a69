// name: municipalities_without_agreements
// title: {es: "¿Qué municipios de México no tienen acuerdos?", en: "Which municipalities of Mexico have no agreements?"}
// params:
//   min_population: {type: integer, default: 100000, min: 0, max: 100000000, about: {es: "con al menos tantos habitantes (2020)", en: "with at least this many inhabitants (2020)"}}
//   limit: {type: integer, default: 50, min: 1, max: 3000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: municipio, en: municipality}
//   name: {es: nombre, en: name}
//   state: {es: estado, en: state}
//   population: {es: habitantes (2020), en: inhabitants (2020)}
MATCH (m:Government)-[:PART_OF]->(s:Government)
WHERE m.country = 'MX' AND m.level = 'municipality' AND m.population >= $min_population
OPTIONAL MATCH (m)-[:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
WITH m, s, count(a.id) AS agreements
WHERE agreements = 0
RETURN m.id AS id, m.name AS name, s.name AS state, m.population AS population
ORDER BY population DESC, id LIMIT $limit
