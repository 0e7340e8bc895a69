// name: agreements_with_country
// title: {es: "¿Qué acuerdos hay con un país?", en: "Which agreements are there with a country?"}
// params:
//   country: {type: country, required: true, about: {es: "país de la contraparte (nombre o código ISO)", en: "country of the counterpart (name or ISO code)"}}
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   signed: {es: "firma; vacía si no se conoce", en: "signature; empty when unknown"}
//   ends: {es: fin de vigencia, en: end of validity}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country = $country AND a.status <> 'withdrawn'
  AND ($kind = '' OR a.kind = $kind)
WITH DISTINCT a ORDER BY coalesce(a.signed, '') DESC, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH a, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.kind AS kind, parties, a.signed AS signed, a.ends AS ends,
       a.status AS status, a.title AS title
ORDER BY coalesce(signed, '') DESC, id
