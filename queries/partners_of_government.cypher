// name: partners_of_government
// title: {es: "¿Con quiénes tiene acuerdos un gobierno?", en: "With whom has a government agreements?"}
// params:
//   government: {type: government, required: true, about: {es: "id o nombre del gobierno", en: "id or name of the government"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: contraparte, en: counterpart}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   agreements: {es: acuerdos entre los dos, en: agreements between the two}
//   kind: {es: tipos, en: kinds}
//   themes_es: {es: temas, en: "themes, in Spanish"}
//   themes_en: {es: "temas, en inglés", en: themes}
//   since: {es: primera firma conocida, en: first known signature}
//   last: {es: última firma conocida, en: last known signature}
MATCH (:Government {id: $government})-[c:COOPERATES_WITH]-(p:Government)
OPTIONAL MATCH (t:Theme) WHERE t.id IN c.themes
WITH p, c, t ORDER BY t.id
WITH p, c, collect(t.name_es) AS themes_es, collect(t.name_en) AS themes_en
RETURN p.id AS id, p.name AS name, p.level AS level, p.country AS country,
       c.agreements AS agreements, c.kinds AS kind, themes_es, themes_en,
       c.since AS since, c.last AS last
ORDER BY agreements DESC, coalesce(since, '9999'), id LIMIT $limit
