// name: themes_by_state
// title: {es: "¿Qué temas trabaja cada estado de México?", en: "Which themes does each state of Mexico work on?"}
// params:
//   state: {type: government, level: state, default: "", about: {es: "sólo este estado (clave o nombre); vacío, todos", en: "only this state (id or name); empty for all"}}
//   top: {type: integer, default: 5, min: 1, max: 100, about: {es: "cuántos temas por estado", en: "how many themes a state"}}
//   limit: {type: integer, default: 160, min: 1, max: 3200, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   state: {es: estado, en: state}
//   name: {es: nombre, en: name}
//   theme: {es: tema, en: theme}
//   theme_es: {es: nombre del tema, en: "name of the theme, in Spanish"}
//   theme_en: {es: "nombre del tema, en inglés", en: name of the theme}
//   agreements: {es: acuerdos sobre el tema, en: agreements about the theme}
//   total: {es: de todos los acuerdos del estado y sus municipios, en: of all agreements of the state and its municipalities}
//   share: {es: parte, en: share}
// denominator: {es: "Todos los acuerdos no retirados del gobierno del estado y de sus municipios o alcaldías, cada uno una vez, tengan tema o no; uno con varios temas cuenta en cada uno.", en: "All agreements not withdrawn of the state government and of its municipalities or boroughs, each once, with or without a theme; one with several themes counts in each."}
MATCH (s:Government)<-[:PART_OF*0..1]-(g:Government)-[:SIGNED]->(a:Agreement)
WHERE s.country = 'MX' AND s.level = 'state' AND ($state = '' OR s.id = $state)
  AND a.status <> 'withdrawn'
WITH s, collect(DISTINCT a.id) AS ids
WITH s, ids, size(ids) AS total
UNWIND ids AS id
MATCH (a:Agreement {id: id})-[:ABOUT]->(t:Theme)
WITH s, total, t, count(DISTINCT id) AS agreements
ORDER BY s.id, agreements DESC, t.id
WITH s, total, collect({theme: t, agreements: agreements}) AS themes
UNWIND themes[0..$top] AS one
WITH s, total, one.theme AS t, one.agreements AS agreements
RETURN s.id AS state, s.name AS name, t.id AS theme, t.name_es AS theme_es, t.name_en AS theme_en,
       agreements, total, round(1.0 * agreements / total * 10000) / 10000 AS share
ORDER BY state, agreements DESC, theme LIMIT $limit
