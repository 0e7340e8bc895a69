// The scene as Python writes it into the page: compact columns of equal length, indices for ids.
// A column of nothing but nulls may be left out. README.md tells the contract in words.
import type { Topology } from "topojson-specification";

export type Lang = "es" | "en";
export type Bilingual = Record<Lang, string>;
type Column<T> = (T | null)[] | null | undefined;
type Words = Record<string, Bilingual>;

export interface WireNodes {
  id: string[];
  name: string[];
  name_es?: Column<string>;
  name_en?: Column<string>;
  level: number[];
  country: number[];
  parent?: Column<number>;
  population?: Column<number>;
  lat?: Column<number>;
  lon?: Column<number>;
  x: number[];
  y: number[];
  band?: Column<number>;
  community?: Column<number>;
  component?: Column<number>;
  partners: number[];
  agreements: number[];
  rank?: Record<string, Column<number>> | null;
  size?: Column<number>;
  words_es?: Column<string>;
  words_en?: Column<string>;
  nearest?: Column<number>;
  nearest_km?: Column<number>;
  sources?: Column<number[]>;
}

export interface WireAgreements {
  id: string[];
  kind: number[];
  status: number[];
  title?: Column<string>;
  signed?: Column<string>;
  starts?: Column<string>;
  ends?: Column<string>;
  parties: number[][];
  homes: number[];
  themes?: Column<number[]>;
  sources?: Column<number[]>;
}

export interface WireScene {
  schema: 1;
  view: "explorer" | "map";
  lang: Lang;
  title: Bilingual;
  notices?: Bilingual[];
  synthetic?: boolean;
  home?: string | null;
  words: { level: Words; kind: Words; status: Words; type: Words; role?: Words };
  nodes: WireNodes;
  levels: string[];
  agreements: WireAgreements;
  kinds: string[];
  statuses: string[];
  themes: { id: string[]; es: string[]; en: string[] };
  countries: {
    id: string[];
    es: string[];
    en: string[];
    iso3?: Column<string>;
    m49?: Column<string>;
    region_es?: Column<string>;
    region_en?: Column<string>;
    subregion_es?: Column<string>;
    subregion_en?: Column<string>;
  };
  communities: {
    es: string[];
    en: string[];
    size: number[];
    color?: Column<number>;
    x?: Column<number>;
    y?: Column<number>;
  };
  sources: {
    id: string[];
    es?: Column<string>;
    en?: Column<string>;
    publisher?: Column<string>;
    licence?: Column<string>;
    url?: Column<string>;
    limits_es?: Column<string>;
    limits_en?: Column<string>;
    synthetic?: Column<boolean>;
  };
  representations?: {
    id: string[];
    type: string[];
    es?: Column<string>;
    en?: Column<string>;
    city?: Column<string>;
    country?: Column<number>;
    lat?: Column<number>;
    lon?: Column<number>;
    status?: Column<string>;
  } | null;
  /** By node: partner, score (the greater the better), reasons in Spanish and in English. */
  suggestions?: Record<string, [number, number, string[], string[]][]> | null;
  unconnected?: {
    included: number;
    total: number;
    min_population: number | null;
    /** Those that are not among the nodes: too many to draw, but named in the list. */
    others?: {
      id: string[];
      name: string[];
      level: number[];
      country: number[];
      parent?: Column<number>;
      population?: Column<number>;
    } | null;
  } | null;
  palette: { light: string[]; dark: string[] };
  basemap?: {
    world: Topology;
    states?: Topology | null;
    state_nodes?: Record<string, number> | null;
  } | null;
}
