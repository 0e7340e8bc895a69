// name: agreements_dormant
// title: {es: "¿Qué acuerdos parecen inactivos?", en: "Which agreements seem dormant?"}
// note: {es: "Inactivo, aquí: firmado hace mucho, sin fin de vigencia, no dado por concluido, y sin otro acuerdo posterior que firmen dos de sus partes. De la actividad real un registro no dice nada: es una lista para preguntar.", en: "Dormant, here: signed long ago, without an end, not given as expired, and with no later agreement signed by two of its parties. A register says nothing of real activity: this is a list to ask about."}
// params:
//   as_of: {type: date, default: "", about: {es: "día desde el que se cuenta hacia atrás (si es parcial, su primer día); vacío, la última firma que hay en el grafo", en: "day to count back from (if partial, its first day); empty for the last signature in the graph"}}
//   years: {type: integer, default: 15, min: 0, max: 500, about: {es: "firmados hace al menos tantos años", en: "signed at least this many years before"}}
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   signed: {es: firma, en: signature}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   status: {es: estado, en: status}
//   undated: {es: acuerdos sin fecha entre dos de sus partes, en: undated agreements between two of its parties}
//   title: {es: título, en: title}
//   as_of: {es: contado desde, en: counted from}
OPTIONAL MATCH (d:Agreement) WHERE d.status <> 'withdrawn'
WITH max(d.signed) AS latest
WITH CASE WHEN $as_of = '' THEN latest ELSE $as_of END AS given WHERE given IS NOT NULL
WITH given + substring('-01-01', size(given) - 4) AS day
WITH day, toInteger(substring(day, 0, 4)) - $years AS year
WITH day, CASE WHEN year < 0 THEN '0000' ELSE right('000' + toString(year), 4) + substring(day, 4) END AS until
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status IN ['in-force', 'unknown'] AND a.ends IS NULL
  AND a.signed IS NOT NULL
WITH DISTINCT day, until, a
WHERE a.signed + substring('-12-31', size(a.signed) - 4) <= until
OPTIONAL MATCH (a)<-[:SIGNED]-(g:Government)-[:SIGNED]->(b:Agreement)<-[:SIGNED]-(p:Government)-[:SIGNED]->(a)
WHERE g.id < p.id AND b.id <> a.id AND b.status <> 'withdrawn'
WITH day, a, count(DISTINCT CASE WHEN b.signed > a.signed THEN b.id END) AS later,
     count(DISTINCT CASE WHEN b.signed IS NULL THEN b.id END) AS undated
WHERE later = 0
WITH day, a, undated ORDER BY a.signed, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH day, a, undated, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH day, a, undated, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.signed AS signed, a.kind AS kind, parties, a.status AS status, undated,
       a.title AS title, day AS as_of
ORDER BY signed, id
