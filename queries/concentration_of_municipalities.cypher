// name: concentration_of_municipalities
// title: {es: "¿Qué municipios de México concentran los acuerdos?", en: "In which municipalities of Mexico are agreements concentrated?"}
// note: {es: "«Hasta aquí» son los acuerdos de este municipio y los de arriba juntos; el que firman varios de ellos cuenta una vez. En un empate va primero la clave menor.", en: "“So far” are the agreements of this municipality and those above together; one that several of them signed counts once. In a tie the smaller key comes first."}
// params:
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 3000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   rank: {es: lugar, en: rank}
//   id: {es: municipio, en: municipality}
//   name: {es: nombre, en: name}
//   state: {es: estado, en: state}
//   agreements: {es: acuerdos, en: agreements}
//   cumulative: {es: acuerdos hasta aquí, en: agreements so far}
//   total: {es: de todos, en: of all}
//   share_cumulative: {es: parte, en: share}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en México, también los que firman sólo los gobiernos de los estados.", en: "All agreements of that kind, not withdrawn, with some party in Mexico, also those that only state governments signed."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = 'MX' AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH count(DISTINCT a.id) AS total
MATCH (m:Government)-[:SIGNED]->(a:Agreement)
WHERE m.country = 'MX' AND m.level = 'municipality' AND a.status <> 'withdrawn'
  AND ($kind = '' OR a.kind = $kind)
WITH total, m.id AS id, count(DISTINCT a.id) AS agreements ORDER BY agreements DESC, id
WITH total, collect(id) AS ids
UNWIND range(0, size(ids) - 1) AS i
WITH total, i, ids[i] AS id
MATCH (m:Government {id: id})-[:SIGNED]->(a:Agreement)
WHERE a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
// What several of them signed is new only with the first of them.
WITH total, a.id AS agreement, min(i) AS first, collect(DISTINCT [i, id]) AS holders
UNWIND holders AS holder
WITH total, holder[0] AS i, holder[1] AS id, count(agreement) AS agreements,
     count(CASE WHEN holder[0] = first THEN agreement END) AS new
ORDER BY i
WITH total, collect(id) AS ids, collect(agreements) AS counts, collect(new) AS news
UNWIND range(0, size(ids) - 1) AS i
WITH total, i + 1 AS rank, ids[i] AS id, counts[i] AS agreements,
     reduce(n = 0, new IN news[0..i + 1] | n + new) AS cumulative
ORDER BY rank LIMIT $limit
MATCH (m:Government {id: id})
OPTIONAL MATCH (m)-[:PART_OF]->(s:Government)
RETURN rank, id, m.name AS name, s.name AS state, agreements, cumulative, total,
       round(1.0 * cumulative / total * 10000) / 10000 AS share_cumulative
ORDER BY rank
