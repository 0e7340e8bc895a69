// name: representations_with_agreements
// title: {es: "¿Qué representaciones tienen acuerdos en su país o cerca?", en: "Which representations have agreements in their country or nearby?"}
// note: {es: "Su país: el de la sede y aquellos ante los que está acreditada; la circunscripción de un consulado no está en los datos, por eso la distancia. Sólo representaciones en funciones.", en: "Its country: that of its seat and those it is accredited to; the district of a consulate is not in the data, hence the distance. Active representations only."}
// params:
//   country: {type: country, default: MX, about: {es: "país representado (nombre o código ISO)", en: "country represented (name or ISO code)"}}
//   km: {type: float, default: 300, min: 0, max: 20100, about: {es: "cerca es a cuando mucho tantos km, en línea de círculo máximo", en: "nearby is at most this many km away, by great circle"}}
//   limit: {type: integer, default: 200, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: representación, en: representation}
//   type: {es: tipo, en: type}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   city: {es: ciudad, en: city}
//   country: {es: país, en: country}
//   agreements: {es: acuerdos con contrapartes de su país, en: agreements with counterparts of its country}
//   counterparts: {es: esas contrapartes, en: those counterparts}
//   agreements_near: {es: "acuerdos con contrapartes cercanas; vacío si no se sabe dónde está", en: "agreements with counterparts nearby; empty when its place is unknown"}
//   counterparts_near: {es: contrapartes cercanas, en: counterparts nearby}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $country AND p.country <> $country AND a.status <> 'withdrawn'
WITH p, collect(DISTINCT a.id) AS ids
WITH collect({id: p.id, country: p.country, lat: radians(p.lat), lon: radians(p.lon), agreements: ids}) AS counterparts
MATCH (r:Representation)-[:REPRESENTS]->(:Country {id: $country})
WHERE r.status = 'active' AND r.retired_at IS NULL
OPTIONAL MATCH (r)-[:IN_COUNTRY|ACCREDITED_TO]->(c:Country)
WITH counterparts, r.id AS post, radians(r.lat) AS lat, radians(r.lon) AS lon, collect(DISTINCT c.id) AS served
UNWIND counterparts AS p
// Haversine on the mean radius of the Earth, 6371.0088 km.
WITH post, lat, p, p.country IN served AS in_country, sin((p.lat - lat) / 2) AS north, sin((p.lon - lon) / 2) AS east
WITH post, p, in_country, sqrt(north * north + cos(p.lat) * cos(lat) * east * east) AS chord
WITH post, p, in_country,
     coalesce(2 * 6371.0088 * asin(CASE WHEN chord > 1 THEN 1.0 ELSE chord END) <= $km, false) AS near
WHERE in_country OR near
WITH post, p.id AS counterpart, p.agreements AS agreements, in_country, near
UNWIND agreements AS id
WITH post, count(DISTINCT CASE WHEN in_country THEN id END) AS agreements,
     count(DISTINCT CASE WHEN in_country THEN counterpart END) AS counterparts,
     count(DISTINCT CASE WHEN near THEN id END) AS agreements_near,
     count(DISTINCT CASE WHEN near THEN counterpart END) AS counterparts_near
MATCH (r:Representation {id: post})
OPTIONAL MATCH (r)-[:IN_COUNTRY]->(seat:Country)
RETURN r.id AS id, r.type AS type, r.name_es AS name_es, r.name_en AS name_en, r.city AS city,
       seat.id AS country, agreements, counterparts,
       CASE WHEN r.lat IS NOT NULL THEN agreements_near END AS agreements_near,
       CASE WHEN r.lat IS NOT NULL THEN counterparts_near END AS counterparts_near
ORDER BY coalesce(agreements_near, 0) DESC, agreements DESC, id LIMIT $limit
