// name: regions_by_agreements
// title: {es: "¿Con qué regiones del mundo hay acuerdos, y con cuáles no?", en: "With which regions of the world are there agreements, and with which are there none?"}
// params:
//   home: {type: country, default: MX, about: {es: "país de este lado (nombre o código ISO)", en: "country on this side (name or ISO code)"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
// columns:
//   id: {es: subregión (M49), en: subregion (M49)}
//   region_es: {es: región, en: "region, in Spanish"}
//   region_en: {es: "región, en inglés", en: region}
//   subregion_es: {es: subregión, en: "subregion, in Spanish"}
//   subregion_en: {es: "subregión, en inglés", en: subregion}
//   agreements: {es: acuerdos, en: agreements}
//   total: {es: de todos los acuerdos, en: of all agreements}
//   share: {es: parte, en: share}
//   counterparts: {es: contrapartes, en: counterparts}
//   linked: {es: países y territorios con acuerdos, en: countries and territories with agreements}
//   countries: {es: de cuántos países y territorios, en: out of how many countries and territories}
// denominator: {es: "Todos los acuerdos no retirados de ese tipo con alguna parte en el país de este lado; uno con partes en dos subregiones cuenta en ambas.", en: "All agreements of that kind, not withdrawn, with some party in the country on this side; one with parties in two subregions counts in both."}
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)
WHERE h.country = $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH count(DISTINCT a.id) AS total
OPTIONAL MATCH (h:Government)-[:SIGNED]->(a:Agreement)<-[:SIGNED]-(p:Government)
WHERE h.country = $home AND p.country <> $home AND a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH total, p.country AS there, collect(DISTINCT a.id) AS ids, count(DISTINCT p.id) AS counterparts
WITH total, collect({country: there, ids: ids, counterparts: counterparts}) AS found
MATCH (c:Country) WHERE c.subregion IS NOT NULL AND c.id <> $home
WITH total, c, head([x IN found WHERE x.country = c.id]) AS there
WITH total, c.subregion AS id, c.region_es AS region_es, c.region_en AS region_en,
     c.subregion_es AS subregion_es, c.subregion_en AS subregion_en, count(c.id) AS countries,
     count(there.counterparts) AS linked, sum(coalesce(there.counterparts, 0)) AS counterparts,
     collect(coalesce(there.ids, [])) AS lists
// An agreement with several countries of a subregion counts in it once.
UNWIND lists AS ids
UNWIND CASE WHEN size(ids) = 0 THEN [null] ELSE ids END AS agreement
WITH total, id, region_es, region_en, subregion_es, subregion_en, countries, linked, counterparts,
     count(DISTINCT agreement) AS agreements
RETURN id, region_es, region_en, subregion_es, subregion_en, agreements, total,
       CASE WHEN total > 0 THEN round(1.0 * agreements / total * 10000) / 10000 END AS share,
       counterparts, linked, countries
ORDER BY agreements DESC, id
