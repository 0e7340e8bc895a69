// name: bridging_governments
// title: {es: "¿Qué gobiernos son el único puente de su país con otros?", en: "Which governments are their country's only bridge to others?"}
// note: {es: "Puente, aquí: si ese gobierno faltara, ningún otro de su país tendría contraparte en esos países. Sólo cuentan contrapartes en el extranjero, de país conocido. La intermediación en toda la red la da `grafo analyze hubs`.", en: "A bridge, here: without that government no other of its country would have a counterpart in those countries. Only counterparts abroad, of a known country, count. Betweenness in the whole network is in `grafo analyze hubs`."}
// params:
//   country: {type: country, default: "", about: {es: "sólo gobiernos de este país (nombre o código ISO); vacío, todos", en: "only governments of this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 20, min: 1, max: 1000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: gobierno, en: government}
//   name: {es: nombre, en: name}
//   country: {es: país, en: country}
//   partners: {es: contrapartes en el extranjero, en: counterparts abroad}
//   countries: {es: en cuántos países, en: in how many countries}
//   subregions: {es: en cuántas subregiones del mundo, en: in how many subregions of the world}
//   only_countries: {es: países que sólo él une con el suyo, en: countries that it alone joins to its own}
//   only_with_es: {es: cuáles, en: "which, in Spanish"}
//   only_with_en: {es: "cuáles, en inglés", en: which}
//   only_partners: {es: contrapartes que nadie más de su país tiene, en: counterparts that no one else of its country has}
//   sole_partners: {es: contrapartes que no tienen otra en todo el grafo, en: counterparts with no other in the whole graph}
MATCH (g:Government)-[:COOPERATES_WITH]-(p:Government)
WHERE g.country <> p.country AND p.country <> 'ZZ' AND ($country = '' OR g.country = $country)
WITH g.country AS home, p.country AS there, g.id AS id, count(p.id) AS partners
WITH home, there, collect({id: id, partners: partners}) AS joined, count(id) AS joiners
OPTIONAL MATCH (c:Country {id: there})
WITH there, joined, joiners, c ORDER BY there
UNWIND joined AS one
WITH one.id AS id, sum(one.partners) AS partners, count(there) AS countries,
     count(DISTINCT c.subregion) AS subregions,
     sum(CASE WHEN joiners = 1 THEN 1 ELSE 0 END) AS only_countries,
     collect(CASE WHEN joiners = 1 THEN c.name_es END) AS only_with_es,
     collect(CASE WHEN joiners = 1 THEN c.name_en END) AS only_with_en
ORDER BY only_countries DESC, subregions DESC, countries DESC, partners DESC, id LIMIT $limit
MATCH (g:Government {id: id})-[:COOPERATES_WITH]-(p:Government)
WHERE p.country <> g.country AND p.country <> 'ZZ'
OPTIONAL MATCH (p)-[:COOPERATES_WITH]-(h:Government) WHERE h.id <> g.id
WITH g, partners, countries, subregions, only_countries, only_with_es, only_with_en, p,
     count(h.id) AS others, sum(CASE WHEN h.country = g.country THEN 1 ELSE 0 END) AS compatriots
WITH g, partners, countries, subregions, only_countries, only_with_es, only_with_en,
     sum(CASE WHEN compatriots = 0 THEN 1 ELSE 0 END) AS only_partners,
     sum(CASE WHEN others = 0 THEN 1 ELSE 0 END) AS sole_partners
RETURN g.id AS id, g.name AS name, g.country AS country, partners, countries, subregions,
       only_countries, only_with_es, only_with_en, only_partners, sole_partners
ORDER BY only_countries DESC, subregions DESC, countries DESC, partners DESC, id
