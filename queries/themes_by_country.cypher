// name: themes_by_country
// title: {es: "¿Qué temas se trabajan con cada país?", en: "Which themes are worked on with each country?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   country: {type: country, default: "", about: {es: "sólo con este país; vacío, todos", en: "only with this country; empty for all"}}
//   top: {type: integer, default: 5, min: 1, max: 100, about: {es: "cuántos temas por país", en: "how many themes a country"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   country: {es: país, en: country}
//   country_es: {es: nombre del país, en: "name of the country, in Spanish"}
//   country_en: {es: "nombre del país, en inglés", en: name of the country}
//   theme: {es: tema, en: theme}
//   theme_es: {es: nombre del tema, en: "name of the theme, in Spanish"}
//   theme_en: {es: "nombre del tema, en inglés", en: name of the theme}
//   agreements: {es: acuerdos sobre el tema, en: agreements about the theme}
//   total: {es: de todos los acuerdos con el país, en: of all agreements with the country}
//   share: {es: parte, en: share}
// denominator: {es: "Todos los acuerdos no retirados entre los dos países, tengan tema o no; uno con varios temas cuenta en cada uno.", en: "All agreements between the two countries that are not withdrawn, with or without a theme; one with several themes counts in each."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country <> $home AND a.status <> 'withdrawn'
  AND ($country = '' OR p.country = $country)
WITH p.country AS there, collect(DISTINCT a.id) AS ids
WITH there, ids, size(ids) AS total
UNWIND ids AS id
MATCH (a:Agreement {id: id})-[:ABOUT]->(t:Theme)
WITH there, total, t, count(DISTINCT id) AS agreements
ORDER BY there, agreements DESC, t.id
WITH there, total, collect({theme: t, agreements: agreements}) AS themes
UNWIND themes[0..$top] AS one
WITH there, total, one.theme AS t, one.agreements AS agreements
OPTIONAL MATCH (c:Country {id: there})
RETURN there AS country, c.name_es AS country_es, c.name_en AS country_en, t.id AS theme,
       t.name_es AS theme_es, t.name_en AS theme_en, agreements, total,
       round(1.0 * agreements / total * 10000) / 10000 AS share
ORDER BY total DESC, country, agreements DESC, theme LIMIT $limit
