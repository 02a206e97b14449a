// The figures of the whole quiz, each with what it means for this quiz in plain words.
import type { QuizStatistics } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Card } from '../ui/card.js';
import styles from './desk.module.css';
import { formatIndex, formatPart, formatShare } from './figures.js';
import { alphaWord, kurtosisWord, meanWord, skewnessWord } from './figure-words.js';

interface Figure {
  name: string;
  value: string;
  words: string;
}

/** Four that everybody asks for, and the rest behind a word. */
export function QuizFigures({ statistics }: { statistics: QuizStatistics }) {
  const { t } = useTranslation('marking');
  return (
    <section aria-label={t('figures.title')} className={styles['figures']}>
      <Figures figures={useMain(statistics)} />
      <details className={styles['more']}>
        <summary>{t('figures.more')}</summary>
        <Figures figures={useRest(statistics)} />
      </details>
    </section>
  );
}

function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className={styles['figureGrid']}>
      {figures.map(({ name, value, words }) => (
        <Card key={name} className={styles['figure']}>
          <dt>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
          <dd className={styles['small']}>{words}</dd>
        </Card>
      ))}
    </dl>
  );
}

function useMain({ attempts, mean, passedShare, internalConsistency }: QuizStatistics): Figure[] {
  const { t } = useTranslation('marking');
  const isFew = attempts < 30;
  return [
    {
      name: t('figures.attempts'),
      value: formatNumber(attempts),
      words: t(isFew ? 'figures.attemptsFew' : 'figures.attemptsEnough'),
    },
    {
      name: t('figures.mean'),
      value: formatPart(mean),
      words: t(`figures.meanWord.${isFew ? 'few' : meanWord(mean)}`),
    },
    { name: t('figures.passed'), value: formatShare(passedShare), words: t('figures.passedText') },
    {
      name: t('figures.alpha'),
      value: formatPart(internalConsistency),
      words: t(`figures.alphaWord.${isFew ? 'few' : alphaWord(internalConsistency)}`),
    },
  ];
}

function useRest(statistics: QuizStatistics): Figure[] {
  const { t } = useTranslation('marking');
  const { median, standardDeviation, skewness, kurtosis, errorRatio, standardError } = statistics;
  return [
    { name: t('figures.median'), value: formatPart(median), words: t('figures.medianText') },
    {
      name: t('figures.deviation'),
      value: formatPart(standardDeviation),
      words: t('figures.deviationText'),
    },
    {
      name: t('figures.skewness'),
      value: formatIndex(skewness),
      words: t(`figures.skewnessWord.${skewnessWord(skewness)}`),
    },
    {
      name: t('figures.kurtosis'),
      value: formatIndex(kurtosis),
      words: t(`figures.kurtosisWord.${kurtosisWord(kurtosis)}`),
    },
    { name: t('figures.errorRatio'), value: formatPart(errorRatio), words: t('figures.errorRatioText') },
    {
      name: t('figures.standardError'),
      value: formatPart(standardError),
      words: t('figures.standardErrorText'),
    },
  ];
}
