// name: triangles
// title: {es: "¿Qué tríos de gobiernos están vinculados todos entre sí?", en: "Which trios of governments are all linked with each other?"}
// note: {es: "Un trío es una base para un acuerdo de tres; una lista donde sólo un lado es local no los tiene.", en: "A trio is ground for an agreement of three; a list in which only one side is local has none."}
// params:
//   country: {type: country, default: "", about: {es: "sólo tríos con alguien de este país (nombre o código ISO); vacío, todos", en: "only trios with someone of this country (name or ISO code); empty for all"}}
//   countries: {type: integer, default: 1, min: 1, max: 3, about: {es: "de al menos tantos países", en: "of at least this many countries"}}
//   limit: {type: integer, default: 50, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   ids: {es: gobiernos, en: governments}
//   names: {es: nombres, en: names}
//   country: {es: países, en: countries}
//   agreements: {es: "acuerdos de cada par, sumados", en: "agreements of each pair, added up"}
MATCH (a:Government)-[ab:COOPERATES_WITH]->(b:Government)-[bc:COOPERATES_WITH]->(c:Government),
      (a)-[ac:COOPERATES_WITH]->(c)
WHERE $country = '' OR a.country = $country OR b.country = $country OR c.country = $country
WITH a, b, c, ab.agreements + bc.agreements + ac.agreements AS agreements,
     CASE WHEN a.country = b.country AND b.country = c.country THEN 1
          WHEN a.country = b.country OR b.country = c.country OR a.country = c.country THEN 2
          ELSE 3 END AS found
WHERE found >= $countries
RETURN [a.id, b.id, c.id] AS ids, [a.name, b.name, c.name] AS names,
       [a.country, b.country, c.country] AS country, agreements
ORDER BY agreements DESC, a.id, b.id, c.id LIMIT $limit
