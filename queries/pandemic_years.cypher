// name: pandemic_years
// title: {es: "¿Cómo cambió la firma de acuerdos en la pandemia?", en: "How did the signing of agreements change in the pandemic?"}
// note: {es: "Compara los años dados con otros tantos justo antes, por año de firma. Si los datos terminan antes del último año, los que faltan cuentan como sin firmas: véase agreements_by_year.", en: "Compares the given years with as many just before them, by year of signature. If the data end before the last year, the missing ones count as without signatures: see agreements_by_year."}
// params:
//   by: {type: text, default: theme, values: [theme, kind], about: {es: "por tema o por tipo de acuerdo", en: "by theme or by kind of agreement"}}
//   from: {type: integer, default: 2020, min: 1, max: 9999, about: {es: primer año, en: first year}}
//   to: {type: integer, default: 2022, min: 1, max: 9999, about: {es: último año, en: last year}}
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
// columns:
//   id: {es: "tema o tipo; * es el total y - los que no tienen tema", en: "theme or kind; * is the total and - those without a theme"}
//   name_es: {es: nombre, en: "name, in Spanish"}
//   name_en: {es: "nombre, en inglés", en: name}
//   before: {es: firmados en los años de antes, en: signed in the years before}
//   during: {es: firmados en los años dados, en: signed in the given years}
//   change: {es: diferencia, en: difference}
//   share_before: {es: parte de los de antes, en: share of those before}
//   share_during: {es: parte de los de los años dados, en: share of those in the given years}
// denominator: {es: "Los acuerdos no retirados con fecha de firma en cada uno de los dos periodos; uno con varios temas cuenta en cada uno.", en: "The agreements not withdrawn with a date of signature in each of the two periods; one with several themes counts in each."}
MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE ($home = '' OR h.country = $home) AND a.status <> 'withdrawn' AND a.signed IS NOT NULL
WITH DISTINCT a, toInteger(substring(a.signed, 0, 4)) AS year
WHERE year >= 2 * $from - $to - 1 AND year <= $to
OPTIONAL MATCH (a)-[:ABOUT]->(t:Theme)
WITH a, year, collect(DISTINCT t.id) AS themes
WITH year, ['*'] + CASE WHEN $by = 'kind' THEN [a.kind] WHEN size(themes) = 0 THEN ['-'] ELSE themes END AS groups
UNWIND groups AS id
WITH id, sum(CASE WHEN year < $from THEN 1 ELSE 0 END) AS before,
     sum(CASE WHEN year >= $from THEN 1 ELSE 0 END) AS during
WITH collect({id: id, before: before, during: during}) AS rows,
     max(CASE WHEN id = '*' THEN before END) AS all_before, max(CASE WHEN id = '*' THEN during END) AS all_during
UNWIND rows AS row
OPTIONAL MATCH (t:Theme {id: row.id})
RETURN row.id AS id,
       CASE row.id WHEN '*' THEN '(todos)' WHEN '-' THEN '(sin tema)' WHEN 'twinning' THEN 'hermanamiento'
            WHEN 'specific-cooperation' THEN 'cooperación específica' WHEN 'other' THEN 'otro'
            ELSE t.name_es END AS name_es,
       CASE row.id WHEN '*' THEN '(all)' WHEN '-' THEN '(no theme)' WHEN 'twinning' THEN 'twinning'
            WHEN 'specific-cooperation' THEN 'specific cooperation' WHEN 'other' THEN 'other'
            ELSE t.name_en END AS name_en,
       row.before AS before, row.during AS during, row.during - row.before AS change,
       CASE WHEN all_before > 0 THEN round(1.0 * row.before / all_before * 10000) / 10000 END AS share_before,
       CASE WHEN all_during > 0 THEN round(1.0 * row.during / all_during * 10000) / 10000 END AS share_during
ORDER BY CASE WHEN id = '*' THEN 0 ELSE 1 END, during DESC, before DESC, id
