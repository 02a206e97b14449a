// Which words go with a figure of the whole quiz. The thresholds are those of docs/item-statistics.md.

type Word<W extends string> = W | 'none';

/** Cronbach's alpha: above 75 satisfactory, below 64 in need of work. */
export function alphaWord(alpha: number | null): Word<'good' | 'fair' | 'weak'> {
  if (alpha === null) return 'none';
  if (alpha > 75) return 'good';
  return alpha < 64 ? 'weak' : 'fair';
}

/** The mean in percent of the possible points. */
export function meanWord(mean: number | null): Word<'low' | 'middle' | 'high'> {
  if (mean === null) return 'none';
  if (mean < 50) return 'low';
  return mean > 75 ? 'high' : 'middle';
}

/** To which side the marks trail off. */
export function skewnessWord(skewness: number | null): Word<'high' | 'even' | 'low'> {
  if (skewness === null) return 'none';
  if (skewness < -0.5) return 'high';
  return skewness > 0.5 ? 'low' : 'even';
}

/** Whether marks crowd in the middle or lie apart, against a bell curve. */
export function kurtosisWord(kurtosis: number | null): Word<'peaked' | 'even' | 'flat'> {
  if (kurtosis === null) return 'none';
  if (kurtosis > 1) return 'peaked';
  return kurtosis < -1 ? 'flat' : 'even';
}
