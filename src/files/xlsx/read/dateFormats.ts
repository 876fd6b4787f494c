/** What a number format makes of a number: nothing, a date (with or without its time), or a time of day. */
export type DateKind = "none" | "date" | "time";

/** Formats that Excel does not write out, by number (ECMA-376 part 1, 18.8.30); 46 is an elapsed time. */
export function builtInKind(id: number): DateKind {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
  return (id >= 18 && id <= 21) || id === 45 || id === 47 ? "time" : "none";
}

/**
 * What a written format makes of a number, told by the letters left once colours, languages, literals and
 * escapes are taken out. An elapsed time such as [h]:mm is a quantity and stays a number.
 */
export function formatKind(code: string): DateKind {
  if (/\[(h+|m+|s+)\]/i.test(code)) return "none";
  const letters = code
    .replace(/"[^"]*"?/g, "")
    .replace(/\[[^\]]*\]?/g, "")
    .replace(/[\\_*]./g, "")
    .split(";")[0]
    .replace(/general/gi, "")
    .replace(/am\/pm|a\/p/gi, "h")
    .toLowerCase();
  if (/[yd]/.test(letters)) return "date";
  if (/[hs]/.test(letters)) return "time";
  return /m/.test(letters) ? "date" : "none";
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_466;

/**
 * A serial number as ISO text, or null when it is no date in its system. In the 1900 system day 60 is the
 * 29 February 1900 that Lotus 1-2-3 invented and Excel kept: it is written as it shows.
 */
export function serialToIso(serial: number, kind: DateKind, date1904: boolean): string | null {
  if (kind === "none" || !(serial >= 0)) return null;
  const ms = Math.round(serial * DAY_MS);
  const days = Math.floor(ms / DAY_MS);
  const time = new Date(ms - days * DAY_MS)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, "");
  if (kind === "time" && days === 0) return time;
  const first = date1904 ? 0 : 1;
  const last = date1904 ? LAST_SERIAL - 1462 : LAST_SERIAL;
  if (days < first || days >= last) return null;
  const midnight = ms === days * DAY_MS;
  const day = !date1904 && days === 60 ? "1900-02-29" : dayText(days, date1904);
  return midnight ? day : `${day}T${time}`;
}

function dayText(days: number, date1904: boolean): string {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days > 60 ? 30 : 31);
  return new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
}
