// name: nearest_representation
// title: {es: "¿Qué representaciones están más cerca de un gobierno?", en: "Which representations are nearest to a government?"}
// note: {es: "En línea de círculo máximo; sólo representaciones en funciones de lugar conocido. Ningún renglón: no se sabe dónde está el gobierno.", en: "By great circle; only active representations whose place is known. No rows: it is not known where the government is."}
// params:
//   government: {type: government, required: true, about: {es: "id o nombre del gobierno", en: "id or name of the government"}}
//   country: {type: country, default: MX, about: {es: "país representado (nombre o código ISO)", en: "country represented (name or ISO code)"}}
//   limit: {type: integer, default: 3, min: 1, max: 1000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: representación, en: representation}
//   type: {es: tipo, en: type}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   city: {es: ciudad, en: city}
//   country: {es: país, en: country}
//   km: {es: a cuántos km, en: km away}
MATCH (g:Government {id: $government})
MATCH (r:Representation)-[:REPRESENTS]->(:Country {id: $country})
WHERE r.status = 'active' AND r.type <> 'permanent-mission' AND r.retired_at IS NULL
  AND r.lat IS NOT NULL AND g.lat IS NOT NULL
// Haversine on the mean radius of the Earth, 6371.0088 km.
WITH r, sin(radians(g.lat - r.lat) / 2) * sin(radians(g.lat - r.lat) / 2)
     + cos(radians(g.lat)) * cos(radians(r.lat))
       * sin(radians(g.lon - r.lon) / 2) * sin(radians(g.lon - r.lon) / 2) AS chord
WITH r, 2 * 6371.0088 * asin(sqrt(CASE WHEN chord > 1 THEN 1.0 ELSE chord END)) AS exact
WITH r, round(exact * 10) / 10 AS km
ORDER BY km, r.id LIMIT $limit
OPTIONAL MATCH (r)-[:IN_COUNTRY]->(seat:Country)
RETURN r.id AS id, r.type AS type, r.name_es AS name_es, r.name_en AS name_en, r.city AS city,
       seat.id AS country, km
ORDER BY km, id
