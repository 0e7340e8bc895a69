// The shapes that tell levels of government apart without their colour.

export type Shape = "circle" | "square" | "diamond" | "triangle";

const BY_LEVEL: Record<string, Shape> = {
  state: "square",
  province: "square",
  region: "square",
  municipality: "circle",
  city: "circle",
  metropolis: "circle",
  county: "diamond",
  national: "triangle",
  agency: "triangle",
  organization: "triangle",
};

export function shapeOfLevel(level: string): Shape {
  return BY_LEVEL[level] ?? "diamond";
}

/** Corners around the origin, of about the area of a circle of radius 1; none for a circle. */
export const CORNERS: Record<Shape, readonly (readonly [number, number])[]> = {
  circle: [],
  square: [
    [-0.886, -0.886],
    [0.886, -0.886],
    [0.886, 0.886],
    [-0.886, 0.886],
  ],
  diamond: [
    [0, -1.253],
    [1.253, 0],
    [0, 1.253],
    [-1.253, 0],
  ],
  triangle: [
    [0, -1.35],
    [1.25, 0.85],
    [-1.25, 0.85],
  ],
};
