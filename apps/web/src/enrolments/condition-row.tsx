// One condition: a mark with words, a count at the right, the proof, and a button when something can be done.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './conditions.module.css';

const icons = { met: IconCircleCheck, open: IconCircleDashed, waits: IconClock };

export interface ConditionRowProps {
  state: keyof typeof icons;
  title: string;
  count?: string | undefined;
  children: ReactNode;
  action?: ReactNode;
}

/** A list item; the state is said in words too. */
export function ConditionRow({ state, title, count, children, action }: ConditionRowProps) {
  const { t } = useTranslation('enrolments');
  const Icon = icons[state];
  return (
    <li className={classNames(styles['row'], styles[state])}>
      <Icon size={26} className={styles['mark']} aria-hidden="true" />
      <div className={styles['body']}>
        <p className={styles['head']}>
          <strong>
            <VisuallyHidden>{t(`why.${state}`)}: </VisuallyHidden>
            {title}
          </strong>
          {count && <span className={styles['count']}>{count}</span>}
        </p>
        <div className={styles['proof']}>{children}</div>
        {action && <div className={styles['action']}>{action}</div>}
      </div>
    </li>
  );
}
