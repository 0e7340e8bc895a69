// Names beside the nodes: as many as have room, those with most counterparts first, always legible.
const LONGEST = 30;
const FONT = 12.5;
const MOST = 70;
const FIRST = 14; // names that stand in any case
const SMALLEST = 2; // pixels; what is smaller needs a nearer look
const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** Isolated, so that a name from right to left does not turn what is beside it. */
const short = (text) => {
  const signs = [...text];
  return `\u2068${signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : text}\u2069`;
};

/**
 * Write the names of `wanted`, in that order, where they have room.
 * `at(node)` gives the place and the reach of a node in pixels of the page; `taken` are boxes
 * that already hold text.
 */
function writeNames(context, wanted, at, width, height, taken) {
  const large = wanted.slice(0, MOST).map(at).filter(({ reach }) => reach > 5)
    .map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }));
  const free = (box, among) => among.every((other) =>
    box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top);
  let written = 0;
  for (const [place, node] of wanted.entries()) {
    if (written >= MOST || place > 20 * MOST) break;
    const { x, y, reach } = at(node);
    if (reach < SMALLEST && place >= FIRST) continue;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const big = reach > 9 || place === 0;
    context.font = `${big ? 600 : 400} ${big ? FONT + 0.5 : FONT}px ${FAMILY}`;
    const text = short(nameOf(node));
    const wide = context.measureText(text).width;
    const room = spots(x, y, reach, wide)
      .filter((spot) => spot.left > 2 && spot.right < width - 2 && free(spot, taken));
    // The first of all are named even where that covers another node.
    const box = room.find((spot) => free(spot, large)) ?? (place < FIRST ? room[0] : undefined);
    if (!box) continue;
    taken.push(box);
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = inks.paper;
    context.textAlign = "left";
    context.textBaseline = "middle";
    const middle = (box.top + box.bottom) / 2;
    context.strokeText(text, box.left, middle);
    context.fillStyle = inks.ink;
    context.fillText(text, box.left, middle);
    written += 1;
  }
}

/** Right of the node, left of it, above, below. */
function spots(x, y, reach, wide) {
  const half = FONT * 0.65;
  const gap = reach + 4;
  const box = (left, middle) =>
    ({ left, right: left + wide, top: middle - half, bottom: middle + half });
  return [box(x + gap, y), box(x - gap - wide, y), box(x - wide / 2, y - gap - half),
    box(x - wide / 2, y + gap + half)];
}
