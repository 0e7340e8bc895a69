// name: sources
// title: {es: "¿Qué aporta cada fuente, y con qué límites?", en: "What does each source contribute, and with which limits?"}
// columns:
//   source: {es: fuente, en: source}
//   title_es: {es: título en español, en: title in Spanish}
//   title_en: {es: título en inglés, en: title in English}
//   publisher: {es: quién publica, en: publisher}
//   licence: {es: licencia, en: licence}
//   synthetic: {es: "¿son datos sintéticos?", en: "is it synthetic data?"}
//   reports: {es: qué reporta, en: what it reports}
//   nodes: {es: cuántos, en: how many}
//   limits_es: {es: "límites, en español", en: "limits, in Spanish"}
//   limits_en: {es: "límites, en inglés", en: "limits, in English"}
MATCH (n)-[r:REPORTED_IN]->(s:Source) WHERE r.retired_at IS NULL
WITH s, labels(n)[0] AS reports, count(DISTINCT n.id) AS nodes
RETURN s.id AS source, s.title_es AS title_es, s.title_en AS title_en, s.publisher AS publisher,
       s.licence AS licence, s.synthetic AS synthetic, reports, nodes,
       s.limits_es AS limits_es, s.limits_en AS limits_en
ORDER BY source, reports
