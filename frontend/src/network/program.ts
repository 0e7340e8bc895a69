// Draws dots on the graphics card: a circle, square, diamond or triangle, filled or hollow, with a
// thin outline of the paper's colour that keeps neighbours apart. One point a dot.
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { Shape } from "./shape";

/** What `processVisibleItem` needs beside sigma's own attributes. */
export interface ShapedDot extends NodeDisplayData {
  shape: Shape;
  hollow: boolean;
}

const CODES: Record<Shape, number> = { circle: 0, square: 1, diamond: 2, triangle: 3 };
const HOLLOW = 4;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying float v_radius;
varying float v_extent;
varying float v_shape;
varying float v_pixel;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  v_extent = 2.0 * (v_radius * 1.36 + 2.0 * u_pixelRatio);
  gl_PointSize = v_extent;
  v_shape = a_shape;
  v_pixel = u_pixelRatio;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

// Distances to the shapes' borders, negative inside; the corners are those of CORNERS in shape.ts.
const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying float v_radius;
varying float v_extent;
varying float v_shape;
varying float v_pixel;
uniform vec3 u_paper;
void main(void) {
  vec2 p = (gl_PointCoord - 0.5) * v_extent;
  float hollow = step(3.5, v_shape);
  float shape = v_shape - 4.0 * hollow;
  float d = length(p) - v_radius;
  if (shape > 2.5) {
    d = max(p.y - 0.85 * v_radius, 0.8695 * abs(p.x) - 0.494 * (p.y + 1.35 * v_radius));
  } else if (shape > 1.5) {
    d = (abs(p.x) + abs(p.y) - 1.253 * v_radius) * 0.7071;
  } else if (shape > 0.5) {
    d = max(abs(p.x), abs(p.y)) - 0.886 * v_radius;
  }
  #ifdef PICKING_MODE
  if (d > 2.0 * v_pixel) discard;
  gl_FragColor = v_color;
  #else
  float outline = min(1.1 * v_pixel, 0.35 * v_radius);
  float cover = 1.0 - smoothstep(outline - 0.5, outline + 0.5, d);
  float inside = 1.0 - smoothstep(-0.5, 0.5, d);
  float stroke = max(1.5 * v_pixel, 0.22 * v_radius);
  float hole = hollow * (1.0 - smoothstep(-0.5, 0.5, d + stroke));
  vec3 color = mix(u_paper, v_color.rgb, inside * (1.0 - hole));
  gl_FragColor = vec4(color * cover, cover);
  #endif
}`;

const UNIFORMS = ["u_sizeRatio", "u_pixelRatio", "u_matrix", "u_paper"] as const;
const { FLOAT, UNSIGNED_BYTE, POINTS } = {
  FLOAT: 0x1406,
  UNSIGNED_BYTE: 0x1401,
  POINTS: 0,
};

/** The colour of the paper, as three shares; the stage sets it when the theme changes. */
export const paper: { color: [number, number, number] } = { color: [1, 1, 1] };

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS as 0,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  processVisibleItem(id: number, at: number, data: NodeDisplayData): void {
    const { x, y, size, color, shape, hollow } = data as ShapedDot;
    this.array[at] = x;
    this.array[at + 1] = y;
    this.array[at + 2] = size;
    this.array[at + 3] = CODES[shape] + (hollow ? HOLLOW : 0);
    this.array[at + 4] = floatColor(color);
    this.array[at + 5] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform3f(uniformLocations.u_paper, ...paper.color);
  }
}
