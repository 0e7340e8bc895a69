// name: completeness_of_agreements
// title: {es: "¿Qué tan completos son los datos de los acuerdos?", en: "How complete are the data on agreements?"}
// params:
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   source: {type: text, default: "", about: {es: "sólo acuerdos que da esta fuente (su clave, como en la pregunta sources); vacío, todos", en: "only agreements that this source gives (its key, as in the question sources); empty for all"}}
// columns:
//   id: {es: dato, en: datum}
//   name_es: {es: qué es, en: "what it is, in Spanish"}
//   name_en: {es: "qué es, en inglés", en: what it is}
//   agreements: {es: acuerdos que lo tienen, en: agreements that have it}
//   total: {es: de todos los acuerdos, en: of all agreements}
//   share: {es: parte, en: share}
// denominator: {es: "Los acuerdos no retirados con alguna parte en el país de este lado; con una fuente, los que ella da hoy.", en: "The agreements not withdrawn with some party in the country on this side; with a source, those it gives today."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)-[r:REPORTED_IN]->(s:Source)
WHERE ($home = '' OR h.country = $home) AND a.status <> 'withdrawn' AND r.retired_at IS NULL
  AND ($source = '' OR s.id = $source)
WITH DISTINCT a
OPTIONAL MATCH (a)-[:ABOUT]->(t:Theme)
WITH a, count(t.id) AS themes
OPTIONAL MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, themes, count(p.id) AS parties, count(p.lat) AS placed
WITH count(a.id) AS total, count(a.signed) AS signed,
     sum(CASE WHEN size(a.signed) = 10 THEN 1 ELSE 0 END) AS day,
     sum(CASE WHEN themes > 0 THEN 1 ELSE 0 END) AS themed, count(a.title) AS titled,
     count(a.register_number) AS numbered, sum(CASE WHEN a.status <> 'unknown' THEN 1 ELSE 0 END) AS known,
     sum(CASE WHEN a.ends IS NOT NULL OR a.validity IS NOT NULL THEN 1 ELSE 0 END) AS valid,
     sum(CASE WHEN placed = parties THEN 1 ELSE 0 END) AS placed
WHERE total > 0
UNWIND [{at: 1, id: 'signed', es: 'fecha de firma', en: 'date of signature', n: signed},
        {at: 2, id: 'signed-day', es: 'fecha de firma con día', en: 'date of signature with its day', n: day},
        {at: 3, id: 'status', es: 'estado', en: 'status', n: known},
        {at: 4, id: 'validity', es: 'vigencia', en: 'validity', n: valid},
        {at: 5, id: 'theme', es: 'algún tema', en: 'some theme', n: themed},
        {at: 6, id: 'title', es: 'título', en: 'title', n: titled},
        {at: 7, id: 'register-number', es: 'número de registro', en: 'register number', n: numbered},
        {at: 8, id: 'places', es: 'lugar de todas las partes', en: 'place of all parties', n: placed}] AS row
RETURN row.id AS id, row.es AS name_es, row.en AS name_en, row.n AS agreements, total,
       round(1.0 * row.n / total * 10000) / 10000 AS share
ORDER BY row.at
