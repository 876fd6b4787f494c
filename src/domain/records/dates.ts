/** Excel counts days from here in the 1900 system (its 1900-02-29 never was, so day 60 and before are off by one). */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Largest day a cell shows as a date: 9999-12-31. */
export const LAST_DAY = 2_958_465;

/**
 * The day an ISO date is for Excel; null when it is none.
 * @example serialOfDate("2014-03-15") // 41713
 * @example serialOfDate("2014-02-30") // null
 */
export function serialOfDate(iso: string): number | null {
  const parts = ISO.exec(iso.trim());
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((time - EPOCH) / DAY);
}

/**
 * The ISO date of a day of Excel, without its hours.
 * @example dateOfSerial(41713.5) // "2014-03-15"
 */
export function dateOfSerial(serial: number): string {
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** Now, as a cell holds it: local time of the person's machine, to the second. */
export function nowSerial(now: Date = new Date()): number {
  const local = now.getTime() - now.getTimezoneOffset() * 60_000;
  return Math.round(((local - EPOCH) / DAY) * 86_400) / 86_400;
}
