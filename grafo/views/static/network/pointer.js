// Pointer and keys on the network. A press that moves is a drag, and a drag never selects.
const SLACK = 5; // pixels that a hand may tremble
const REACH = 9; // pixels around a small node that still hit it

/** The visible node at a place of the page, or null. */
function nodeAt(event) {
  if (place === null) return null;
  const frame = $("network").getBoundingClientRect();
  const x = event.clientX - frame.left;
  const y = event.clientY - frame.top;
  const among = chosenNodes() ?? nodes.map((node) => node.id);
  let found = null;
  let nearest = Infinity;
  for (const node of among) {
    if (!visible.nodes[node]) continue;
    const at = place(node);
    const distance = Math.hypot(at.x - x, at.y - y) - at.reach;
    if (distance < nearest && distance <= Math.max(2, REACH - at.reach)) {
      nearest = distance;
      found = node;
    }
  }
  return found;
}

function startPointer() {
  const stage = $("network");
  let pressed = null;
  stage.addEventListener("pointerdown", (event) => {
    // A second finger makes it a pinch.
    pressed = pressed || event.button !== 0 ? null : { x: event.clientX, y: event.clientY, id: event.pointerId };
    hideTip();
  }, true);
  stage.addEventListener("pointermove", (event) => {
    if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SLACK) pressed.moved = true;
    if (!event.buttons && event.pointerType === "mouse") showTip(event);
  }, true);
  stage.addEventListener("pointerup", (event) => {
    const click = pressed && !pressed.moved && pressed.id === event.pointerId;
    pressed = null;
    if (!click) return;
    const node = nodeAt(event);
    if (node !== null) open(node);
    else if (state.node !== null || state.community !== null) clear();
  }, true);
  stage.addEventListener("pointercancel", () => { pressed = null; }, true);
  stage.addEventListener("pointerleave", hideTip);
  stage.addEventListener("wheel", hideTip, { passive: true });
}

let waiting = null;
function showTip(event) {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    const node = nodeAt(event);
    $("network").classList.toggle("over", node !== null);
    if (node === null) return hideTip();
    const tip = $("tip");
    tip.replaceChildren(make("strong", {}, name(nameOf(node))), make("span", {}, placeOf(node)),
      make("span", {}, alone(node) ? say("unconnected") : say("partners", visibleEdgesOf(node).length)));
    tip.hidden = false;
    const frame = $("stage").getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 6);
    const top = Math.min(event.clientY - frame.top + 14, frame.height - tip.offsetHeight - 6);
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  });
}

function hideTip() {
  cancelAnimationFrame(waiting);
  $("tip").hidden = true;
}

/** Arrows walk the counterparts of the government chosen; with none, all by counterparts. */
function walk(step) {
  const around = state.node === null ? byPartners.filter((node) => visible.nodes[node])
    : neighbours(state.node).map((each) => each.node);
  if (!around.length) return;
  const at = around.indexOf(state.cursor);
  const next = at < 0 ? (step > 0 ? 0 : around.length - 1) : (at + step + around.length) % around.length;
  state.cursor = around[next];
  keepInView(state.cursor);
  network.redraw();
  announce(say("at", `${nameOf(state.cursor)}, ${placeOf(state.cursor)}; ${say("partners", visibleEdgesOf(state.cursor).length)}`,
    number(next + 1), number(around.length)));
}

function keepInView(node) {
  const { clientWidth: width, clientHeight: height } = $("network");
  const { x, y } = place(node);
  if (x < 20 || y < 20 || x > width - 20 || y > height - 20) {
    network.moveTo({ position: { x: nodes[node].x, y: nodes[node].y } });
  }
}

function startKeys() {
  const keys = {
    ArrowRight: () => walk(1), ArrowDown: () => walk(1),
    ArrowLeft: () => walk(-1), ArrowUp: () => walk(-1),
    Enter: () => state.cursor !== null && open(state.cursor, { move: true }),
    "+": () => zoom(1.4), "-": () => zoom(1 / 1.4), 0: () => whole(),
  };
  $("network").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    keys[event.key]();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    $("search").value = "";
    closeResults();
    clear();
  });
}
