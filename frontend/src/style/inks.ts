// The colours of the style sheet, for what is drawn on a canvas or into an SVG.

export interface Inks {
  paper: string;
  panel: string;
  ink: string;
  muted: string;
  line: string;
  edge: string;
  accent: string;
  alert: string;
  other: string;
  land: string;
  sea: string;
  border: string;
  home: string;
  /** From few to many. */
  scale: string[];
  kinds: string[];
}

const STEPS = 5;
const KINDS = 5;

/** Read them from the page as it is now, in light or in dark. */
export function readInks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: ink("paper"),
    panel: ink("panel"),
    ink: ink("ink"),
    muted: ink("muted"),
    line: ink("line"),
    edge: ink("edge"),
    accent: ink("accent"),
    alert: ink("alert"),
    other: ink("other"),
    land: ink("land"),
    sea: ink("sea"),
    border: ink("border"),
    home: ink("home"),
    scale: Array.from({ length: STEPS }, (_, i) => ink(`scale-${i + 1}`)),
    kinds: Array.from({ length: KINDS }, (_, i) => ink(`kind-${i + 1}`)),
  };
}

/** A colour between two, both written #rrggbb; `share` 0 gives the first. */
export function mixed(one: string, other: string, share: number): string {
  const channel = (color: string, at: number): number => parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}
