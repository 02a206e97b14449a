// One question in the chart: a shape by its judgement, with its number inside.
import type { ItemStatistics } from '@onetouch/contract';
import styles from './chart.module.css';

interface ScatterMarkProps {
  judgement: ItemStatistics['judgement'];
  x: number;
  y: number;
  words: string;
}

const size = 9;

/** The shape at its place. */
export function ScatterMark({ judgement, x, y, words }: ScatterMarkProps) {
  return (
    <g transform={`translate(${x} ${y})`} className={`${styles['mark']} ${styles[`mark-${judgement}`]}`}>
      <Shape judgement={judgement} />
      {words && (
        <text y={4} className={styles['markWords']}>
          {words}
        </text>
      )}
    </g>
  );
}

function Shape({ judgement }: Pick<ScatterMarkProps, 'judgement'>) {
  switch (judgement) {
    case 'good':
    case 'too-few':
      return <circle r={size} />;
    case 'too-easy':
      return <rect x={-size} y={-size} width={2 * size} height={2 * size} rx={1.5} />;
    case 'too-hard':
      return <path d={`M0 ${-size - 3} L${size + 3} ${size} L${-size - 3} ${size} Z`} />;
    case 'review':
      return <path d={`M0 ${-size - 3} L${size + 3} 0 L0 ${size + 3} L${-size - 3} 0 Z`} />;
  }
}
