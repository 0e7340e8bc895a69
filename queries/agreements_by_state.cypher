// name: agreements_by_state
// title: {es: "¿Cuántos acuerdos tiene cada estado de México?", en: "How many agreements has each state of Mexico?"}
// params:
//   limit: {type: integer, default: 32, min: 1, max: 32, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: estado, en: state}
//   name: {es: nombre, en: name}
//   own: {es: del gobierno del estado, en: of the state government}
//   municipal: {es: de sus municipios o alcaldías, en: of its municipalities or boroughs}
//   agreements: {es: "acuerdos en total, cada uno una vez", en: "agreements in all, each once"}
// denominator: {es: "Acuerdos no retirados con al menos una parte en el estado; uno que firman dos estados cuenta en ambos.", en: "Agreements not withdrawn with at least one party in the state; one signed by two states counts in both."}
MATCH (s:Government) WHERE s.country = 'MX' AND s.level = 'state'
OPTIONAL MATCH (s)-[:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
WITH s, collect(DISTINCT a.id) AS own
OPTIONAL MATCH (s)<-[:PART_OF]-(m:Government)-[:SIGNED]->(b:Agreement) WHERE b.status <> 'withdrawn'
WITH s, own, collect(DISTINCT b.id) AS municipal
RETURN s.id AS id, s.name AS name, size(own) AS own, size(municipal) AS municipal,
       size(own) + size([x IN municipal WHERE NOT x IN own]) AS agreements
ORDER BY agreements DESC, id LIMIT $limit
