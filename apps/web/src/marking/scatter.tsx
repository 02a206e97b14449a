// Every question by how easy it is and how well it tells people apart, with the field in which a good one lies. The shape says
// the judgement, so that no meaning rests on colour; the number is that of the list.
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { ChartCard } from './chart-card.js';
import styles from './chart.module.css';
import { formatIndex } from './figures.js';
import { ScatterMark } from './scatter-mark.js';
import type { NumberedItem } from './numbered-item.js';

const height = 300;
const left = 44;
const right = 12;
const top = 12;
const bottom = 44;

/** The scale of a drawing of this width. */
function xScale(width: number) {
  return (facility: number) => left + Math.min(1, Math.max(0, facility)) * (width - left - right);
}

/** The scale from the lowest mark of the axis to 1. */
function yScale(lowest: number) {
  return (discrimination: number) => top + ((1 - discrimination) / (1 - lowest)) * (height - top - bottom);
}

interface Placed extends NumberedItem {
  facilityIndex: number;
  discriminationIndex: number;
}

const isPlaced = (item: NumberedItem): item is Placed =>
  item.facilityIndex !== null && item.discriminationIndex !== null;

/** The chart with its table. */
export function Scatter({ items }: { items: NumberedItem[] }) {
  const { t } = useTranslation('marking');
  const placed = items.filter(isPlaced);
  const good = items.filter(({ judgement }) => judgement === 'good').length;
  return (
    <ChartCard
      title={t('scatter.title')}
      says={t('scatter.says', { good, count: items.length })}
      chart={
        <>
          <Field items={placed} label={t('scatter.label')} />
          <Legend />
        </>
      }
      table={<ItemTable items={items} />}
    />
  );
}

const facilityTicks = [0, 0.3, 0.5, 0.8, 1];

function Field({ items, label }: { items: Placed[]; label: string }) {
  const { t } = useTranslation('marking');
  // Letters of a drawing shrink with it: on a phone the drawing is narrower instead.
  const width = useIsNarrow() ? 340 : 480;
  const xOf = xScale(width);
  const lowest = items.some(({ discriminationIndex }) => discriminationIndex < -0.2) ? -1 : -0.2;
  const y = yScale(lowest);
  const ticks = lowest === -1 ? [-1, -0.5, 0, 0.2, 0.5, 1] : [-0.2, 0, 0.2, 0.5, 1];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles['chart']}>
      <rect
        x={xOf(0.3)}
        y={y(1)}
        width={xOf(0.8) - xOf(0.3)}
        height={y(0.2) - y(1)}
        className={styles['zone']}
      />
      <text x={xOf(0.55)} y={y(1) + 18} className={styles['zoneWords']}>
        {t('scatter.zone')}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width - right}
            y1={y(tick)}
            y2={y(tick)}
            className={tick === 0 ? styles['axis'] : styles['grid']}
          />
          <text x={left - 6} y={y(tick) + 4} className={styles['tickEnd']}>
            {formatIndex(tick)}
          </text>
        </g>
      ))}
      {facilityTicks.map((tick) => (
        <text key={tick} x={xOf(tick)} y={height - bottom + 18} className={styles['tick']}>
          {formatIndex(tick)}
        </text>
      ))}
      <text x={(left + width - right) / 2} y={height - 6} className={styles['tick']}>
        {t('scatter.axes')}
      </text>
      {items.map((item) => (
        <ScatterMark
          key={item.questionId}
          judgement={item.judgement}
          x={xOf(item.facilityIndex)}
          y={y(item.discriminationIndex)}
          words={String(item.number)}
        />
      ))}
    </svg>
  );
}

const judgements = ['good', 'too-easy', 'too-hard', 'review', 'too-few'] as const;

function Legend() {
  const { t } = useTranslation('marking');
  return (
    <ul className={styles['legend']} aria-label={t('scatter.legend')}>
      {judgements.map((judgement) => (
        <li key={judgement}>
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <ScatterMark judgement={judgement} x={11} y={11} words="" />
          </svg>
          {t(`judgement.${judgement}`)}
        </li>
      ))}
    </ul>
  );
}

function ItemTable({ items }: { items: NumberedItem[] }) {
  const { t } = useTranslation('marking');
  return (
    <table className={styles['numbers']}>
      <caption>{t('scatter.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('items.column.question')}</th>
          <th scope="col">{t('items.column.facility')}</th>
          <th scope="col">{t('items.column.discrimination')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ questionId, number, prompt, facilityIndex, discriminationIndex }) => (
          <tr key={questionId}>
            <th scope="row">
              {number}. <span lang="vi">{prompt}</span>
            </th>
            <td>{formatIndex(facilityIndex)}</td>
            <td>{formatIndex(discriminationIndex)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
