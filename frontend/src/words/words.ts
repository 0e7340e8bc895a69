// Everything the page says, in both languages. A text that one language lacks does not compile.
import type { Lang } from "../scene/wire";
import { en } from "./en";
import { es } from "./es";

/** The same keys as in Spanish, with texts or sentences of the same kind. */
export type Words = {
  [Key in keyof typeof es]: (typeof es)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : string;
};

export const WORDS: Record<Lang, Words> = { es, en };
