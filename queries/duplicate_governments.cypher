// name: duplicate_governments
// title: {es: "¿Qué gobiernos podrían estar dos veces?", en: "Which governments may be in the graph twice?"}
// note: {es: "Pares del mismo país, o de los que uno no tiene país, y del mismo orden (ciudad, municipio y área metropolitana cuentan como uno) cuyo nombre es igual sin acentos ni mayúsculas, y que están cerca o de los que no se sabe dónde están; y los gobiernos que ningún catálogo conoce de los que uno se llama como empieza el otro. No se comparan dos con clave del INEGI; otros homónimos pueden ser legítimos.", en: "Pairs of the same country, or one of them of no country, and of the same level (city, municipality and metropolis count as one) whose name is the same without accents and capitals, and which are close to each other or whose place is unknown; and governments that no gazetteer knows one of which is called as the other begins. Two with an INEGI key are not compared; other homonyms may be legitimate."}
// params:
//   country: {type: country, default: "", about: {es: "sólo de este país (nombre o código ISO); vacío, todos", en: "only of this country (name or ISO code); empty for all"}}
//   km: {type: float, default: 50, min: 0, max: 20100, about: {es: "cerca es a cuando mucho tantos km", en: "close is at most this many km away"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: gobierno, en: government}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   agreements: {es: sus acuerdos, en: its agreements}
//   other_id: {es: el otro, en: the other}
//   other_name: {es: su nombre, en: its name}
//   other_level: {es: su orden, en: its level}
//   other_agreements: {es: sus acuerdos, en: its agreements}
//   country: {es: país, en: country}
//   km: {es: "km entre los dos; vacío si no se sabe", en: "km between the two; empty when unknown"}
MATCH (g:Government) WHERE $country = '' OR g.country IN [$country, 'ZZ']
UNWIND [g.name, g.name_es, g.name_en] AS written
WITH DISTINCT g, toLower(written) AS written WHERE written IS NOT NULL
WITH g, CASE WHEN g.level IN ['city', 'municipality', 'metropolis'] THEN 'local' ELSE g.level END AS level,
     CASE WHEN written =~ '[a-z ]*' THEN written ELSE
       reduce(name = written, pair IN [['á', 'a'], ['à', 'a'], ['â', 'a'], ['ã', 'a'], ['ä', 'a'], ['å', 'a'],
         ['é', 'e'], ['è', 'e'], ['ê', 'e'], ['ë', 'e'], ['í', 'i'], ['ì', 'i'], ['î', 'i'], ['ï', 'i'],
         ['ó', 'o'], ['ò', 'o'], ['ô', 'o'], ['õ', 'o'], ['ö', 'o'], ['ø', 'o'], ['ú', 'u'], ['ù', 'u'], ['û', 'u'],
         ['ü', 'u'], ['ñ', 'n'], ['ç', 'c'], ['š', 's'], ['ž', 'z'], ['č', 'c'], ['ć', 'c'], ['ł', 'l'], ['ń', 'n'],
         ['’', ''], ['-', ' '], ['.', '']] | replace(name, pair[0], pair[1])) END AS name
// An unknown government's id is slug-<country>-<name>; its first letters find those like it.
WITH g, level, CASE WHEN g.id STARTS WITH 'slug-' AND size(g.id) >= 13
       THEN [trim(name), '~' + left(replace(substring(g.id, 8), '-', ''), 5)] ELSE [trim(name)] END AS keys
UNWIND keys AS key
WITH level, key, collect(DISTINCT g) AS same
WHERE size(same) > 1
UNWIND same AS g
UNWIND same AS h
WITH DISTINCT g, h, key WHERE g.id < h.id AND (g.inegi IS NULL OR h.inegi IS NULL)
  AND (g.country = h.country OR g.country = 'ZZ' OR h.country = 'ZZ')
  AND ($country = '' OR g.country = $country OR h.country = $country)
  AND (NOT key STARTS WITH '~'
       OR replace(substring(h.id, 8), '-', '') STARTS WITH replace(substring(g.id, 8), '-', '')
       OR replace(substring(g.id, 8), '-', '') STARTS WITH replace(substring(h.id, 8), '-', ''))
WITH DISTINCT g, h
// Haversine on the mean radius of the Earth, 6371.0088 km.
WITH g, h, radians(g.lat) AS lat, radians(h.lat) AS other_lat,
     sin(radians(h.lat - g.lat) / 2) AS north, sin(radians(h.lon - g.lon) / 2) AS east
WITH g, h, sqrt(north * north + cos(lat) * cos(other_lat) * east * east) AS chord
WITH g, h, round(2 * 6371.0088 * asin(CASE WHEN chord > 1 THEN 1.0 ELSE chord END) * 10) / 10 AS km
WHERE km IS NULL OR km <= $km
WITH g, h, km ORDER BY coalesce(km, -1.0), g.id, h.id LIMIT $limit
OPTIONAL MATCH (g)-[:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
WITH g, h, km, count(a.id) AS agreements
OPTIONAL MATCH (h)-[:SIGNED]->(b:Agreement) WHERE b.status <> 'withdrawn'
WITH g, h, km, agreements, count(b.id) AS other_agreements
RETURN g.id AS id, g.name AS name, g.level AS level, agreements, h.id AS other_id, h.name AS other_name,
       h.level AS other_level, other_agreements,
       CASE WHEN g.country = 'ZZ' THEN h.country ELSE g.country END AS country, km
ORDER BY coalesce(km, -1.0), id, other_id
