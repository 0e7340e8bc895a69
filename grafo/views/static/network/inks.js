// Colours: those of the style sheet for what the canvas shows, those of the palette for communities.
const dark = matchMedia("(prefers-color-scheme: dark)");
let inks = {};

function readInks() {
  const style = getComputedStyle(document.documentElement);
  const ink = (variable) => style.getPropertyValue(`--${variable}`).trim();
  inks = { paper: ink("paper"), ink: ink("ink"), muted: ink("muted"), edge: ink("edge"),
    accent: ink("accent"), line: ink("line") };
}

const theme = () => (dark.matches ? "dark" : "light");

function communityInk(community) {
  return community < 0 ? facts.other[theme()]
    : facts.palette[theme()][facts.communities.color[community]];
}

/** A colour between two, both written #rrggbb; `share` 0 gives the first. */
function mixed(one, other, share) {
  const channel = (color, at) => parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share))
    .map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Who has no connection is hollow. */
function nodeColor(node) {
  if (alone(node)) return { background: inks.paper, border: inks.muted };
  return { background: communityInk(colourOf(node)), border: inks.paper };
}

/** A line within a community has a tint of it; one between two is grey. Opaque: so they show. */
function edgeColor({ from, to }) {
  const community = colourOf(from);
  const within = community >= 0 && community === colourOf(to);
  return within ? mixed(inks.edge, communityInk(community), 0.3) : inks.edge;
}
