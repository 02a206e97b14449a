// A pasted list of e-mails and phone numbers, counted before anything is sent.
import { limits } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { TextArea } from '../ui/text-input.js';
import styles from './add-members.module.css';
import type { Adding } from './use-adding.js';

const namedMalformed = 5;

/** The field, and what was read in it. */
export function PasteList({ adding: { text, setText, pasted } }: { adding: Adding }) {
  const { t } = useTranslation('cohorts');
  const { logins, emails, phones, malformed, repeated, ignored } = pasted;
  const named = malformed.slice(0, namedMalformed).join(', ');
  const words = (count: number) => ({ count, number: formatNumber(count) });
  return (
    <>
      <TextArea
        label={t('add.pasteLabel')}
        hint={t('add.pasteHint', { limit: formatNumber(limits.loginsPerPaste) })}
        rows={7}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text.trim() !== '' && (
        <div role="status">
          <p className={styles['strong']}>
            {t('add.counted', {
              ...words(logins.length),
              emails: formatNumber(emails),
              phones: formatNumber(phones),
            })}
          </p>
          {malformed.length > 0 && (
            <p className={styles['malformed']}>
              {t('add.malformed', words(malformed.length))} {named}
              {malformed.length > namedMalformed && ' …'}
            </p>
          )}
          {repeated > 0 && <p className={styles['line']}>{t('add.repeated', words(repeated))}</p>}
          {ignored > 0 && <p className={styles['line']}>{t('add.ignored', words(ignored))}</p>}
        </div>
      )}
    </>
  );
}
