// The panel: what is known of the government chosen; with none, those with most counterparts.
const HUBS = 10;

function showCard() {
  $("card").replaceChildren(...(state.node === null ? story() : card(state.node)));
}

function story() {
  const hubs = byPartners.filter((node) => !alone(node)).slice(0, HUBS);
  if (!hubs.length) return [];
  return [
    make("h2", {}, say("hubs")),
    make("ol", { class: "hubs" }, ...hubs.map((node) => make("li", {},
      opener(node, make("span", { class: "muted" }, say("partners", edgesOf[node].length)))))),
  ];
}

function card(node) {
  const linked = neighbours(node);
  const about = of(facts.nodes, `words_${lang}`, node);
  const closing = make("button", { type: "button", class: "close", "aria-label": say("close"), onclick: clear }, "×");
  return [
    make("div", { class: "head" }, make("h2", {}, name(nameOf(node))), closing),
    make("p", { class: "muted" }, capital(placeOf(node))),
    about && make("p", {}, capital(about)),
    details(node),
    verdict(node, linked),
    make("ul", { class: "linked" }, ...linked.map((each) => counterpart(node, each))),
  ].filter(Boolean);
}

function details(node) {
  const rows = [];
  const add = (key, value) => value && rows.push(make("dt", {}, say(key)), make("dd", {}, value));
  const parent = facts.nodes.parent[node];
  if (parent >= 0) add("within", opener(parent));
  const people = of(facts.nodes, "population", node);
  if (people !== null) add("population", say("inhabitants", people));
  const community = facts.nodes.community[node];
  if (community >= 0) {
    add("community", make("span", {}, swatch("dot", communityInk(colourOf(node))), " ",
      named(facts.communities, community)));
  }
  return make("dl", {}, ...rows);
}

function verdict(node, linked) {
  if (alone(node)) return make("p", { class: "total" }, say("noAgreement"));
  if (!visible.nodes[node]) return make("p", { class: "total" }, say("hidden"));
  const own = new Set(linked.flatMap(({ edge }) => edges[edge].agreements.filter((a) => visible.agreements[a])));
  const abroad = new Set(linked.map((each) => facts.nodes.country[each.node]));
  return make("p", { class: "total" }, [say("partners", linked.length),
    say("agreements", own.size), say("countries", abroad.size)].join(" · "));
}

function counterpart(node, { edge, node: other }) {
  const agreements = edges[edge].agreements.filter((agreement) => visible.agreements[agreement]);
  return make("li", {},
    opener(other, make("span", { class: "muted" }, placeOf(other))),
    make("ul", { class: "agreements" }, ...agreements.map((agreement) => make("li", {}, ...described(agreement)))));
}

const status = (code) => (code === "unknown" ? say("statusUnknown") : worded("status", code));

/** Kind, status and dates; then the title and the themes. */
function described(agreement) {
  const table = facts.agreements;
  const dates = [["signedOn", "signed"], ["startsOn", "starts"], ["endsOn", "ends"]]
    .filter(([, column]) => of(table, column, agreement) !== null)
    .map(([key, column]) => `${say(key).toLocaleLowerCase(lang)} ${dateOf(of(table, column, agreement))}`);
  const line = [
    capital(worded("kind", facts.kinds[table.kind[agreement]])),
    status(facts.statuses[table.status[agreement]]),
    ...(dates.length ? dates : [say("noDate")]),
  ].join(" · ");
  const title = of(table, "title", agreement);
  const themes = (of(table, "themes", agreement) ?? []).map((theme) => named(facts.themes, theme));
  return [
    make("span", {}, line),
    title !== null ? make("span", { class: "title" }, name(title)) : null,
    themes.length ? make("span", { class: "muted" }, themes.join(", ")) : null,
  ];
}
