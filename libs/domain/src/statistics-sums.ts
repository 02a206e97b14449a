// The arithmetic of spread: sums of one or two measures, and what follows from them. It knows no question and no mark.

/**
 * Sums of two measures taken together. Every value is counted from the first one, so that measures which are all the same
 * have a spread of exactly zero and large numbers do not swallow small differences.
 */
export interface PairSums {
  count: number;
  originX: number;
  originY: number;
  sumX: number;
  sumY: number;
  squaresX: number;
  squaresY: number;
  products: number;
}

/** Sums of nothing yet. */
export function noPairs(): PairSums {
  return {
    count: 0,
    originX: 0,
    originY: 0,
    sumX: 0,
    sumY: 0,
    squaresX: 0,
    squaresY: 0,
    products: 0,
  };
}

/** Adds one pair to the sums, in place: this runs millions of times. */
export function addPair(sums: PairSums, x: number, y: number): void {
  if (sums.count === 0) {
    sums.originX = x;
    sums.originY = y;
  }
  const fromX = x - sums.originX;
  const fromY = y - sums.originY;
  sums.count += 1;
  sums.sumX += fromX;
  sums.sumY += fromY;
  sums.squaresX += fromX * fromX;
  sums.squaresY += fromY * fromY;
  sums.products += fromX * fromY;
}

/** The sums of two measures of the same length, place by place. */
export function pairSums(xs: ArrayLike<number>, ys: ArrayLike<number>): PairSums {
  const sums = noPairs();
  for (let place = 0; place < xs.length; place += 1) addPair(sums, xs[place] ?? 0, ys[place] ?? 0);
  return sums;
}

/** The mean of the first measure; null of nothing. */
export function meanX(sums: PairSums): number | null {
  return sums.count === 0 ? null : sums.originX + sums.sumX / sums.count;
}

function spread(count: number, squares: number, sum: number): number | null {
  return count < 2 ? null : Math.max(0, (squares - (sum * sum) / count) / (count - 1));
}

/** The variance of the first measure with n − 1 below the line; null of fewer than two. */
export function varianceX(sums: PairSums): number | null {
  return spread(sums.count, sums.squaresX, sums.sumX);
}

/** The variance of the second measure with n − 1 below the line; null of fewer than two. */
export function varianceY(sums: PairSums): number | null {
  return spread(sums.count, sums.squaresY, sums.sumY);
}

/** Smaller shares of the largest possible covariance are noise of the arithmetic, whose sign means nothing. */
const noise = 1e-12;

/** The covariance with n − 1 below the line; null of fewer than two pairs. */
export function covariance(sums: PairSums): number | null {
  const largest = Math.sqrt((varianceX(sums) ?? 0) * (varianceY(sums) ?? 0));
  if (sums.count < 2) return null;
  const value = (sums.products - (sums.sumX * sums.sumY) / sums.count) / (sums.count - 1);
  return Math.abs(value) <= noise * largest ? 0 : value;
}

/** Pearson's correlation, −1 to 1; null where one of the measures is the same for all. */
export function correlation(sums: PairSums): number | null {
  const shared = covariance(sums);
  const largest = Math.sqrt((varianceX(sums) ?? 0) * (varianceY(sums) ?? 0));
  if (shared === null || largest === 0) return null;
  return Math.min(1, Math.max(-1, shared / largest));
}

export interface Distribution {
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
  skewness: number | null;
  kurtosis: number | null;
}

function powerSums(values: ArrayLike<number>, mean: number): { two: number; three: number; four: number } {
  const sums = { two: 0, three: 0, four: 0 };
  for (let place = 0; place < values.length; place += 1) {
    const difference = (values[place] ?? 0) - mean;
    const square = difference * difference;
    sums.two += square;
    sums.three += square * difference;
    sums.four += square * square;
  }
  return sums;
}

/** Skewness from three values on and kurtosis from four, both 0 for a bell; by k-statistics, as samples are described. */
function shapeOf(values: ArrayLike<number>, mean: number): Pick<Distribution, 'skewness' | 'kurtosis'> {
  const n = values.length;
  const { two, three, four } = powerSums(values, mean);
  const k2 = two / (n - 1);
  const k3 = (n * three) / ((n - 1) * (n - 2));
  const k4 = (n * (n + 1) * four - 3 * (n - 1) * two * two) / ((n - 1) * (n - 2) * (n - 3));
  return {
    skewness: n > 2 && k2 > 0 ? k3 / k2 ** 1.5 : null,
    kurtosis: n > 3 && k2 > 0 ? k4 / (k2 * k2) : null,
  };
}

/** How values are distributed, the same in whatever order they come. */
export function distributionOf(values: Float64Array): Distribution {
  const sorted = values.slice().sort();
  const sums = pairSums(sorted, sorted);
  const mean = meanX(sums);
  const variance = varianceX(sums);
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  const upper = sorted[Math.floor(sorted.length / 2)];
  return {
    mean,
    median: lower === undefined || upper === undefined ? null : (lower + upper) / 2,
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    ...(mean !== null && variance !== null && variance > 0
      ? shapeOf(sorted, mean)
      : { skewness: null, kurtosis: null }),
  };
}
