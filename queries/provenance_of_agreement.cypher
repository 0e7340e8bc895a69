// name: provenance_of_agreement
// title: {es: "¿De dónde viene un acuerdo?", en: "Where does an agreement come from?"}
// params:
//   agreement: {type: text, required: true, about: {es: "id del acuerdo (ag-…)", en: "id of the agreement (ag-…)"}}
// columns:
//   source: {es: fuente, en: source}
//   title_es: {es: título en español, en: title in Spanish}
//   title_en: {es: título en inglés, en: title in English}
//   publisher: {es: quién publica, en: publisher}
//   licence: {es: licencia, en: licence}
//   synthetic: {es: "¿son datos sintéticos?", en: "is it synthetic data?"}
//   file: {es: archivo, en: file}
//   row: {es: renglón, en: row}
//   rows: {es: "todos los renglones, si son varios", en: "all rows, where there are several"}
//   sha256: {es: huella del archivo, en: fingerprint of the file}
//   first_seen: {es: primera carga, en: first load}
//   retired_at: {es: "día en que la fuente dejó de decirlo", en: "day on which the source no longer said it"}
MATCH (a:Agreement {id: $agreement})-[r:REPORTED_IN]->(s:Source)
RETURN s.id AS source, s.title_es AS title_es, s.title_en AS title_en, s.publisher AS publisher,
       s.licence AS licence, s.synthetic AS synthetic, r.file AS file, r.row AS row,
       r.rows AS rows, r.sha256 AS sha256, r.first_seen AS first_seen, r.retired_at AS retired_at
ORDER BY s.precedence, source
