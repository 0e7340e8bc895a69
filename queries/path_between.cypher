// name: path_between
// title: {es: "¿Por qué gobiernos se llega de uno a otro?", en: "Through which governments does one reach another?"}
// note: {es: "Un camino de los más cortos, de hasta seis pasos; entre varios iguales, el de claves menores. Ningún renglón: no hay camino así de corto.", en: "One of the shortest paths, of up to six steps; of several as short, that with the smaller ids. No rows: there is no path that short."}
// params:
//   one: {type: government, required: true, about: {es: "id o nombre de un gobierno", en: "id or name of one government"}}
//   other: {type: government, required: true, about: {es: "id o nombre del otro", en: "id or name of the other"}}
//   max_steps: {type: integer, default: 4, min: 1, max: 6, about: {es: "cuántos pasos a lo más", en: "how many steps at most"}}
// columns:
//   step: {es: paso, en: step}
//   id: {es: gobierno, en: government}
//   name: {es: nombre, en: name}
//   level: {es: orden, en: level}
//   country: {es: país, en: country}
//   agreements: {es: acuerdos con el anterior, en: agreements with the one before}
//   kind: {es: tipos, en: kinds}
//   since: {es: primera firma conocida, en: first known signature}
MATCH (start:Government {id: $one}), (goal:Government {id: $other})
// Ring by ring around the first government; each keeps the path with the smallest ids. Once the
// other is reached, or there have been enough steps, what follows starts from nothing.
WITH goal.id AS goal, CASE WHEN start.id = goal.id THEN start.id END AS found, [{node: start, path: start.id}] AS ring
UNWIND CASE WHEN found IS NULL THEN ring ELSE [{node: null, path: null}] END AS reached
WITH goal, found, reached.node AS x, reached.path AS path
OPTIONAL MATCH (x)-[:COOPERATES_WITH]-(y:Government)
WITH goal, found, y, min(path + '\n' + y.id) AS path
WITH goal, found, collect({node: y, path: path}) AS ring, min(CASE WHEN y.id = goal THEN path END) AS arrived
WITH goal, coalesce(found, arrived) AS found, ring
UNWIND CASE WHEN found IS NULL AND $max_steps >= 2 THEN ring ELSE [{node: null, path: null}] END AS reached
WITH goal, found, reached.node AS x, reached.path AS path
OPTIONAL MATCH (x)-[:COOPERATES_WITH]-(y:Government)
WITH goal, found, y, min(path + '\n' + y.id) AS path
WITH goal, found, collect({node: y, path: path}) AS ring, min(CASE WHEN y.id = goal THEN path END) AS arrived
WITH goal, coalesce(found, arrived) AS found, ring
UNWIND CASE WHEN found IS NULL AND $max_steps >= 3 THEN ring ELSE [{node: null, path: null}] END AS reached
WITH goal, found, reached.node AS x, reached.path AS path
OPTIONAL MATCH (x)-[:COOPERATES_WITH]-(y:Government)
WITH goal, found, y, min(path + '\n' + y.id) AS path
WITH goal, found, collect({node: y, path: path}) AS ring, min(CASE WHEN y.id = goal THEN path END) AS arrived
WITH goal, coalesce(found, arrived) AS found, ring
UNWIND CASE WHEN found IS NULL AND $max_steps >= 4 THEN ring ELSE [{node: null, path: null}] END AS reached
WITH goal, found, reached.node AS x, reached.path AS path
OPTIONAL MATCH (x)-[:COOPERATES_WITH]-(y:Government)
WITH goal, found, y, min(path + '\n' + y.id) AS path
WITH goal, found, collect({node: y, path: path}) AS ring, min(CASE WHEN y.id = goal THEN path END) AS arrived
WITH goal, coalesce(found, arrived) AS found, ring
UNWIND CASE WHEN found IS NULL AND $max_steps >= 5 THEN ring ELSE [{node: null, path: null}] END AS reached
WITH goal, found, reached.node AS x, reached.path AS path
OPTIONAL MATCH (x)-[:COOPERATES_WITH]-(y:Government)
WITH goal, found, y, min(path + '\n' + y.id) AS path
WITH goal, found, collect({node: y, path: path}) AS ring, min(CASE WHEN y.id = goal THEN path END) AS arrived
WITH goal, coalesce(found, arrived) AS found, ring
UNWIND CASE WHEN found IS NULL AND $max_steps >= 6 THEN ring ELSE [{node: null, path: null}] END AS reached
WITH goal, found, reached.node AS x, reached.path AS path
OPTIONAL MATCH (x)-[:COOPERATES_WITH]-(y:Government)
WITH goal, found, y, min(path + '\n' + y.id) AS path
WITH goal, found, collect({node: y, path: path}) AS ring, min(CASE WHEN y.id = goal THEN path END) AS arrived
WITH goal, coalesce(found, arrived) AS found, ring
WITH split(found, '\n') AS ids
WHERE ids IS NOT NULL
UNWIND range(0, size(ids) - 1) AS step
MATCH (g:Government {id: ids[step]})
OPTIONAL MATCH (g)-[c:COOPERATES_WITH]-(before:Government {id: CASE WHEN step > 0 THEN ids[step - 1] END})
RETURN step, g.id AS id, g.name AS name, g.level AS level, g.country AS country,
       c.agreements AS agreements, c.kinds AS kind, c.since AS since
ORDER BY step
