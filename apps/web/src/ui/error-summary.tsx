// What is to be mended, above the form, with a link to each place; takes the focus when it appears.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

export interface FieldFault {
  /** The id of the input. */
  id: string;
  message: string;
}

/** The summary of a form's faults; nothing when there are none. `attempt` grows with every submission, so that focus comes back. */
export function ErrorSummary({ faults, attempt }: { faults: FieldFault[]; attempt: number }) {
  const { t } = useTranslation('shell');
  const box = useRef<HTMLDivElement>(null);
  const hasFaults = faults.length > 0;
  useEffect(() => {
    if (hasFaults && attempt > 0) box.current?.focus();
  }, [attempt, hasFaults]);
  if (!hasFaults) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles['summary']}>
      <p className={styles['summaryTitle']}>{t('form.faults', { count: faults.length })}</p>
      <ul className={styles['summaryList']}>
        {faults.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
