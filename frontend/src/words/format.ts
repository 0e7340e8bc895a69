// Numbers and dates as each language writes them.
import type { Lang } from "../scene/wire";

const LOCALE: Record<Lang, string> = { es: "es-MX", en: "en" };

export interface Format {
  number(value: number): string;
  /** A date that may stop at the year or the month. */
  date(iso: string): string;
  list(names: readonly string[]): string;
  ordinal(place: number): string;
  compare(one: string, other: string): number;
}

export function formatIn(lang: Lang): Format {
  const locale = LOCALE[lang];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const collator = new Intl.Collator(locale, { numeric: true });
  const names = new Intl.ListFormat(locale, { type: "conjunction" });
  const dates = {
    4: new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" }),
    7: new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }),
    10: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
  };
  return {
    number: (value) => numbers.format(value),
    date(iso) {
      const style = dates[iso.length as 4 | 7 | 10];
      const time = Date.parse(iso);
      return style === undefined || Number.isNaN(time) ? iso : style.format(time);
    },
    list: (all) => names.format(all),
    ordinal: (place) => (lang === "es" ? `${numbers.format(place)}.º` : englishOrdinal(place)),
    compare: (one, other) => collator.compare(one, other),
  };
}

function englishOrdinal(place: number): string {
  const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
  const rule = new Intl.PluralRules("en", { type: "ordinal" }).select(place);
  return `${place.toLocaleString("en")}${endings[rule]}`;
}
