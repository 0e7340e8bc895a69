// name: representations_without_agreements
// title: {es: "¿Qué representaciones no tienen acuerdos en su país o cerca?", en: "Which representations have no agreements in their country or nearby?"}
// note: {es: "Su país: el de la sede y aquellos ante los que está acreditada. Sólo representaciones en funciones; con scope: distance, sólo las de lugar conocido.", en: "Its country: that of its seat and those it is accredited to. Active representations only; with scope: distance, only those whose place is known."}
// params:
//   country: {type: country, default: MX, about: {es: "país representado (nombre o código ISO)", en: "country represented (name or ISO code)"}}
//   scope: {type: text, default: country, values: [country, distance], about: {es: "country: ninguna contraparte en su país; distance: ninguna cerca", en: "country: no counterpart in its country; distance: none nearby"}}
//   km: {type: float, default: 300, min: 0, max: 20100, about: {es: "cerca es a cuando mucho tantos km, en línea de círculo máximo", en: "nearby is at most this many km away, by great circle"}}
//   limit: {type: integer, default: 200, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: representación, en: representation}
//   type: {es: tipo, en: type}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   city: {es: ciudad, en: city}
//   country: {es: país, en: country}
//   counterparts: {es: contrapartes en su país, en: counterparts in its country}
//   nearest_km: {es: km a la contraparte más cercana, en: km to the nearest counterpart}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $country AND p.country <> $country AND a.status <> 'withdrawn'
WITH DISTINCT p
WITH collect(CASE WHEN p.id IS NOT NULL
             THEN {id: p.id, country: p.country, lat: radians(p.lat), lon: radians(p.lon)} END) AS counterparts
MATCH (r:Representation)-[:REPRESENTS]->(:Country {id: $country})
WHERE r.status = 'active' AND r.retired_at IS NULL
OPTIONAL MATCH (r)-[:IN_COUNTRY|ACCREDITED_TO]->(c:Country)
WITH counterparts, r.id AS post, radians(r.lat) AS lat, radians(r.lon) AS lon, collect(DISTINCT c.id) AS served
UNWIND CASE WHEN size(counterparts) = 0 THEN [null] ELSE counterparts END AS p
// Haversine on the mean radius of the Earth, 6371.0088 km.
WITH post, lat, p, p.country IN served AS in_country, sin((p.lat - lat) / 2) AS north, sin((p.lon - lon) / 2) AS east
WITH post, lat, p.id AS counterpart, in_country, sqrt(north * north + cos(p.lat) * cos(lat) * east * east) AS chord
WITH post, lat IS NOT NULL AS placed, count(DISTINCT CASE WHEN in_country THEN counterpart END) AS counterparts,
     min(2 * 6371.0088 * asin(CASE WHEN chord > 1 THEN 1.0 ELSE chord END)) AS closest
WHERE ($scope = 'country' AND counterparts = 0)
  OR ($scope = 'distance' AND placed AND (closest IS NULL OR closest > $km))
MATCH (r:Representation {id: post})
OPTIONAL MATCH (r)-[:IN_COUNTRY]->(seat:Country)
RETURN r.id AS id, r.type AS type, r.name_es AS name_es, r.name_en AS name_en, r.city AS city,
       seat.id AS country, counterparts, toInteger(round(closest)) AS nearest_km
ORDER BY type, id LIMIT $limit
