// The search box: without regard to case or accents, by any of a government's names.
const SHOWN = 8;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
const folded = nodes.map(({ id, label }) =>
  [...new Set([label, of(facts.nodes, "name_es", id), of(facts.nodes, "name_en", id)])]
    .filter((text) => text !== null).map(fold));

let results = [];
let active = -1;

/** Governments by how well they match, then by counterparts. */
function find(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const grade = (own) => {
    const grades = own.map((each) => (each === wanted ? 0 : each.startsWith(wanted) ? 1
      : each.includes(` ${wanted}`) ? 2 : each.includes(wanted) ? 3 : 9));
    return Math.min(...grades);
  };
  return byPartners.map((node) => ({ node, grade: grade(folded[node]) }))
    .filter((each) => each.grade < 9)
    .sort((a, b) => a.grade - b.grade) // stable: counterparts stay in order
    .slice(0, SHOWN).map((each) => each.node);
}

function showResults() {
  const list = $("found");
  list.replaceChildren(...results.map((node, at) =>
    make("li", {
      id: `found-${at}`, role: "option", "aria-selected": String(at === active),
      onpointerdown: (event) => { event.preventDefault(); take(node); },
    }, name(nameOf(node)), make("span", { class: "muted" }, placeOf(node)))));
  const nothing = results.length === 0 && fold($("search").value) !== "";
  if (nothing) list.append(make("li", { class: "muted", role: "option", "aria-disabled": "true" }, say("nothing")));
  list.hidden = !results.length && !nothing;
  $("search").setAttribute("aria-expanded", String(!list.hidden));
  if (active >= 0) $("search").setAttribute("aria-activedescendant", `found-${active}`);
  else $("search").removeAttribute("aria-activedescendant");
}

function closeResults() {
  results = [];
  active = -1;
  $("found").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}

function take(node) {
  $("search").value = nameOf(node);
  closeResults();
  open(node, { move: true });
}

function startSearch() {
  $("search").addEventListener("input", () => {
    results = find($("search").value);
    active = -1;
    showResults();
  });
  $("search").addEventListener("blur", closeResults);
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!results.length) return;
      const step = event.key === "ArrowDown" ? 1 : -1;
      active = (active + step + results.length + (active < 0 && step < 0 ? 1 : 0)) % results.length;
      showResults();
      event.preventDefault();
    } else if (event.key === "Enter") {
      const found = results.length ? results : find($("search").value);
      if (found.length) take(found[Math.max(active, 0)]);
    }
  });
}
