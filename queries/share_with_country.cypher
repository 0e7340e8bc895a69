// name: share_with_country
// title: {es: "¿Qué parte de los acuerdos es con un país?", en: "What share of the agreements is with one country?"}
// params:
//   country: {type: country, default: US, about: {es: "país de la contraparte (nombre o código ISO)", en: "country of the counterpart (name or ISO code)"}}
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
// columns:
//   id: {es: país, en: country}
//   name_es: {es: nombre en español, en: name in Spanish}
//   name_en: {es: nombre en inglés, en: name in English}
//   agreements: {es: acuerdos con alguna parte ahí, en: agreements with some party there}
//   total: {es: de todos los acuerdos, en: of all agreements}
//   share: {es: parte, en: share}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en el país de este lado.", en: "All agreements of that kind, not withdrawn, with some party in the country on this side."}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
OPTIONAL MATCH (a)<-[:SIGNED]-(p:Government) WHERE p.country = $country AND p.country <> $home
WITH count(DISTINCT a.id) AS total,
     count(DISTINCT CASE WHEN p.id IS NOT NULL THEN a.id END) AS agreements
OPTIONAL MATCH (c:Country {id: $country})
RETURN $country AS id, c.name_es AS name_es, c.name_en AS name_en, agreements, total,
       CASE WHEN total > 0 THEN round(1.0 * agreements / total * 10000) / 10000 END AS share
