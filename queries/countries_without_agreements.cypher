// name: countries_without_agreements
// title: {es: "¿Con qué países no hay acuerdos?", en: "With which countries are there no agreements?"}
// note: {es: "Primero los que tienen una representación en funciones del país de este lado; incluye territorios con código ISO propio.", en: "Those with an active representation of the country on this side come first; territories with an ISO code of their own are included."}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   region: {type: text, default: "", values: ["", "002", "009", "019", "142", "150"], about: {es: "sólo esta región M49: 002 África, 009 Oceanía, 019 América, 142 Asia, 150 Europa; vacío, todas", en: "only this M49 region: 002 Africa, 009 Oceania, 019 Americas, 142 Asia, 150 Europe; empty for all"}}
//   limit: {type: integer, default: 50, min: 1, max: 300, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: país, en: country}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   subregion_es: {es: subregión, en: "subregion, in Spanish"}
//   subregion_en: {es: "subregión, en inglés", en: subregion}
//   subregion_agreements: {es: acuerdos con otros países de su subregión, en: agreements with other countries of its subregion}
//   representations: {es: representaciones en funciones ahí, en: active representations there}
//   accredited: {es: representaciones acreditadas desde otro país, en: representations accredited from another country}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country <> $home AND a.status <> 'withdrawn'
OPTIONAL MATCH (there:Country {id: p.country})
WITH there.subregion AS subregion, collect(DISTINCT there.id) AS countries, count(DISTINCT a.id) AS agreements
WITH collect({subregion: subregion, countries: countries, agreements: agreements}) AS found
WITH found, reduce(all = [], x IN found | all + x.countries) AS linked
MATCH (c:Country)
WHERE c.id <> $home AND NOT c.id IN linked AND ($region = '' OR c.region = $region)
WITH c, coalesce(head([x IN found WHERE x.subregion = c.subregion | x.agreements]), 0) AS subregion_agreements
OPTIONAL MATCH (c)<-[:IN_COUNTRY]-(r:Representation)-[:REPRESENTS]->(:Country {id: $home})
WHERE r.status = 'active' AND r.retired_at IS NULL
WITH c, subregion_agreements, count(DISTINCT r.id) AS representations
OPTIONAL MATCH (c)<-[:ACCREDITED_TO]-(r:Representation)-[:REPRESENTS]->(:Country {id: $home})
WHERE r.status = 'active' AND r.retired_at IS NULL
OPTIONAL MATCH (r)-[:IN_COUNTRY]->(seat:Country)
WITH c, subregion_agreements, representations,
     count(DISTINCT CASE WHEN seat.id <> c.id THEN r.id END) AS accredited
RETURN c.id AS id, c.name_es AS name_es, c.name_en AS name_en, c.subregion_es AS subregion_es,
       c.subregion_en AS subregion_en, subregion_agreements, representations, accredited
ORDER BY representations DESC, accredited DESC, subregion_agreements DESC, id LIMIT $limit
