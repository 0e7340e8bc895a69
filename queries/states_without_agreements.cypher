// name: states_without_agreements
// title: {es: "¿Qué estados de México no tienen acuerdos?", en: "Which states of Mexico have no agreements?"}
// params:
//   scope: {type: text, default: territory, values: [territory, government], about: {es: "territory: ni el estado ni ninguno de sus municipios; government: el gobierno del estado no tiene, aunque sus municipios tengan", en: "territory: neither the state nor any of its municipalities; government: the state government has none, though its municipalities may"}}
// columns:
//   id: {es: estado, en: state}
//   name: {es: nombre, en: name}
//   population: {es: habitantes (2020), en: inhabitants (2020)}
//   municipal: {es: acuerdos de sus municipios o alcaldías, en: agreements of its municipalities or boroughs}
MATCH (s:Government) WHERE s.country = 'MX' AND s.level = 'state'
OPTIONAL MATCH (s)-[:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
WITH s, count(DISTINCT a.id) AS own
OPTIONAL MATCH (s)<-[:PART_OF]-(m:Government)-[:SIGNED]->(b:Agreement) WHERE b.status <> 'withdrawn'
WITH s, own, count(DISTINCT b.id) AS municipal
WHERE own = 0 AND ($scope = 'government' OR municipal = 0)
RETURN s.id AS id, s.name AS name, s.population AS population, municipal
ORDER BY population DESC, id
