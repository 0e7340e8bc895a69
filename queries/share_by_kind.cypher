// name: share_by_kind
// title: {es: "¿Qué parte de los acuerdos es de cada tipo?", en: "What share of the agreements is of each kind?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
// columns:
//   kind: {es: tipo, en: kind}
//   agreements: {es: acuerdos, en: agreements}
//   total: {es: de todos los acuerdos, en: of all agreements}
//   share: {es: parte, en: share}
// denominator: {es: "Todos los acuerdos no retirados con alguna parte en el país de este lado.", en: "All agreements, not withdrawn, with some party in the country on this side."}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn'
WITH DISTINCT a.id AS id, a.kind AS found
WITH collect(found) AS kinds
WITH kinds, size(kinds) AS total
UNWIND ['twinning', 'specific-cooperation', 'other'] AS kind
WITH kind, total, size([k IN kinds WHERE k = kind]) AS agreements
RETURN kind, agreements, total,
       CASE WHEN total > 0 THEN round(1.0 * agreements / total * 10000) / 10000 END AS share
ORDER BY agreements DESC, kind
