// name: countries_of_government
// title: {es: "¿Con qué países tiene acuerdos un gobierno?", en: "With which countries has a government agreements?"}
// params:
//   government: {type: government, required: true, about: {es: "id o nombre del gobierno", en: "id or name of the government"}}
// columns:
//   id: {es: país, en: country}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   agreements: {es: acuerdos, en: agreements}
//   total: {es: de todos sus acuerdos, en: of all its agreements}
//   share: {es: parte, en: share}
//   counterparts: {es: contrapartes ahí, en: counterparts there}
//   since: {es: primera firma conocida, en: first known signature}
//   last: {es: última firma conocida, en: last known signature}
// denominator: {es: "Todos los acuerdos no retirados del gobierno; uno con partes en dos países cuenta en ambos.", en: "All agreements of the government that are not withdrawn; one with parties in two countries counts in both."}
MATCH (:Government {id: $government})-[:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
WITH collect(DISTINCT a.id) AS ids
WITH ids, size(ids) AS total
UNWIND ids AS agreement
MATCH (:Government {id: $government})-[s:SIGNED]->(a:Agreement {id: agreement})<-[t:SIGNED]-(p:Government)
WHERE p.id <> $government AND (s.role <> t.role OR s.role = 'party')
WITH total, p.country AS id, count(DISTINCT a.id) AS agreements, count(DISTINCT p.id) AS counterparts,
     min(a.signed) AS since, max(a.signed) AS last
OPTIONAL MATCH (c:Country {id: id})
RETURN id, c.name_es AS name_es, c.name_en AS name_en, agreements, total,
       round(1.0 * agreements / total * 10000) / 10000 AS share, counterparts, since, last
ORDER BY agreements DESC, counterparts DESC, id
