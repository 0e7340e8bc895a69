// name: counterparts_without_representation
// title: {es: "¿Qué contrapartes no tienen cerca una representación?", en: "Which counterparts have no representation nearby?"}
// note: {es: "Sólo contrapartes cuyo lugar se conoce y representaciones en funciones. Sin distancia: el grafo no tiene ninguna representación de ese país.", en: "Only counterparts whose place is known, and active representations. No distance: the graph has no representation of that country."}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado y de las representaciones (nombre o código ISO)", en: "country on this side and of the representations (name or ISO code)"}}
//   km: {type: float, default: 500, min: 0, max: 20100, about: {es: "cerca es a cuando mucho tantos km, en línea de círculo máximo", en: "nearby is at most this many km away, by great circle"}}
//   limit: {type: integer, default: 50, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: contraparte, en: counterpart}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   agreements: {es: acuerdos, en: agreements}
//   nearest_es: {es: representación más cercana, en: "nearest representation, in Spanish"}
//   nearest_en: {es: "representación más cercana, en inglés", en: nearest representation}
//   km: {es: a cuántos km, en: km away}
//   in_country: {es: representaciones en su país, en: representations in its country}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country <> $home AND a.status <> 'withdrawn'
  AND p.lat IS NOT NULL AND p.lon IS NOT NULL
WITH p, count(DISTINCT a.id) AS agreements
OPTIONAL MATCH (p)-[n:NEAREST]->(r:Representation)-[:REPRESENTS]->(:Country {id: $home})
WITH p, agreements, r, n.km AS km
WHERE km IS NULL OR km > $km
WITH p, agreements, r, km ORDER BY agreements DESC, coalesce(km, 99999.0) DESC, p.id LIMIT $limit
OPTIONAL MATCH (:Country {id: $home})<-[:REPRESENTS]-(x:Representation)-[:IN_COUNTRY]->(:Country {id: p.country})
WHERE x.status = 'active' AND x.type <> 'permanent-mission' AND x.retired_at IS NULL
WITH p, agreements, r, km, count(DISTINCT x.id) AS in_country
RETURN p.id AS id, p.name AS name, p.level AS level, p.country AS country, agreements,
       r.name_es AS nearest_es, r.name_en AS nearest_en, km, in_country
ORDER BY agreements DESC, coalesce(km, 99999.0) DESC, id
