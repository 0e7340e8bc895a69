// name: agreements_by_theme
// title: {es: "¿De qué temas tratan los acuerdos?", en: "Which themes are the agreements about?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
// columns:
//   id: {es: "tema; vacío, acuerdos sin tema conocido", en: "theme; empty, agreements of no known theme"}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   agreements: {es: acuerdos, en: agreements}
//   total: {es: de todos los acuerdos, en: of all agreements}
//   share: {es: parte, en: share}
//   with_narrower: {es: "acuerdos, con los de sus subtemas", en: "agreements, with those of its narrower themes"}
//   by_keyword: {es: "acuerdos cuyo tema sólo se dedujo del título", en: "agreements whose theme was only inferred from the title"}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en el país de este lado; uno con varios temas cuenta en cada uno, y las partes suman entonces más de 100 %.", en: "All agreements of that kind, not withdrawn, with some party in the country on this side; one with several themes counts in each, and the shares then add up to more than 100 %."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH collect(DISTINCT a.id) AS ids
WITH ids, size(ids) AS total
UNWIND ids AS agreement
MATCH (a:Agreement {id: agreement})
OPTIONAL MATCH (a)-[r:ABOUT]->(own:Theme)-[:BROADER*0..3]->(t:Theme)
WITH total, agreement, t, own, r.basis AS basis
WITH total, t, count(DISTINCT CASE WHEN t.id IS NULL OR own.id = t.id THEN agreement END) AS agreements,
     count(DISTINCT CASE WHEN own.id = t.id AND basis = 'keyword' THEN agreement END) AS by_keyword,
     count(DISTINCT agreement) AS with_narrower
RETURN t.id AS id, CASE WHEN t.id IS NULL THEN '(sin tema)' ELSE t.name_es END AS name_es,
       CASE WHEN t.id IS NULL THEN '(no theme)' ELSE t.name_en END AS name_en, agreements, total,
       round(1.0 * agreements / total * 10000) / 10000 AS share, with_narrower, by_keyword
ORDER BY agreements DESC, coalesce(id, '')
