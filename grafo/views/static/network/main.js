// From a choice to all that shows it.

/** Open a government; `move` brings it and its counterparts into view. */
function open(node, { move = false } = {}) {
  state.node = node;
  state.cursor = null;
  state.community = null;
  show();
  $("side").scrollTop = 0;
  if (move && visible.nodes[node]) bring(chosenNodes());
  announce(`${nameOf(node)}, ${placeOf(node)}. ${$("counter").textContent}`);
}

function choose(community) {
  state.community = state.community === community ? null : community;
  state.node = null;
  state.cursor = null;
  show();
  // The legend was made anew; the key stays where it was.
  document.querySelector("#rail [aria-pressed=true]")?.focus();
  announce($("counter").textContent);
}

function clear() {
  const some = state.node !== null || state.community !== null || state.cursor !== null;
  state.node = null;
  state.community = null;
  state.cursor = null;
  show();
  if (some) announce(say("cleared"));
}

function show(changed = {}) {
  if (changed.filter) filter();
  refreshDrawing(changed);
  if (!changed.filter) showRail();
  showCard();
  showCounter();
}

/** How many there are, and how many of them are visible. */
function showCounter() {
  const count = (flags) => flags.filter(Boolean).length;
  // Of what is drawn, so that the number is that of the picture.
  const nodesShown = shownNodes.length;
  const kept = chosenEdges();
  const edgesShown = state.community === null ? shownEdges.length : kept.length;
  const part = (key, shown, all) =>
    (shown === all ? say(key, all) : `${number(shown)} ${say("of")} ${say(key, all)}`);
  const agreements = state.onlyAlone ? 0 : count(visible.agreements);
  const text = kept
    ? `${state.node === null ? named(facts.communities, state.community) || say("others") : nameOf(state.node)}: ${say("inView", say("links", edgesShown))}`
    : [part("governments", nodesShown, nodes.length), part("links", edgesShown, edges.length),
      part("agreements", agreements, facts.agreements.kind.length)].join(" · ");
  $("counter").textContent = text;
}

/** Everything that is said, in the language chosen. */
function translate() {
  document.documentElement.lang = lang;
  $("title").textContent = facts.title[lang];
  document.title = facts.title[lang] + (facts.synthetic ? ` · ${say("synthetic")}` : "");
  $("language").textContent = say("language");
  $("language").lang = lang === "es" ? "en" : "es";
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  $("notices").replaceChildren(...facts.notices.map((notice) => make("li", {}, notice[lang])));
  $("about").hidden = facts.notices.length === 0;
}

function start() {
  readInks();
  filter();
  translate();
  $("empty").hidden = nodes.length > 0;
  startDrawing();
  startSearch();
  startPointer();
  startKeys();
  $("closer").addEventListener("click", () => zoom(1.4));
  $("farther").addEventListener("click", () => zoom(1 / 1.4));
  $("whole").addEventListener("click", () => whole());
  $("language").addEventListener("click", () => {
    lang = lang === "es" ? "en" : "es";
    translate();
    show();
  });
  show();
}

start();
