// name: theme_gaps
// title: {es: "¿Qué temas no cubre ningún acuerdo?", en: "Which themes does no agreement cover?"}
// note: {es: "Un acuerdo sobre un subtema cubre también el tema que lo contiene.", en: "An agreement about a narrower theme also covers the theme that contains it."}
// params:
//   state: {type: government, level: state, default: "", about: {es: "los que faltan en este estado y sus municipios (clave o nombre); vacío, en todo el país", en: "those missing in this state and its municipalities (id or name); empty for the whole country"}}
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   at_most: {type: integer, default: 0, min: 0, max: 100000, about: {es: "temas con cuando mucho tantos acuerdos", en: "themes with at most this many agreements"}}
// columns:
//   id: {es: tema, en: theme}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   agreements: {es: acuerdos que lo cubren, en: agreements that cover it}
//   in_country: {es: acuerdos que lo cubren en todo el país, en: agreements that cover it in the whole country}
//   states: {es: estados del país donde alguno lo cubre, en: states of the country where one covers it}
MATCH (t:Theme)
OPTIONAL MATCH (t)<-[:BROADER*0..3]-(:Theme)<-[:ABOUT]-(a:Agreement)<-[:SIGNED]-(g:Government)
WHERE a.status <> 'withdrawn' AND g.country = $home
OPTIONAL MATCH (g)-[:PART_OF*0..1]->(s:Government) WHERE s.level = 'state'
WITH t, count(DISTINCT a.id) AS in_country, count(DISTINCT s.id) AS states
OPTIONAL MATCH (:Government {id: $state})<-[:PART_OF*0..1]-(:Government)-[:SIGNED]->(a:Agreement)
    -[:ABOUT]->(:Theme)-[:BROADER*0..3]->(t)
WHERE a.status <> 'withdrawn'
WITH t, in_country, states, count(DISTINCT a.id) AS own
WITH t, in_country, states, CASE WHEN $state = '' THEN in_country ELSE own END AS agreements
WHERE agreements <= $at_most
RETURN t.id AS id, t.name_es AS name_es, t.name_en AS name_en, agreements, in_country, states
ORDER BY agreements, in_country DESC, id
