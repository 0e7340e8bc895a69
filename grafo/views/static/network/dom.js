// Elements are made here, and text goes into them as text: no string of the data becomes markup.
const $ = (id) => document.getElementById(id);

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A name from the data, in its own direction. */
const name = (text) => make("bdi", {}, text);

/** A button that opens a government. */
const opener = (node, ...more) =>
  make("button", { type: "button", class: "opener", onclick: () => open(node, { move: true }) },
    name(nameOf(node)), ...more);

function drawn(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

const CORNERS = { diamond: "10,2 18,10 10,18 2,10", triangle: "10,2 18,17 2,17" };

/** A small picture of a node, for the legend. */
function swatch(shape, color, hollow = false) {
  const look = hollow
    ? { fill: "none", stroke: color, "stroke-width": 2.5 } : { fill: color };
  const form = shape === "dot" ? drawn("circle", { cx: 10, cy: 10, r: 7, ...look })
    : shape === "square" ? drawn("rect", { x: 3.5, y: 3.5, width: 13, height: 13, ...look })
    : drawn("polygon", { points: CORNERS[shape], ...look });
  return drawn("svg", { viewBox: "0 0 20 20", class: "swatch", "aria-hidden": "true" }, form);
}

/** A small picture of a line, for the legend. */
function stroke(width, dash, color) {
  const line = drawn("line", {
    x1: 1, y1: 8, x2: 43, y2: 8, stroke: color, "stroke-width": width,
    "stroke-dasharray": dash.map((part) => part / 2).join(" ") || "none",
  });
  return drawn("svg", { viewBox: "0 0 44 16", class: "line", "aria-hidden": "true" }, line);
}

const announce = (text) => { $("said").textContent = text; };
