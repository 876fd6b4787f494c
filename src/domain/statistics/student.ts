/** A probability around the median, and how fast it grows. */
interface Central {
  readonly area: number;
  readonly slope: number;
}

/**
 * Where a central area reaches p, from 0 up. It grows ever more slowly, so Newton's method climbs to the root
 * and cannot step over it.
 */
function climb(central: (x: number) => Central, p: number): number {
  let x = 0;
  for (let i = 0; i < 500; i++) {
    const { area, slope } = central(x);
    const step = (p - area) / slope;
    x += step;
    if (!(step > 1e-14 * x)) break;
  }
  return x;
}

/** P(|T| < √df · tan θ), as a finite sum over the powers of cos θ. O(df). */
function studentCentral(theta: number, df: number): Central {
  const cos = Math.cos(theta);
  const isOdd = df % 2 === 1;
  const factor = isOdd ? 2 / Math.PI : 1;
  let term = isOdd ? cos : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < df; k += 2) {
    term *= (cos * cos * (k - 1)) / k;
    sum += term;
  }
  const area = factor * ((isOdd ? theta : 0) + Math.sin(theta) * sum);
  return { area, slope: df === 1 ? factor : factor * (df - 1) * cos * term };
}

/** P(|Z| < z) = 2 φ(z) (z + z³/3 + z⁵/(3·5) + …). */
function normalCentral(z: number): Central {
  let sum = 0;
  for (let term = z, k = 3; sum + term !== sum; term *= (z * z) / k, k += 2) sum += term;
  const slope = Math.exp((-z * z) / 2) * Math.sqrt(2 / Math.PI);
  return { area: slope * sum, slope };
}

/**
 * Quantile of Student's t on `df` degrees of freedom, a whole number. O(df).
 *
 * A probability outside ]0, 1[ or df < 1: null.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.7.3 and 26.7.4, solved by
 * Newton's method. Agrees with R's qt to 10 digits for levels up to 0.9999.
 * @example tQuantile(0.975, 36) // 2.028094
 * @example tQuantile(0.5, 4) // 0
 * @example tQuantile(0.025, 7) // -2.364624
 * @example tQuantile(0.975, 0) // null
 */
export function tQuantile(p: number, df: number): number | null {
  if (!(p > 0 && p < 1 && df >= 1)) return null;
  const theta = climb((x) => studentCentral(x, df), Math.abs(2 * p - 1));
  return Math.sign(p - 0.5) * Math.sqrt(df) * Math.tan(theta);
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
  return Math.sign(p - 0.5) * climb(normalCentral, Math.abs(2 * p - 1));
}
