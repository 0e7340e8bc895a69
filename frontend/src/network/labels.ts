// Which labels to write, and where, so that none covers another: the most important first, each
// at the first of a few places beside its dot that is still free.

export interface Candidate {
  x: number;
  y: number;
  radius: number;
  text: string;
  /** Width and height of the text, in the same pixels as x and y. */
  width: number;
  height: number;
  /** Written even where it covers a dot; never over another label. */
  must?: boolean;
  /** Written on its point first, as names of areas are, not beside it. */
  centred?: boolean;
}

export interface Placed {
  /** Index of the candidate. */
  of: number;
  x: number;
  y: number;
  align: "left" | "center" | "right";
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const CELL = 64;

/** Boxes on a grid, so that a new one is compared with its neighbours only. */
class Occupied {
  private readonly cells = new Map<number, Box[]>();

  private *cellsOf(box: Box): Iterable<number> {
    for (let i = Math.floor(box.left / CELL); i <= Math.floor(box.right / CELL); i++) {
      for (let j = Math.floor(box.top / CELL); j <= Math.floor(box.bottom / CELL); j++) {
        yield i * 4096 + j;
      }
    }
  }

  hits(box: Box): boolean {
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        const apart =
          box.right < other.left ||
          other.right < box.left ||
          box.bottom < other.top ||
          other.bottom < box.top;
        if (!apart) return true;
      }
    }
    return false;
  }

  add(box: Box): void {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }
}

/**
 * Place up to `most` labels inside the given frame, candidates in order of importance.
 * `obstacles` are dots that no label may cover.
 */
export function placeLabels(
  candidates: readonly Candidate[],
  frame: { width: number; height: number },
  most: number,
  obstacles: readonly { x: number; y: number; radius: number }[] = [],
): Placed[] {
  const labels = new Occupied();
  const dots = new Occupied();
  for (const { x, y, radius } of obstacles) {
    dots.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  const placed: Placed[] = [];
  for (const [of, candidate] of candidates.entries()) {
    if (placed.length >= most) break;
    for (const place of placesOf(candidate)) {
      const box = boxOf(candidate, place);
      const inside =
        box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
      if (!inside || labels.hits(box) || (!candidate.must && dots.hits(box))) continue;
      labels.add(box);
      placed.push({ of, ...place });
      break;
    }
  }
  return placed;
}

type Place = Omit<Placed, "of">;

function placesOf({ x, y, radius, height, centred }: Candidate): Place[] {
  const gap = radius + 3;
  const on: Place[] = centred ? [{ x, y, align: "center" }] : [];
  return [
    ...on,
    { x: x + gap, y, align: "left" },
    { x: x - gap, y, align: "right" },
    { x, y: y - gap - height / 2, align: "center" },
    { x, y: y + gap + height / 2, align: "center" },
  ];
}

function boxOf({ width, height }: Candidate, { x, y, align }: Place): Box {
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left, top: y - height / 2, right: left + width, bottom: y + height / 2 };
}
