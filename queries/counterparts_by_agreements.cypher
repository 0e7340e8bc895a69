// name: counterparts_by_agreements
// title: {es: "¿Qué contrapartes en el extranjero tienen más acuerdos con un país?", en: "Which counterparts abroad have most agreements with a country?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   country: {type: country, default: "", about: {es: "sólo contrapartes de este país; vacío, todas", en: "only counterparts of this country; empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: contraparte, en: counterpart}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   agreements: {es: acuerdos con el país de este lado, en: agreements with the country on this side}
//   governments: {es: gobiernos de este lado con que los tiene, en: governments on this side it has them with}
//   since: {es: primera firma conocida, en: first known signature}
//   last: {es: última firma conocida, en: last known signature}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country <> $home AND a.status <> 'withdrawn'
  AND ($country = '' OR p.country = $country)
WITH p, count(DISTINCT a.id) AS agreements, count(DISTINCT h.id) AS governments,
     min(a.signed) AS since, max(a.signed) AS last
RETURN p.id AS id, p.name AS name, p.level AS level, p.country AS country, agreements,
       governments, since, last
ORDER BY agreements DESC, governments DESC, id LIMIT $limit
