// What Python put into the page, and who is linked with whom in it.
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const nodes = read("nodes");
const edges = read("edges");
const options = read("options");
const facts = read("facts");

/** A column that holds nothing was left out. */
const of = (table, column, place) => table[column]?.[place] ?? null;

/** The edges of each node. */
const edgesOf = nodes.map(() => []);
for (const edge of edges) {
  edgesOf[edge.from].push(edge.id);
  edgesOf[edge.to].push(edge.id);
}

const across = (edge, node) => (edges[edge].from === node ? edges[edge].to : edges[edge].from);
const alone = (node) => edgesOf[node].length === 0;

/** Nodes from the one with most counterparts to the one with fewest. */
const byPartners = nodes
  .map((node) => node.id)
  .sort((a, b) => edgesOf[b].length - edgesOf[a].length
    || facts.nodes.agreements[b] - facts.nodes.agreements[a] || a - b);

const yearOf = (agreement) => {
  const signed = of(facts.agreements, "signed", agreement);
  return signed === null ? null : Number(signed.slice(0, 4));
};
const years = facts.agreements.kind.map((_, agreement) => yearOf(agreement));
const dated = years.filter((year) => year !== null);
const firstYear = dated.length ? dated.reduce((a, b) => Math.min(a, b)) : null;
const lastYear = dated.length ? dated.reduce((a, b) => Math.max(a, b)) : null;
