// Parts of a cohort with their numbers and bars, largest first: a table from 768 px, a list on phones.
import type { Funnel } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '../platform/format.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { RowName } from '../ui/row-name.js';
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

/** The parts; a long list shows its rest at a press. */
export function PartTable({ heading, column, parts }: PartTableProps) {
  const { t } = useTranslation('cohorts');
  return (
    <section aria-labelledby="phan" className={styles['section']}>
      <VisuallyHidden as="h2" id="phan">
        {heading}
      </VisuallyHidden>
      <RowList
        rows={parts}
        keyOf={({ key }) => key}
        gap={4}
        columns={[
          { head: column, cell: ({ name, search }) => <RowName to={search && { search }}>{name}</RowName> },
          ...numbers.map(([name, numberOf]) => ({
            head: t(`part.${name}`),
            look: 'number' as const,
            cell: ({ funnel }: Part) => formatNumber(numberOf(funnel)),
          })),
          {
            head: t('part.share'),
            className: styles['wide'],
            cell: ({ funnel }) => <Share funnel={funnel} />,
          },
        ]}
        card={(part) => <Card part={part} />}
        first={{ count: 50, more: (count) => t('part.more', { count }) }}
      />
    </section>
  );
}

/** Completed counts those with a certificate too. */
const numbers = [
  ['members', (funnel: Funnel) => funnel.enrolled],
  ['notStarted', (funnel: Funnel) => partsOf(funnel)['not-started']],
  ['learning', (funnel: Funnel) => partsOf(funnel).learning],
  ['completed', (funnel: Funnel) => funnel.completed],
  ['certified', (funnel: Funnel) => funnel.certified],
] as const;

function Card({ part: { name, search, funnel } }: { part: Part }) {
  const { t } = useTranslation('cohorts');
  const done = formatNumber(funnel.completed);
  const small = dotted(
    t('part.of', { done, number: formatNumber(funnel.enrolled) }),
    `${t('part.notStarted')} ${formatNumber(partsOf(funnel)['not-started'])}`,
  );
  return (
    <>
      <RowName to={search && { search }} small={[small]}>
        {name}
      </RowName>
      <Share funnel={funnel} />
    </>
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
