// name: hubs_by_kind
// title: {es: "¿Quién concentra los vínculos de un tipo de acuerdo?", en: "Who are the hubs of one kind of agreement?"}
// params:
//   kind: {type: text, default: twinning, values: [twinning, specific-cooperation, other], about: {es: "tipo de acuerdo", en: "kind of agreement"}}
//   country: {type: country, default: "", about: {es: "sólo gobiernos de este país (nombre o código ISO); vacío, todos", en: "only governments of this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 1000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: gobierno, en: government}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   partners: {es: contrapartes distintas por ese tipo de acuerdo, en: distinct counterparts through that kind of agreement}
//   agreements: {es: acuerdos de ese tipo, en: agreements of that kind}
MATCH (g:Government)-[s:SIGNED]->(a:Agreement)<-[t:SIGNED]-(p:Government)
WHERE a.kind = $kind AND a.status <> 'withdrawn' AND ($country = '' OR g.country = $country)
  AND g.id <> p.id AND (s.role <> t.role OR s.role = 'party')
WITH g, count(DISTINCT p.id) AS partners, count(DISTINCT a.id) AS agreements
RETURN g.id AS id, g.name AS name, g.level AS level, g.country AS country, partners, agreements
ORDER BY partners DESC, agreements DESC, id LIMIT $limit
