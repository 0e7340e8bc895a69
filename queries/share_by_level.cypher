// name: share_by_level
// title: {es: "¿Qué parte de los acuerdos firma cada orden de gobierno?", en: "What share of the agreements does each level of government sign?"}
// note: {es: "Un acuerdo que firman dos órdenes cuenta en ambos; las partes suman entonces más de 100 %.", en: "An agreement signed by two levels counts in both; the shares then add up to more than 100 %."}
// params:
//   home: {type: country, default: MX, about: {es: "país de los gobiernos (nombre o código ISO)", en: "country of the governments (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
// columns:
//   level: {es: orden, en: level}
//   agreements: {es: acuerdos que firma, en: agreements it signed}
//   total: {es: de todos los acuerdos, en: of all agreements}
//   share: {es: parte, en: share}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en el país.", en: "All agreements of that kind, not withdrawn, with some party in the country."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH count(DISTINCT a.id) AS total
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH h.level AS level, total, count(DISTINCT a.id) AS agreements
RETURN level, agreements, total, round(1.0 * agreements / total * 10000) / 10000 AS share
ORDER BY agreements DESC, level
