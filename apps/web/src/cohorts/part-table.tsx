// Parts of a cohort with their numbers and bars, largest first: a table from 768 px, a list on phones.
import type { Funnel } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber, formatPercent } from '../platform/format.js';
import { Button } from '../ui/button.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { completedShare, partsOf } from './funnel.js';
import styles from './part-table.module.css';
import { StatusBar } from './status-bar.js';

export interface Part {
  key: string;
  name: string;
  /** The address of its people; null where they cannot be asked for. */
  search: string | null;
  funnel: Funnel;
}

interface PartTableProps {
  heading: string;
  /** What a line is. */
  column: string;
  parts: Part[];
}

const atFirst = 50;

/** The parts; a long list shows its rest at a press. */
export function PartTable({ heading, column, parts }: PartTableProps) {
  const { t } = useTranslation('cohorts');
  const isNarrow = useIsNarrow();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? parts : parts.slice(0, atFirst);
  const rest = parts.length - shown.length;
  return (
    <section aria-labelledby="phan" className={styles['section']}>
      <VisuallyHidden as="h2" id="phan">
        {heading}
      </VisuallyHidden>
      {isNarrow ? <Cards parts={shown} /> : <Table column={column} parts={shown} />}
      {rest > 0 && (
        <Button look="outlined" onClick={() => setIsWhole(true)}>
          {t('part.more', { count: rest })}
        </Button>
      )}
    </section>
  );
}

const numbers = ['members', 'notStarted', 'learning', 'completed', 'certified'] as const;

function Table({ column, parts }: Omit<PartTableProps, 'heading'>) {
  const { t } = useTranslation('cohorts');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            {numbers.map((name) => (
              <th key={name} scope="col" className={table['number']}>
                {t(`part.${name}`)}
              </th>
            ))}
            <th scope="col" className={styles['wide']}>
              {t('part.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <Name part={part} />
              </th>
              {numbersOf(part.funnel).map((number, index) => (
                <td key={numbers[index]} className={table['number']}>
                  {formatNumber(number)}
                </td>
              ))}
              <td>
                <Share funnel={part.funnel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In the order of `numbers`; completed counts those with a certificate too. */
function numbersOf(funnel: Funnel): number[] {
  const parts = partsOf(funnel);
  return [funnel.enrolled, parts['not-started'], parts.learning, funnel.completed, funnel.certified];
}

function Cards({ parts }: { parts: Part[] }) {
  const { t } = useTranslation('cohorts');
  return (
    <ul className={table['list']}>
      {parts.map((part) => {
        const { enrolled, completed } = part.funnel;
        const number = formatNumber(enrolled);
        return (
          <li key={part.key} className={styles['card']}>
            <Name part={part} />
            <span className={styles['small']}>
              {[
                t('part.of', { done: formatNumber(completed), number }),
                `${t('part.notStarted')} ${formatNumber(partsOf(part.funnel)['not-started'])}`,
              ].join(' · ')}
            </span>
            <Share funnel={part.funnel} />
          </li>
        );
      })}
    </ul>
  );
}

function Name({ part: { name, search } }: { part: Part }) {
  if (!search) return <span className={styles['name']}>{name}</span>;
  return (
    <Link to={{ search }} className={styles['name']}>
      {name}
    </Link>
  );
}

function Share({ funnel }: { funnel: Funnel }) {
  return (
    <div className={styles['share']}>
      <StatusBar funnel={funnel} size="small" />
      <strong>{formatPercent(completedShare(funnel))}</strong>
    </div>
  );
}
