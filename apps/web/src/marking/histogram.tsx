// How many attempts lie in each tenth of the possible points. Drawn as plain SVG; the number stands above every bar.
import type { QuizStatistics } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { ChartCard } from './chart-card.js';
import styles from './chart.module.css';
import { formatPart } from './figures.js';

const height = 260;
const base = 218;
const top = 26;
const left = 8;

const rangeOf = (tenth: number) => `${tenth * 10}–${tenth * 10 + 10}%`;

/** The chart with its table. */
export function Histogram({ statistics }: { statistics: QuizStatistics }) {
  const { t } = useTranslation('marking');
  const { histogram, mean, median } = statistics;
  const most = histogram.indexOf(Math.max(...histogram));
  const says = t('histogram.says', {
    range: rangeOf(most),
    number: formatNumber(histogram[most] ?? 0),
    mean: formatPart(mean),
    median: formatPart(median),
  });
  return (
    <ChartCard
      title={t('histogram.title')}
      says={says}
      chart={<Bars histogram={histogram} label={t('histogram.label')} axis={t('histogram.axis')} />}
      table={<BarTable histogram={histogram} />}
    />
  );
}

function Bars({ histogram, label, axis }: { histogram: number[]; label: string; axis: string }) {
  // Letters of a drawing shrink with it: on a phone the drawing is narrower instead.
  const width = useIsNarrow() ? 340 : 480;
  const step = (width - 2 * left) / 10;
  const largest = Math.max(1, ...histogram);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles['chart']}>
      <line x1={left} x2={width - left} y1={base} y2={base} className={styles['axis']} />
      {histogram.map((count, tenth) => {
        const barHeight = (count / largest) * (base - top);
        const x = left + tenth * step;
        return (
          <g key={tenth}>
            <rect
              x={x + 3}
              width={step - 6}
              y={base - barHeight}
              height={barHeight}
              className={styles['bar']}
            />
            <text x={x + step / 2} y={base - barHeight - 7} className={styles['count']}>
              {formatNumber(count)}
            </text>
            <text x={x} y={base + 18} className={styles['tick']}>
              {tenth * 10}
            </text>
          </g>
        );
      })}
      <text x={width - left} y={base + 18} className={styles['tick']}>
        100
      </text>
      <text x={width / 2} y={base + 38} className={styles['tick']}>
        {axis}
      </text>
    </svg>
  );
}

function BarTable({ histogram }: { histogram: number[] }) {
  const { t } = useTranslation('marking');
  return (
    <table className={styles['numbers']}>
      <caption>{t('histogram.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('histogram.range')}</th>
          <th scope="col">{t('histogram.count')}</th>
        </tr>
      </thead>
      <tbody>
        {histogram.map((count, tenth) => (
          <tr key={tenth}>
            <th scope="row">{rangeOf(tenth)}</th>
            <td>{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
