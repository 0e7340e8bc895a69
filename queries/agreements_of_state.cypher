// name: agreements_of_state
// title: {es: "¿Qué acuerdos tienen un estado de México y sus municipios?", en: "Which agreements have a state of Mexico and its municipalities?"}
// params:
//   state: {type: government, level: state, required: true, about: {es: "clave o nombre del estado", en: "id or name of the state"}}
//   scope: {type: text, default: territory, values: [territory, government, municipalities], about: {es: "territory: el estado y sus municipios; government: sólo el gobierno del estado; municipalities: sólo sus municipios o alcaldías", en: "territory: the state and its municipalities; government: the state government only; municipalities: its municipalities or boroughs only"}}
//   kind: {type: text, default: "", values: ["", twinning, specific-cooperation, other], about: {es: "sólo este tipo de acuerdo; vacío, todos", en: "only this kind of agreement; empty for all"}}
//   limit: {type: integer, default: 200, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   kind: {es: tipo, en: kind}
//   signed_by: {es: quién del estado lo firma, en: who of the state signed it}
//   counterparts: {es: las demás partes, en: the other parties}
//   signed: {es: "firma; vacía si no se conoce", en: "signature; empty when unknown"}
//   ends: {es: fin de vigencia, en: end of validity}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
MATCH (:Government {id: $state})<-[:PART_OF*0..1]-(g:Government)
WHERE $scope = 'territory' OR ($scope = 'government' AND g.id = $state)
  OR ($scope = 'municipalities' AND g.id <> $state)
WITH DISTINCT g
MATCH (g)-[:SIGNED]->(a:Agreement)
WHERE a.status <> 'withdrawn' AND ($kind = '' OR a.kind = $kind)
WITH a, g ORDER BY g.id
WITH a, collect(g.id) AS ids, collect(g.name) AS signed_by
ORDER BY coalesce(a.signed, '') DESC, a.id LIMIT $limit
OPTIONAL MATCH (a)<-[:SIGNED]-(p:Government) WHERE NOT p.id IN ids
WITH a, signed_by, p ORDER BY p.id
WITH a, signed_by, collect(p.name + ' (' + p.country + ')') AS counterparts
RETURN a.id AS id, a.kind AS kind, signed_by, counterparts, a.signed AS signed, a.ends AS ends,
       a.status AS status, a.title AS title
ORDER BY coalesce(signed, '') DESC, id
