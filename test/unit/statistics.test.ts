import fc from "fast-check";
import { kendallW, type Ranking } from "../../src/domain/indicators/motivation";
import { kendallTau, pearson, spearman } from "../../src/domain/statistics/correlation";
import { evenness } from "../../src/domain/statistics/evenness";
import { meanInterval, wilsonInterval } from "../../src/domain/statistics/intervals";
import { largestRemainder } from "../../src/domain/statistics/largestRemainder";
import { quantile, quartiles } from "../../src/domain/statistics/quantiles";
import { midRankPercentile, midRanks } from "../../src/domain/statistics/ranks";
import { ratioEstimate, type ClusterSum } from "../../src/domain/statistics/ratioEstimator";
import { normalQuantile, tQuantile } from "../../src/domain/statistics/student";
import { postStratify } from "../../src/domain/statistics/weights";

/** The numbers were printed by the call beside them: R 4.2.2 (survey 4.1-1), scipy 1.10.1. */

const close = (actual: readonly (number | null)[], expected: readonly number[], digits = 12) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], digits));
};

describe("correlation", () => {
  const x = [2.4, 1.1, 3.7, 2.2, 2.2, 0.5, 4.1, 3.3];
  const y = [10, 7, 15, 7, 9, 9, 16, 12];
  const tied = {
    x: [1, 1, 1, 2, 2, 3, 3, 3, 3, 1],
    y: [1, 2, 1, 2, 2, 3, 1, 3, 3, 1],
  };
  test("R: cor(x, y, method = …)", () =>
    close(
      [pearson(x, y), spearman(x, y), kendallTau(x, y)],
      [0.839384117151961, 0.872743301217916, 0.792593923901217],
    ));
  test("many ties, R: cor(x, y, method = …); scipy.stats.kendalltau gives the same τ-b", () =>
    close(
      [pearson(tied.x, tied.y), spearman(tied.x, tied.y), kendallTau(tied.x, tied.y)],
      [0.672977377572707, 0.659828879073858, 0.646230327641497],
    ));
  test("two pairs, R: cor(c(1, 2), c(5, 3)) is −1", () =>
    expect([pearson, spearman, kendallTau].map((r) => r([1, 2], [5, 3]))).toEqual([-1, -1, -1]));
  test.each([pearson, spearman, kendallTau])("%p of nothing, of one pair and of a constant is null", (r) => {
    expect([r([], []), r([1], [2]), r([0.1, 0.1, 0.1], [1, 2, 3]), r([1, 2, 3], [7, 7, 7])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  const pair = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const pairs = fc.array(pair, { maxLength: 40 });
  const columns = (rows: readonly (readonly [number, number])[]) =>
    [rows.map(([a]) => a), rows.map(([, b]) => b)] as const;
  test.each([pearson, spearman, kendallTau])("%p is symmetric, within −1 … 1, and turns with a side", (r) => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = columns(rows);
        const value = r(a, b);
        const mirrored = r(
          a.map((v) => -v),
          b,
        );
        if (value === null) return r(b, a) === null && mirrored === null;
        return Math.abs(value) <= 1 && near(r(b, a)!, value) && near(mirrored!, -value);
      }),
    );
  });
  test("τ-b is that of its definition, pair by pair", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 30 }), (rows) => {
        const [a, b] = columns(rows);
        let [both, tiedA, tiedB] = [0, 0, 0];
        for (let i = 0; i < a.length; i++) {
          for (let j = 0; j < i; j++) {
            both += Math.sign(a[i] - a[j]) * Math.sign(b[i] - b[j]);
            tiedA += Number(a[i] !== a[j]);
            tiedB += Number(b[i] !== b[j]);
          }
        }
        const tau = kendallTau(a, b);
        return tiedA * tiedB ? near(tau!, both / Math.sqrt(tiedA * tiedB)) : tau === null;
      }),
    );
  });
  test.each([pearson, spearman, kendallTau])("%p of counted pairs is that of the pairs written out", (r) => {
    const counted = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(3));
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 15 }), (rows) => {
        const out = rows.flatMap(([a, b, n]) => Array.from({ length: n }, () => [a, b]));
        const written = r(
          out.map(([a]) => a),
          out.map(([, b]) => b),
        );
        const [a, b, n] = [0, 1, 2].map((i) => rows.map((row) => row[i]));
        const value = r(a, b, n);
        return written === null ? value === null : near(value!, written);
      }),
    );
  });
  test("τ-b of 200,000 pairs comes in n log n", () => {
    const n = 200_000;
    const a = Array.from({ length: n }, (_, i) => (i * 7919) % n);
    expect(kendallTau(a, a)).toBeCloseTo(1, 12);
  });
});

const near = (a: number, b: number, to = 1e-9) => Math.abs(a - b) <= to;

describe("concordance", () => {
  const w = (rankings: readonly Ranking[]) => kendallW(rankings).w;
  test("R: friedman.test(m)$statistic / (nrow(m) * (ncol(m) - 1))", () => {
    const whole = [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 5, 4],
      [1, 3, 2, 4, 5],
      [1, 2, 4, 3, 5],
    ];
    expect(w(whole)).toBeCloseTo(0.8125, 12);
  });
  test("ties and ranks left out share their places; scipy.stats.friedmanchisquare gives the same", () => {
    // As ranks: 1 2 4 4 4, 1.5 1.5 3 4 5, 2 1 3 4.5 4.5, 5 4 3 2 1.
    const tied = [
      [1, 2, null, null, null],
      [1, 1, 3, 4, 5],
      [2, 1, 3, 4, 4],
      [5, 4, 3, 2, 1],
    ];
    expect(w(tied)).toBeCloseTo(0.216216216216216, 12);
  });
});

describe("order", () => {
  const v = [1.86, 2.28, 2.45, 1.87, 2.4, 2.1, 2.1];
  test("R: quantile(v, c(0, .1, .25, .5, .75, .9, 1), type = 7)", () =>
    close(
      [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((p) => quantile(v, p)),
      [1.86, 1.866, 1.985, 2.1, 2.34, 2.42, 2.45],
    ));
  test("quartiles of one value and of a constant are that value", () => {
    expect(quartiles([3])).toEqual({ q1: 3, median: 3, q3: 3 });
    expect(quartiles([0.1, 0.1, 0.1])).toEqual({ q1: 0.1, median: 0.1, q3: 0.1 });
  });
  test("R: rank(c(3, 1, 3, 2, 3, 1))", () =>
    expect(midRanks([3, 1, 3, 2, 3, 1])).toEqual([5, 1.5, 5, 3, 5, 1.5]));
  test("scipy: percentileofscore([1.2, 2, 2, 2.5, 3], v, kind='mean') / 100", () =>
    close(
      [2, 1, 3, 2.2].map((value) => midRankPercentile(value, [1.2, 2, 2, 2.5, 3])),
      [0.4, 0, 0.9, 0.6],
    ));
});

describe("evenness", () => {
  test("scipy: entropy(counts, base=len(counts))", () =>
    close(
      [evenness([125, 79, 86, 131, 29, 40, 115, 75, 64, 69]), evenness([3, 0, 1])],
      [0.9638007645868429, 0.5118595071429148],
    ));
  test("is 0 … 1, the same in any order and scale", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 12 }), (counts) => {
        const value = evenness(counts);
        if (value === null) return counts.length < 2 || counts.every((count) => count === 0);
        const other = evenness([...counts].reverse().map((count) => 3 * count));
        return value >= 0 && value <= 1 && near(value, other!);
      }),
    );
  });
});

describe("quantiles of distributions", () => {
  test("R: qt(.975, df)", () => {
    const expected = [
      [1, 12.7062047361747],
      [2, 4.30265272974946],
      [3, 3.18244630528371],
      [5, 2.57058183563631],
      [10, 2.22813885198627],
      [36, 2.02809400098045],
      [118, 1.98027224927295],
      [1000, 1.96233908082641],
    ];
    close(
      expected.map(([df]) => tQuantile(0.975, df)),
      expected.map(([, t]) => t),
      10,
    );
    expect(tQuantile(0.975, 1e6)).toBeCloseTo(1.95996635681411, 8);
  });
  test("R: qt(c(.95, .995, .6), 1), qt(.025, 7), qt(.9995, 4)", () =>
    close(
      [tQuantile(0.95, 1), tQuantile(0.995, 1), tQuantile(0.6, 1), tQuantile(0.025, 7), tQuantile(0.9995, 4)],
      [6.31375151467504, 63.6567411628715, 0.324919696232906, -2.36462425159278, 8.61030158137952],
      10,
    ));
  test("R: qnorm(c(.975, .95, .995, .1))", () =>
    close(
      [0.975, 0.95, 0.995, 0.1].map((p) => normalQuantile(p)),
      [1.95996398454005, 1.64485362695147, 2.5758293035489, -1.2815515655446],
    ));
  test("nothing sure and nothing without degrees of freedom", () =>
    expect([tQuantile(1, 5), tQuantile(0, 5), tQuantile(0.9, 0), normalQuantile(0)]).toEqual([
      null,
      null,
      null,
      null,
    ]));
});

describe("Wilson’s interval", () => {
  test("R: ne = n*(N-1)/(N-n); prop.test(x/n*ne, ne, correct=FALSE)$conf.int", () => {
    const limits = (x: number, n: number, population: number, level?: number) => {
      const { low, high } = wilsonInterval(x, n, { population, level })!;
      return [low, high];
    };
    close(limits(15, 21, 119), [0.519548796351608, 0.852500171609972]);
    close(limits(0, 10, 100), [0, 0.258832966968032]);
    close(limits(10, 10, 100), [0.741167033031968, 1]);
    close(limits(1, 1, 119), [0.206549314377238, 1]);
    close(limits(37, 119, 1000, 0.9), [0.249639845263597, 0.379641857624822]);
    close(limits(15, 21, Infinity), [0.500436192839144, 0.861861370478779]);
  });
  test("holds the share, stays in 0 … 1, and narrows as more of the population is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(100), (n, x, rest) => {
        const successes = Math.min(x, n);
        const small = wilsonInterval(successes, n, { population: n + rest })!;
        const large = wilsonInterval(successes, n)!;
        return (
          small.low! >= 0 &&
          small.high! <= 1 &&
          small.low! <= small.estimate + 1e-12 &&
          small.high! >= small.estimate - 1e-12 &&
          small.high! - small.low! <= large.high! - large.low! + 1e-12
        );
      }),
    );
  });
});

describe("interval of a mean", () => {
  test("R: 24.5 + c(-1, 1)*qt(.975, 39)*sqrt((300-40)/300)*3.65/sqrt(40)", () => {
    const { low, high } = meanInterval(24.5, 3.65, 40, { population: 300 })!;
    close([low, high], [23.413278047171, 25.586721952829], 10);
  });
  test("statpsych: ci.mean.fpc(24.5, 3.65, 40, 300) has (N − n)/(N − 1) below the root", () => {
    const ours = meanInterval(24.5, 3.65, 40, { population: 300 })!;
    const theirs = (ours.high! - 24.5) * Math.sqrt(300 / 299);
    close([24.5 - theirs, 24.5 + theirs], [23.41146, 25.58854], 5);
  });
  test("R: 2.5 + c(-1, 1)*qt(.95, 4)*sqrt(1 - 5/20)*.7/sqrt(5)", () => {
    const { low, high } = meanInterval(2.5, 0.7, 5, { population: 20, level: 0.9 })!;
    close([low, high], [1.92203750299238, 3.07796249700762], 10);
  });
});

describe("ratio estimator", () => {
  const territories = [
    [3, 3, 2, 1],
    [3, 3, 3, 2, 2, 1],
    [1, 2],
    [3, 3, 3, 3, 3, 2, 2, 1, 2],
    [1, 1, 1, 2, 2, 3, 1],
    [3, 3],
  ];
  const clusterOf = (values: readonly number[]): ClusterSum => ({
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value ** 2, 0),
    n: values.length,
  });
  const clusters = territories.map(clusterOf);

  test("R: svymean(~y, svydesign(id = ~territory, fpc = ~N), deff = TRUE), confint(…, df = 5)", () => {
    const found = ratioEstimate(clusters, { population: 119 })!;
    close([found.estimate, found.standardError], [2.16666666666667, 0.192532550673342]);
    close([found.low, found.high], [1.67174598913704, 2.66158734419629], 10);
    expect(found.designEffect).toBeCloseTo(1.68407713498623, 12);
    expect(found).toMatchObject({ n: 30, clusters: 6 });
  });
  test("R: the same without fpc", () => {
    const found = ratioEstimate(clusters)!;
    expect(found.standardError).toBeCloseTo(0.197577926492402, 12);
    close([found.low, found.high], [1.65877643770261, 2.67455689563072], 10);
  });
  test("limits stay on the scale, and territories without an answer do not count", () => {
    const found = ratioEstimate([clusterOf([1, 1]), clusterOf([3]), clusterOf([])], { bounds: [1, 3] })!;
    expect(found).toMatchObject({ clusters: 2, low: 1, high: 3 });
  });
  test("single, whole, constant and empty cases", () => {
    expect(ratioEstimate([])).toBeNull();
    expect(ratioEstimate([clusterOf([])])).toBeNull();
    expect(ratioEstimate([clusterOf([1, 2])], { population: 9 })).toMatchObject({ low: null, high: null });
    expect(ratioEstimate([clusterOf([1, 2])], { population: 1 })).toMatchObject({ low: 1.5, high: 1.5 });
    expect(ratioEstimate(clusters, { population: 6 })).toMatchObject({ standardError: 0 });
    expect(ratioEstimate([clusterOf([3, 3]), clusterOf([3])], { population: 9 })).toMatchObject({
      low: 3,
      high: 3,
      designEffect: null,
      effectiveSize: null,
    });
  });
  test("clusters of one unit are a simple sample", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 30 }), (values) => {
        const found = ratioEstimate(
          values.map((value) => clusterOf([value])),
          { population: 50 },
        )!;
        const mean = found.estimate;
        const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
        const simple = meanInterval(mean, sd, values.length, { population: 50 })!;
        return near(found.low!, simple.low!) && (sd === 0 || near(found.designEffect!, 1));
      }),
    );
  });
});

describe("post-stratification", () => {
  test("R: weights(postStratify(svydesign(id = ~id, weights = ~1), ~h, Freq = 50, 40, 29)) * 9/119", () => {
    const population = (["a", "b", "c"] as const).flatMap((h, i) =>
      new Array<string>([50, 40, 29][i]).fill(h),
    );
    const { weights } = postStratify([..."aaabbcccc"], population)!;
    close([...weights.values()], [1.26050420168067, 1.51260504201681, 0.548319327731092]);
  });
  test("weights add up to the sample, and a sample in proportion weighs 1", () => {
    const strata = fc.array(fc.constantFrom("a", "b", "c", null), { maxLength: 30 });
    fc.assert(
      fc.property(strata, strata, (sample, population) => {
        const found = postStratify(sample, population);
        if (!found) return sample.every((h) => h === null || !population.includes(h));
        const sum = sample.reduce((total, h) => total + ((h !== null && found.weights.get(h)) || 0), 0);
        const same = postStratify(sample, [...sample, ...sample])!;
        return (
          near(sum, found.n) &&
          found.n + found.outside === sample.length &&
          [...same.weights.values()].every((weight) => near(weight, 1)) &&
          found.designEffect >= 1 - 1e-12
        );
      }),
    );
  });
});

test("largest remainders: shares add up, each within one last digit of the exact share", () => {
  const parts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 3 }), (counts, digits) => {
      const sum = counts.reduce((total, count) => total + count, 0);
      const shares = largestRemainder(counts, { digits });
      if (!shares) return sum === 0;
      const unit = 10 ** -digits;
      return (
        near(
          shares.reduce((total, share) => total + share, 0),
          100,
        ) && shares.every((share, i) => Math.abs(share - (100 * counts[i]) / sum) < unit + 1e-9)
      );
    }),
  );
});
