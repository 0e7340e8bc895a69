// name: concentration_of_states
// title: {es: "¿Qué estados de México concentran los acuerdos, y qué parte del territorio y de la población son?", en: "In which states of Mexico are agreements concentrated, and what share of the territory and the population are they?"}
// note: {es: "Son los acuerdos del estado y de sus municipios. Uno cuenta una vez por estado, aunque lo firmen su gobierno y un municipio; uno de dos estados cuenta en ambos, y una sola vez «hasta aquí», es decir, en este estado y los de arriba juntos. Las partes del territorio y de la población quedan vacías si de algún estado no se conocen. En un empate va primera la clave menor.", en: "Agreements of the state and of its municipalities. One counts once a state, though its government and a municipality signed it; one of two states counts in both, and once “so far”, that is in this state and those above together. The shares of the territory and the population are empty where a state's are unknown. In a tie the smaller key comes first."}
// params:
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   limit: {type: integer, default: 32, min: 1, max: 32, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   rank: {es: lugar, en: rank}
//   id: {es: estado, en: state}
//   name: {es: nombre, en: name}
//   agreements: {es: acuerdos, en: agreements}
//   per_100k: {es: por 100 mil hab., en: per 100k people}
//   cumulative: {es: acuerdos hasta aquí, en: agreements so far}
//   total: {es: de todos, en: of all}
//   share_cumulative: {es: parte, en: share}
//   area_km2: {es: km², en: km²}
//   share_territory: {es: territorio hasta aquí, en: territory so far}
//   population: {es: habitantes, en: people}
//   share_population: {es: población hasta aquí, en: population so far}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en México. Del territorio y de la población, la suma de los estados que hay en el grafo.", en: "All agreements of that kind, not withdrawn, with some party in Mexico. Of the territory and the population, the sum of the states in the graph."}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = 'MX' AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH count(DISTINCT a.id) AS total
MATCH (s:Government) WHERE s.country = 'MX' AND s.level = 'state'
OPTIONAL MATCH (s)<-[:PART_OF*0..1]-(g:Government)-[:SIGNED]->(a:Agreement)
WHERE a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH total, s.id AS id, count(DISTINCT a.id) AS agreements ORDER BY agreements DESC, id
WITH total, collect(id) AS ids
UNWIND range(0, size(ids) - 1) AS i
WITH total, i, ids[i] AS id
MATCH (s:Government {id: id})
// A state without agreements keeps its row by an unknown one, which counts as none.
OPTIONAL MATCH (s)<-[:PART_OF*0..1]-(g:Government)-[:SIGNED]->(a:Agreement)
WHERE a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
// What several of them signed is new only with the first of them.
WITH total, a.id AS agreement, min(i) AS first, collect(DISTINCT [i, id]) AS holders
UNWIND holders AS holder
WITH total, holder[0] AS i, holder[1] AS id, count(agreement) AS agreements,
     count(CASE WHEN holder[0] = first THEN agreement END) AS new
MATCH (s:Government {id: id})
WITH total, i, s, agreements, new ORDER BY i
WITH total, collect(s) AS states, collect(agreements) AS counts, collect(new) AS news,
     collect(s.area_km2) AS areas, collect(s.population) AS people
WITH total, states, counts, news, areas, people,
     reduce(n = 0.0, area IN areas | n + area) AS territory,
     reduce(n = 0.0, some IN people | n + some) AS nation
UNWIND range(0, size(states) - 1) AS i
WITH total, i + 1 AS rank, states[i] AS s, counts[i] AS agreements,
     reduce(n = 0, new IN news[0..i + 1] | n + new) AS cumulative,
     // collect() leaves out what is unknown: a shorter list says nothing of the whole.
     CASE WHEN size(areas) = size(states)
          THEN reduce(n = 0.0, area IN areas[0..i + 1] | n + area) / territory END AS covered,
     CASE WHEN size(people) = size(states)
          THEN reduce(n = 0.0, some IN people[0..i + 1] | n + some) / nation END AS inhabited
RETURN rank, s.id AS id, s.name AS name, agreements,
       CASE WHEN s.population > 0
            THEN round(agreements * 100000.0 / s.population * 100) / 100 END AS per_100k,
       cumulative, total,
       CASE WHEN total > 0
            THEN round(1.0 * cumulative / total * 10000) / 10000 END AS share_cumulative,
       toInteger(round(s.area_km2)) AS area_km2, round(covered * 10000) / 10000 AS share_territory,
       s.population AS population, round(inhabited * 10000) / 10000 AS share_population
ORDER BY rank LIMIT $limit
