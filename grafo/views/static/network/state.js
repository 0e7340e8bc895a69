// What the reader has chosen, and what is visible for it. Everything else follows from here.
const state = {
  node: null, // the government chosen
  cursor: null, // the one that the arrow keys are at
  community: null, // -1: those of no community that has a colour
  kind: null,
  from: firstYear,
  onlyAlone: false,
};

/** Which agreements, edges and nodes pass the filters. */
const visible = { agreements: [], edges: [], nodes: [] };

function filter() {
  const since = state.from !== firstYear;
  visible.agreements = facts.agreements.kind.map((kind, agreement) =>
    (state.kind === null || kind === state.kind)
    && (!since || (years[agreement] !== null && years[agreement] >= state.from)));
  visible.edges = edges.map((edge) =>
    !state.onlyAlone && edge.agreements.some((agreement) => visible.agreements[agreement]));
  visible.nodes = nodes.map(({ id }) =>
    alone(id) || edgesOf[id].some((edge) => visible.edges[edge]));
}

const filtered = () => state.kind !== null || state.from !== firstYear || state.onlyAlone;
const visibleEdgesOf = (node) => edgesOf[node].filter((edge) => visible.edges[edge]);

/** The counterparts of a node, those with most visible agreements first. */
function neighbours(node) {
  const count = (edge) => edges[edge].agreements.filter((a) => visible.agreements[a]).length;
  return visibleEdgesOf(node)
    .map((edge) => ({ edge, node: across(edge, node), count: count(edge) }))
    .sort((a, b) => b.count - a.count || edgesOf[b.node].length - edgesOf[a.node].length
      || a.node - b.node);
}

/** The edges that stay when something is chosen; null when nothing is. */
function chosenEdges() {
  if (state.node !== null) return visibleEdgesOf(state.node);
  if (state.community === null) return null;
  return edges.filter(({ id, from, to }) => visible.edges[id]
    && colourOf(from) === state.community && colourOf(to) === state.community)
    .map((edge) => edge.id);
}

/** The nodes that stay when something is chosen; null when nothing is. */
function chosenNodes() {
  if (state.node !== null) {
    return [state.node, ...visibleEdgesOf(state.node).map((edge) => across(edge, state.node))];
  }
  if (state.community === null) return null;
  return nodes.map((node) => node.id)
    .filter((id) => visible.nodes[id] && !alone(id) && colourOf(id) === state.community);
}

/** The community whose colour a node has, -1 where that is the colour of the others. */
function colourOf(node) {
  const community = facts.nodes.community[node];
  return community >= 0 && facts.communities.color[community] >= 0 ? community : -1;
}
