// The frame of a chart: its title, one sentence of what it shows, and the same figures as a table for whoever would rather read.
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import styles from './chart.module.css';

interface ChartCardProps {
  title: string;
  /** What the picture says, in words. */
  says: string;
  chart: ReactNode;
  table: ReactNode;
}

/** The chart or its table, by a button. */
export function ChartCard({ title, says, chart, table }: ChartCardProps) {
  const { t } = useTranslation('marking');
  const [isTable, setIsTable] = useState(false);
  const titleId = useId();
  const Icon = isTable ? IconChartBar : IconTable;
  return (
    <Card as="section" aria-labelledby={titleId} className={styles['card']}>
      <div className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {title}
        </h2>
        <Button
          look="text"
          icon={<Icon size={20} aria-hidden="true" />}
          aria-describedby={titleId}
          onClick={() => setIsTable(!isTable)}
        >
          {t(isTable ? 'chart.asPicture' : 'chart.asTable')}
        </Button>
      </div>
      <p className={styles['says']}>{says}</p>
      {isTable ? <div className={styles['table']}>{table}</div> : chart}
    </Card>
  );
}
