// When: three typed moments in Viet Nam. The last two follow the first until somebody types their own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../platform/format.js';
import { FieldGroup } from '../ui/field.js';
import { TextInput } from '../ui/text-input.js';
import styles from './exam-form.module.css';
import type { ExamForm } from './use-exam-form.js';

const plain = { inputMode: 'numeric', autoComplete: 'off' } as const;

/** Start, check-in and end. */
export function TimeFields({ form }: { form: ExamForm }) {
  const { t } = useTranslation('exams');
  const [example] = useState(() => formatDate(new Date()));
  return (
    <>
      <FieldGroup legend={t('form.starts')} hint={t('form.startsHint', { example })}>
        <div className={styles['pair']}>
          <TextInput {...form.source('startsOn')} {...plain} label={t('form.day')} />
          <TextInput {...form.source('startsAt')} {...plain} label={t('form.time')} />
        </div>
      </FieldGroup>
      <FieldGroup legend={t('form.checkIn')} hint={t('form.checkInHint')}>
        <div className={styles['pair']}>
          <TextInput {...form.text('checkInOn')} {...plain} label={t('form.day')} />
          <TextInput {...form.text('checkInAt')} {...plain} label={t('form.time')} />
        </div>
      </FieldGroup>
      <FieldGroup legend={t('form.closes')} hint={t('form.closesHint')}>
        <div className={styles['pair']}>
          <TextInput {...form.text('closesOn')} {...plain} label={t('form.day')} />
          <TextInput {...form.text('closesAt')} {...plain} label={t('form.time')} />
        </div>
      </FieldGroup>
    </>
  );
}
