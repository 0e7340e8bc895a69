// name: agreements_by_source
// title: {es: "¿Qué fuentes reportan los acuerdos, y de qué tipo son?", en: "Which sources report the agreements, and of which kind are they?"}
// params:
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
// columns:
//   sources: {es: "fuentes que lo reportan; vacío si ninguna", en: "sources that report it; empty when none does"}
//   kind: {es: tipo, en: kind}
//   agreements: {es: acuerdos, en: agreements}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status <> 'withdrawn'
WITH DISTINCT a
OPTIONAL MATCH (a)-[r:REPORTED_IN]->(s:Source) WHERE r.retired_at IS NULL
WITH DISTINCT a.id AS id, a.kind AS kind, s.id AS source ORDER BY source
WITH id, kind, collect(source) AS sources
WITH sources, kind, count(id) AS agreements,
     reduce(text = '', source IN sources | text + ' ' + source) AS names
RETURN sources, kind, agreements
ORDER BY agreements DESC, kind, names
