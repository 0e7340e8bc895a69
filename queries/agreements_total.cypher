// name: agreements_total
// title: {es: "¿Cuántos acuerdos hay?", en: "How many agreements are there?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
// columns:
//   agreements: {es: acuerdos no retirados, en: agreements not withdrawn}
//   governments: {es: gobiernos de este lado que los firman, en: governments on this side that signed them}
//   counterparts: {es: contrapartes de otros países, en: counterparts in other countries}
//   countries: {es: países de las contrapartes, en: countries of the counterparts}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
OPTIONAL MATCH (a)<-[:SIGNED]-(p:Government) WHERE p.country <> $home
RETURN count(DISTINCT a.id) AS agreements, count(DISTINCT h.id) AS governments,
       count(DISTINCT p.id) AS counterparts, count(DISTINCT p.country) AS countries
