// name: diversification_of_states
// title: {es: "¿Qué estados de México dependen de un solo país?", en: "Which states of Mexico depend on a single country?"}
// params:
//   min_agreements: {type: integer, default: 5, min: 1, max: 100000, about: {es: "sólo estados con al menos tantos acuerdos", en: "only states with at least this many agreements"}}
//   limit: {type: integer, default: 32, min: 1, max: 100, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: estado, en: state}
//   name: {es: nombre, en: name}
//   agreements: {es: acuerdos con el extranjero, en: agreements abroad}
//   countries: {es: con cuántos países, en: with how many countries}
//   subregions: {es: de cuántas subregiones del mundo, en: of how many subregions of the world}
//   top_es: {es: el país con más, en: "the country with most, in Spanish"}
//   top_en: {es: "el país con más, en inglés", en: the country with most}
//   top_agreements: {es: acuerdos con él, en: agreements with it}
//   share_top: {es: parte que es con él, en: share that is with it}
// denominator: {es: "Los acuerdos no retirados del gobierno del estado y de sus municipios o alcaldías con alguna parte en el extranjero, cada uno una vez. En un empate, el país de clave menor.", en: "The agreements not withdrawn of the state government and of its municipalities or boroughs with some party abroad, each once. In a tie, the country with the smaller code."}
MATCH (s:Government)<-[:PART_OF*0..1]-(g:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE s.country = 'MX' AND s.level = 'state' AND p.country <> 'MX' AND a.status <> 'withdrawn'
WITH s, p.country AS there, collect(DISTINCT a.id) AS ids
WITH s, there, ids, size(ids) AS found ORDER BY s.id, found DESC, there
WITH s, collect({country: there, agreements: found, ids: ids}) AS countries
UNWIND countries AS one
UNWIND one.ids AS id
OPTIONAL MATCH (c:Country {id: one.country})
WITH s, countries, count(DISTINCT id) AS agreements, count(DISTINCT c.subregion) AS subregions
WHERE agreements >= $min_agreements
WITH s, agreements, subregions, size(countries) AS found, countries[0].country AS top,
     countries[0].agreements AS top_agreements
OPTIONAL MATCH (c:Country {id: top})
RETURN s.id AS id, s.name AS name, agreements, found AS countries, subregions, c.name_es AS top_es,
       c.name_en AS top_en, top_agreements, round(1.0 * top_agreements / agreements * 10000) / 10000 AS share_top
ORDER BY share_top DESC, agreements DESC, id LIMIT $limit
