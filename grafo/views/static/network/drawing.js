// vis-network draws nodes and edges where Python put them; names, bands and the choice are ours.
let network = null;
let shownNodes = null; // views of the data, through the filters
let shownEdges = null;
let place = null; // from the drawing to pixels of the page, as of the last frame
const still = matchMedia("(prefers-reduced-motion: reduce)");

// A border is as wide at any distance: only large nodes can bear one.
const border = (node) => (alone(node.id) ? 1.5 : node.size >= 14 && !facts.many ? 1 : 0);
const decorated = (node) =>
  ({ ...node, label: undefined, color: nodeColor(node.id), borderWidth: border(node) });
const tinted = (edge) => ({
  id: edge.id, from: edge.from, to: edge.to, width: edge.width, dashes: edge.dashes ?? false,
  color: { color: edgeColor(edge), inherit: false },
});

function startDrawing() {
  const all = { nodes: new vis.DataSet(nodes.map(decorated)), edges: new vis.DataSet(edges.map(tinted)) };
  shownNodes = new vis.DataView(all.nodes, { filter: ({ id }) => visible.nodes[id] });
  shownEdges = new vis.DataView(all.edges, { filter: ({ id }) => edgeStays(id) });
  network = new vis.Network($("network"), { nodes: shownNodes, edges: shownEdges }, options);
  network.on("beforeDrawing", drawBands);
  network.on("afterDrawing", drawChoice);
  if (facts.many) mainPart();
  else whole(false);
  dark.addEventListener("change", () => {
    readInks();
    all.nodes.update(nodes.map(({ id }) => ({ id, color: nodeColor(id) })));
    all.edges.update(edges.map((edge) => ({ id: edge.id, color: { color: edgeColor(edge), inherit: false } })));
    show();
  });
}

let staying = null; // the set of edges of the government chosen
const edgeStays = (edge) => visible.edges[edge] && (staying === null || staying.has(edge));

/** Show what passes the filters; with a government chosen, only its own edges. */
function refreshDrawing(changed) {
  if (changed.filter) shownNodes.refresh();
  const before = staying;
  staying = state.node === null ? null : new Set(visibleEdgesOf(state.node));
  if (changed.filter || before !== staying) shownEdges.refresh();
  network.redraw();
}

let headings = []; // where they stand in the drawing

/** The headings of the bands below the main part. */
function drawBands(context) {
  headings = [];
  for (const [band, key] of [[1, "smallBand"], [2, "aloneBand"]]) {
    const members = nodes.filter(({ id }) => facts.nodes.band[id] === band && visible.nodes[id]);
    if (!members.length) continue;
    const top = members.reduce((least, node) => Math.min(least, node.y), Infinity);
    const left = members.reduce((least, node) => Math.min(least, node.x), Infinity);
    const scale = network.getScale();
    const height = Math.min(13 / scale, 85); // there is no more room between two bands
    const text = say(key, number(members.length));
    const bottom = top - 14 - 2 / scale;
    context.font = `600 ${height}px ${FAMILY}`;
    context.fillStyle = inks.muted;
    context.textAlign = "left";
    context.textBaseline = "bottom";
    context.fillText(text, left - 10, bottom);
    headings.push({ left: left - 10, right: left - 10 + context.measureText(text).width, top: bottom - height, bottom });
  }
}

/** Over what vis-network drew: all else pale when something is chosen, then names. */
function drawChoice(context) {
  const scale = network.getScale();
  const { a, e, f } = context.getTransform();
  const ratio = a / scale;
  place = (node) => ({
    x: (nodes[node].x * a + e) / ratio, y: (nodes[node].y * a + f) / ratio, reach: nodes[node].size * scale,
  });
  const { clientWidth: width, clientHeight: height } = $("network");
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const kept = chosenNodes();
  if (kept) {
    context.globalAlpha = 0.84;
    context.fillStyle = inks.paper;
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
    drawEdges(context, chosenEdges(), scale);
    for (const node of kept) drawNode(context, node);
  }
  for (const [node, color] of [[state.node, inks.ink], [state.cursor, inks.accent]]) {
    if (node !== null && visible.nodes[node]) drawRing(context, node, color);
  }
  const first = [state.cursor, state.node].filter((node) => node !== null);
  const wanted = kept ? [...kept].sort((one, other) => rank[one] - rank[other])
    // In the bands, nodes stand so close that names need a nearer look.
    : byPartners.filter((node) => visible.nodes[node]
      && (facts.nodes.band[node] === 0 || nodes[node].size * scale > 8));
  const taken = headings.map(({ left, right, top, bottom }) => ({
    left: (left * a + e) / ratio, right: (right * a + e) / ratio,
    top: (top * a + f) / ratio, bottom: (bottom * a + f) / ratio,
  }));
  writeNames(context, [...new Set([...first, ...wanted])].filter((node) => visible.nodes[node]),
    place, width, height, taken);
  context.restore();
}

const rank = [];
byPartners.forEach((node, at) => { rank[node] = at; });

function drawEdges(context, which, scale) {
  for (const id of which) {
    const one = place(edges[id].from);
    const other = place(edges[id].to);
    context.strokeStyle = mixed(inks.paper, inks.ink, 0.5);
    context.lineWidth = Math.max(1.2, edges[id].width * scale * 1.3);
    context.setLineDash((edges[id].dashes ?? []).map((part) => Math.max(1, part * scale)));
    context.beginPath();
    context.moveTo(one.x, one.y);
    context.lineTo(other.x, other.y);
    context.stroke();
  }
  context.setLineDash([]);
}

/** A node as vis-network draws it, at least large enough to see. */
function drawNode(context, node) {
  const { x, y, reach } = place(node);
  const { background, border } = nodeColor(node);
  outline(context, nodes[node].shape, x, y, Math.max(reach, 3.5));
  context.fillStyle = background;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = border;
  context.stroke();
}

function drawRing(context, node, color) {
  const { x, y, reach } = place(node);
  if (alone(node)) drawNode(context, node);
  context.beginPath();
  context.arc(x, y, Math.max(reach, 3.5) + 4, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = color;
  context.stroke();
}

function outline(context, shape, x, y, reach) {
  context.beginPath();
  if (shape === "dot") context.arc(x, y, reach, 0, 2 * Math.PI);
  else if (shape === "square") context.rect(x - reach, y - reach, 2 * reach, 2 * reach);
  else {
    const corners = shape === "diamond" ? [[0, 1], [1, 0], [0, -1], [-1, 0]]
      : [[0, -1.05], [1.15, 0.94], [-1.15, 0.94]];
    corners.forEach(([dx, dy]) => context.lineTo(x + dx * reach, y + dy * reach));
    context.closePath();
  }
}

const animation = (wanted) => (wanted && !still.matches && !facts.many ? { duration: 350 } : false);

function whole(animated = true) {
  network.fit({ animation: animation(animated), maxZoomLevel: 1.2 });
}

/** So many nodes need all the room: the bands below wait for a wider look. */
function mainPart() {
  const main = nodes.map((node) => node.id).filter((id) => facts.nodes.band[id] === 0);
  network.fit({ nodes: main, animation: false, maxZoomLevel: 1.2 });
}

/** Bring nodes into view: the first in the middle, the others around it. */
function bring(which, animated = true) {
  const [middle] = which;
  const { clientWidth: width, clientHeight: height } = $("network");
  let scale = 0.9;
  for (const node of which) {
    const across = Math.abs(nodes[node].x - nodes[middle].x) + 60;
    const along = Math.abs(nodes[node].y - nodes[middle].y) + 60;
    scale = Math.min(scale, (0.44 * width) / across, (0.46 * height) / along);
  }
  network.moveTo({ position: { x: nodes[middle].x, y: nodes[middle].y }, scale, animation: animation(animated) });
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(8, network.getScale() * factor), animation: animation(true) });
}
