// name: population_without_agreements
// title: {es: "¿Cuánta población vive en municipios sin acuerdos?", en: "How many people live in municipalities without agreements?"}
// note: {es: "Cuentan los acuerdos del propio municipio o alcaldía, no los del gobierno de su estado.", en: "Agreements of the municipality or borough itself count, not those of its state's government."}
// params:
//   limit: {type: integer, default: 32, min: 1, max: 100, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: estado, en: state}
//   name: {es: nombre, en: name}
//   municipalities_without: {es: municipios sin acuerdos, en: municipalities without agreements}
//   municipalities: {es: de cuántos, en: out of}
//   population_without: {es: habitantes de municipios sin acuerdos (2020), en: inhabitants of municipalities without agreements (2020)}
//   population: {es: de cuántos (2020), en: out of (2020)}
//   share_population_without: {es: parte de la población, en: share of the population}
// denominator: {es: "La población de los municipios o alcaldías del estado que hay en el grafo, según el censo de 2020.", en: "The population of the state's municipalities or boroughs in the graph, by the census of 2020."}
MATCH (m:Government)-[:PART_OF]->(s:Government)
WHERE m.country = 'MX' AND m.level = 'municipality' AND s.level = 'state'
OPTIONAL MATCH (m)-[:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
WITH s, m, count(a.id) AS agreements
WITH s, count(m.id) AS municipalities, sum(CASE WHEN agreements = 0 THEN 1 ELSE 0 END) AS municipalities_without,
     sum(coalesce(m.population, 0)) AS population,
     sum(CASE WHEN agreements = 0 THEN coalesce(m.population, 0) ELSE 0 END) AS population_without
RETURN s.id AS id, s.name AS name, municipalities_without, municipalities, population_without, population,
       CASE WHEN population > 0 THEN round(1.0 * population_without / population * 10000) / 10000 END AS share_population_without
ORDER BY population_without DESC, id LIMIT $limit
