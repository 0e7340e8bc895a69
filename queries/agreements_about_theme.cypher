// name: agreements_about_theme
// title: {es: "¿Qué acuerdos tratan de un tema?", en: "Which agreements are about a theme?"}
// note: {es: "Con los de sus subtemas.", en: "With those of its narrower themes."}
// params:
//   theme: {type: theme, required: true, about: {es: "clave o nombre del tema", en: "key or name of the theme"}}
//   home: {type: country, default: MX, optional: true, about: {es: "sólo acuerdos con alguna parte en este país (nombre o código ISO); vacío, todos", en: "only agreements with some party in this country (name or ISO code); empty for all"}}
//   limit: {type: integer, default: 100, min: 1, max: 5000, about: {es: "cuántos renglones", en: "how many rows"}}
// columns:
//   id: {es: acuerdo, en: agreement}
//   kind: {es: tipo, en: kind}
//   parties: {es: partes, en: parties}
//   signed: {es: "firma; vacía si no se conoce", en: "signature; empty when unknown"}
//   status: {es: estado, en: status}
//   title: {es: título, en: title}
//   themes: {es: "por qué temas, de éste o de sus subtemas", en: "through which themes, this or its narrower ones"}
//   basis: {es: "de dónde se sabe: column, lo dice la fuente; keyword, se dedujo del título", en: "how it is known: column, the source says so; keyword, inferred from the title"}
MATCH (t:Theme {id: $theme})<-[:BROADER*0..3]-(own:Theme)<-[r:ABOUT]-(a:Agreement)<-[:SIGNED]-(g:Government)
WHERE a.status <> 'withdrawn' AND ($home = '' OR g.country = $home)
WITH a, own.id AS theme, min(r.basis) AS basis ORDER BY theme
WITH a, collect(theme) AS themes, min(basis) AS basis
ORDER BY coalesce(a.signed, '') DESC, a.id LIMIT $limit
MATCH (a)<-[:SIGNED]-(p:Government)
WITH a, themes, basis, p ORDER BY CASE WHEN p.country = $home THEN 0 ELSE 1 END, p.id
WITH a, themes, basis, collect(p.name + ' (' + p.country + ')') AS parties
RETURN a.id AS id, a.kind AS kind, parties, a.signed AS signed, a.status AS status,
       a.title AS title, themes, basis
ORDER BY coalesce(signed, '') DESC, id
