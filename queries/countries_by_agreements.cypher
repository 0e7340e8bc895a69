// name: countries_by_agreements
// title: {es: "¿Con qué países hay más acuerdos?", en: "With which countries are there most agreements?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 300, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: país, en: country}
//   name_es: {es: nombre en español, en: name in Spanish}
//   name_en: {es: nombre en inglés, en: name in English}
//   agreements: {es: "acuerdos, cada uno una vez por país", en: "agreements, each once a country"}
//   counterparts: {es: contrapartes distintas, en: distinct counterparts}
//   share: {es: parte del total, en: share of all}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en el país de este lado.", en: "All agreements of that kind, not withdrawn, with some party in the country on this side."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH collect(DISTINCT a.id) AS ids
WITH ids, size(ids) AS total
UNWIND ids AS id
MATCH (a:Agreement {id: id})<-[:SIGNED]-(p:Government)-[:IN_COUNTRY]->(c:Country)
WHERE p.country <> $home
WITH c, total, count(DISTINCT a.id) AS agreements, count(DISTINCT p.id) AS counterparts
RETURN c.id AS id, c.name_es AS name_es, c.name_en AS name_en, agreements, counterparts,
       round(1.0 * agreements / total * 10000) / 10000 AS share
ORDER BY agreements DESC, id LIMIT $limit
