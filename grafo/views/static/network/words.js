// Everything the page says, in both languages; the names of the data come from `facts`.
const plural = (one, many) => (count) => `${number(count)} ${count === 1 ? one : many}`;

const WORDS = {
  es: {
    locale: "es-MX",
    language: "English",
    synthetic: "DATOS SINTÉTICOS",
    search: "Buscar un gobierno",
    found: "Gobiernos encontrados",
    rail: "Filtros y leyenda",
    network: "Red de gobiernos. Flechas: recorrer las contrapartes; Intro: abrir; Esc: limpiar.",
    keys: "Arrastre para mover, rueda para acercar, clic para ver un gobierno. Teclado: flechas recorren las contrapartes, Intro abre, Esc limpia.",
    closer: "Acercar",
    farther: "Alejar",
    whole: "Todo: ver toda la red",
    wholeShort: "Todo",
    empty: "No hay gobiernos que dibujar: todavía no se ha cargado ningún acuerdo.",
    side: "Gobierno elegido",
    about: "Sobre los datos",
    many: "Esta red tiene más de 3,000 gobiernos y aquí se mueve despacio: las líneas desaparecen al arrastrar, y abre en el componente mayor; «Todo» muestra lo demás. Con soltura la muestra el explorador:",
    governments: plural("gobierno", "gobiernos"),
    links: plural("vínculo", "vínculos"),
    agreements: plural("acuerdo", "acuerdos"),
    partners: plural("contraparte", "contrapartes"),
    inhabitants: plural("habitante", "habitantes"),
    of: "de",
    inView: (links) => `${links} a la vista`,
    filters: "Filtros",
    kind: "Tipo de acuerdo",
    everyKind: "todos",
    since: (year) => `Firmados desde ${year}`,
    undated: "Con otro año que el primero no se cuentan los acuerdos sin fecha.",
    noDates: "Ningún acuerdo trae fecha: no se puede filtrar por año.",
    onlyAlone: "Solo sin conexión",
    communities: "Comunidades",
    communitiesAbout: "Gobiernos más ligados entre sí que con los demás. Elija una para verla.",
    others: "otras",
    unconnected: "sin conexión",
    unconnectedAbout: (total, people) => `Sin acuerdo en todo el país: ${total}. Se dibujan los estados y los de ${people} habitantes o más.`,
    shapes: "Formas",
    lines: "Líneas",
    linesAbout: "Más ancha, más acuerdos entre los dos.",
    mixed: "de varios tipos",
    smallBand: (count) => `Grupos aparte · ${count}`,
    aloneBand: (count) => `Sin conexión · ${count}`,
    hubs: "Con más contrapartes",
    close: "Quitar la selección",
    countries: plural("país", "países"),
    within: "Pertenece a",
    population: "Población",
    community: "Comunidad",
    signedOn: "Firmado",
    startsOn: "Desde",
    endsOn: "Hasta",
    noDate: "sin fecha",
    statusUnknown: "vigencia desconocida",
    noAgreement: "Sin ningún acuerdo en estos datos.",
    hidden: "Los filtros ocultan a este gobierno.",
    at: (name, place, count) => `${name} (${place} de ${count})`,
    cleared: "Selección quitada",
    nothing: "Nada con ese nombre",
  },
  en: {
    locale: "en",
    language: "Español",
    synthetic: "SYNTHETIC DATA",
    search: "Search a government",
    found: "Governments found",
    rail: "Filters and legend",
    network: "Network of governments. Arrows: walk the counterparts; Enter: open; Esc: clear.",
    keys: "Drag to move, wheel to zoom, click to see a government. Keyboard: arrows walk the counterparts, Enter opens, Esc clears.",
    closer: "Zoom in",
    farther: "Zoom out",
    whole: "All: see the whole network",
    wholeShort: "All",
    empty: "There are no governments to draw: no agreement has been loaded yet.",
    side: "Government chosen",
    about: "About the data",
    many: "This network has more than 3,000 governments and moves slowly here: lines disappear while you drag, and it opens on the largest component; “All” shows the rest. The explorer shows it with ease:",
    governments: plural("government", "governments"),
    links: plural("link", "links"),
    agreements: plural("agreement", "agreements"),
    partners: plural("counterpart", "counterparts"),
    inhabitants: plural("inhabitant", "inhabitants"),
    of: "of",
    inView: (links) => `${links} in view`,
    filters: "Filters",
    kind: "Kind of agreement",
    everyKind: "all",
    since: (year) => `Signed since ${year}`,
    undated: "With any year but the first, agreements without a date do not count.",
    noDates: "No agreement has a date: there is no filter by year.",
    onlyAlone: "Only without connection",
    communities: "Communities",
    communitiesAbout: "Governments more linked with each other than with the rest. Choose one to see it.",
    others: "others",
    unconnected: "without connection",
    unconnectedAbout: (total, people) => `Without agreement in the whole country: ${total}. Drawn are the states and those with ${people} inhabitants or more.`,
    shapes: "Shapes",
    lines: "Lines",
    linesAbout: "The wider, the more agreements between the two.",
    mixed: "of several kinds",
    smallBand: (count) => `Groups apart · ${count}`,
    aloneBand: (count) => `Without connection · ${count}`,
    hubs: "With most counterparts",
    close: "Clear the selection",
    countries: plural("country", "countries"),
    within: "Part of",
    population: "Population",
    community: "Community",
    signedOn: "Signed",
    startsOn: "From",
    endsOn: "Until",
    noDate: "no date",
    statusUnknown: "status unknown",
    noAgreement: "Without any agreement in these data.",
    hidden: "The filters hide this government.",
    at: (name, place, count) => `${name} (${place} of ${count})`,
    cleared: "Selection cleared",
    nothing: "Nothing of that name",
  },
};

let lang = facts.lang;
const say = (key, ...values) => {
  const words = WORDS[lang][key];
  return typeof words === "function" ? words(...values) : words;
};
const number = (value) => new Intl.NumberFormat(WORDS[lang].locale).format(value);
const named = (table, place) => of(table, lang, place) ?? of(table, "es", place) ?? "";
const worded = (property, value) => facts.words[property]?.[value]?.[lang] ?? value;
const capital = (text) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

const nameOf = (node) => of(facts.nodes, `name_${lang}`, node) ?? nodes[node].label;
const levelOf = (node) => worded("level", facts.levels[facts.nodes.level[node]]);
const countryOf = (node) => named(facts.countries, facts.nodes.country[node]);
const placeOf = (node) => [levelOf(node), countryOf(node)].filter(Boolean).join(", ");

/** An ISO date, as precise as it is. */
function dateOf(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const shown = { year: "numeric", timeZone: "UTC" };
  if (month) shown.month = "long";
  if (day) shown.day = "numeric";
  const date = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(WORDS[lang].locale, shown).format(date);
}
