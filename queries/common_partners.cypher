// name: common_partners
// title: {es: "¿Qué contrapartes tienen en común dos gobiernos?", en: "Which partners have two governments in common?"}
// params:
//   one: {type: government, required: true, about: {es: "id o nombre de un gobierno", en: "id or name of one government"}}
//   other: {type: government, required: true, about: {es: "id o nombre del otro", en: "id or name of the other"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: contraparte, en: counterpart}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   with_one: {es: acuerdos con el primero, en: agreements with the first}
//   with_other: {es: acuerdos con el segundo, en: agreements with the second}
MATCH (a:Government {id: $one})-[c:COOPERATES_WITH]-(p:Government)
MATCH (p)-[d:COOPERATES_WITH]-(b:Government {id: $other})
WHERE $one <> $other
RETURN p.id AS id, p.name AS name, p.level AS level, p.country AS country,
       c.agreements AS with_one, d.agreements AS with_other
ORDER BY with_one + with_other DESC, id LIMIT $limit
