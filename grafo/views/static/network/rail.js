// Left of the network: filters, and what colours, shapes and lines mean.
function showRail() {
  $("rail").replaceChildren(filters(), communities(), shapes(), lines());
}

const section = (key, ...children) => make("section", {}, make("h2", {}, say(key)), ...children);

function filters() {
  return section("filters", kindFilter(), yearFilter(),
    make("label", { class: "check" }, onlyAloneBox(), say("onlyAlone")));
}

function kindFilter() {
  const choice = make("select", { id: "kind" }, make("option", { value: "" }, say("everyKind")),
    ...facts.kinds.map((kind, at) => make("option", { value: at }, worded("kind", kind))));
  choice.value = state.kind ?? "";
  choice.addEventListener("change", () => {
    state.kind = choice.value === "" ? null : Number(choice.value);
    show({ filter: true });
  });
  return make("label", {}, say("kind"), choice);
}

function yearFilter() {
  if (firstYear === null) return make("p", { class: "muted" }, say("noDates"));
  const shown = make("span", {}, say("since", state.from));
  const slider = make("input", { type: "range", id: "from", min: firstYear, max: lastYear, value: state.from });
  slider.addEventListener("input", () => { shown.textContent = say("since", slider.value); });
  slider.addEventListener("change", () => {
    state.from = Number(slider.value);
    show({ filter: true });
  });
  const undated = dated.length < years.length;
  return make("div", {}, make("label", {}, shown, slider),
    undated ? make("p", { class: "muted" }, say("undated")) : null);
}

function onlyAloneBox() {
  const box = make("input", { type: "checkbox", id: "alone" });
  box.checked = state.onlyAlone;
  box.addEventListener("change", () => {
    state.onlyAlone = box.checked;
    show({ filter: true });
  });
  return box;
}

function communities() {
  const own = facts.communities.size.map((size, community) => ({ community, size }))
    .filter(({ community }) => facts.communities.color[community] >= 0);
  const rest = nodes.filter(({ id }) => !alone(id) && colourOf(id) < 0).length;
  const without = nodes.filter(({ id }) => alone(id)).length;
  const entries = own.map(({ community, size }) =>
    entry(community, named(facts.communities, community), size));
  if (rest) entries.push(entry(-1, say("others"), rest));
  if (without) {
    entries.push(make("span", { class: "entry" }, swatch("dot", inks.muted, true),
      make("span", {}, say("unconnected")), make("span", { class: "muted" }, number(without))));
  }
  const { total, min_population: people } = facts.unconnected;
  return section("communities",
    own.length ? make("p", { class: "muted" }, say("communitiesAbout")) : null,
    make("ul", { class: "legend" }, ...entries.map((each) => make("li", {}, each))),
    total ? make("p", { class: "muted" }, say("unconnectedAbout", number(total), number(people))) : null);
}

function entry(community, label, size) {
  return make("button", {
    type: "button", class: "entry", "aria-pressed": String(state.community === community),
    title: label, // the whole of it, where two lines are too few
    onclick: () => choose(community),
  }, swatch("dot", communityInk(community)), make("span", {}, label),
    make("span", { class: "muted" }, number(size)));
}

/** Each shape, with the levels of the data that have it. */
function shapes() {
  const levels = new Map();
  facts.levels.forEach((level, at) => {
    const shape = facts.shapes[at];
    levels.set(shape, [...(levels.get(shape) ?? []), worded("level", level)]);
  });
  return section("shapes", make("ul", { class: "legend" }, ...[...levels].map(([shape, words]) =>
    make("li", {}, make("span", { class: "entry" }, swatch(shape, inks.muted), make("span", {}, words.join(", ")))))));
}

/** Each kind with its line, and what width says. */
function lines() {
  const order = Object.keys(facts.words.kind);
  const used = facts.kinds.map((kind) => ({
    dash: facts.dashes[(order.includes(kind) ? order.indexOf(kind) : order.length) % facts.dashes.length],
    label: worded("kind", kind),
  })).sort((a, b) => facts.dashes.indexOf(a.dash) - facts.dashes.indexOf(b.dash));
  const several = edges.some((edge) => new Set(edge.agreements.map((a) => facts.agreements.kind[a])).size > 1);
  if (several) used.push({ dash: [], label: say("mixed") });
  const widest = Math.min(3, edges.reduce((most, edge) => Math.max(most, edge.agreements.length), 1));
  const rows = [
    ...used.map(({ dash, label }) => [stroke(2, dash, inks.muted), label]),
    ...(widest > 1 ? Array.from({ length: widest }, (_, at) =>
      [stroke(1.5 * (at + 1), [], inks.muted), say("agreements", at + 1)]) : []),
  ];
  return section("lines",
    make("ul", { class: "legend" }, ...rows.map(([line, label]) =>
      make("li", {}, make("span", { class: "entry" }, line, make("span", {}, label))))),
    make("p", { class: "muted" }, say("linesAbout")));
}
