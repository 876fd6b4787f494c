/**
 * The day of a moment on this machine, as an ISO date; today if no moment is given.
 * @example localDay(new Date(2014, 2, 15)) // "2014-03-15"
 */
export function localDay(moment: Date | number = new Date()): string {
  const date = new Date(moment);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
