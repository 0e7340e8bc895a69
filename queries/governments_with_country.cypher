// name: governments_with_country
// title: {es: "¿Qué gobiernos tienen acuerdos con un país?", en: "Which governments have agreements with a country?"}
// params:
//   country: {type: country, required: true, about: {es: "país de la contraparte (nombre o código ISO)", en: "country of the counterpart (name or ISO code)"}}
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   limit: {type: integer, default: 50, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: gobierno, en: government}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   part_of: {es: forma parte de, en: is part of}
//   agreements: {es: acuerdos con ese país, en: agreements with that country}
//   counterparts: {es: contrapartes ahí, en: counterparts there}
//   since: {es: primera firma conocida, en: first known signature}
//   last: {es: última firma conocida, en: last known signature}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country = $country AND h.id <> p.id AND a.status <> 'withdrawn'
WITH h, count(DISTINCT a.id) AS agreements, count(DISTINCT p.id) AS counterparts,
     min(a.signed) AS since, max(a.signed) AS last
ORDER BY agreements DESC, counterparts DESC, h.id LIMIT $limit
OPTIONAL MATCH (h)-[:PART_OF]->(s:Government)
WITH h, agreements, counterparts, since, last, min(s.name) AS part_of
RETURN h.id AS id, h.name AS name, h.level AS level, part_of, agreements, counterparts, since, last
ORDER BY agreements DESC, counterparts DESC, id
