// What has a good value already: how the paper is worked on and marked, when what is shown, and how the start is spread.
import type { ShownWhen } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/choices.js';
import { classNames } from '../ui/class-names.js';
import { Select } from '../ui/select.js';
import { TextInput } from '../ui/text-input.js';
import styles from './exam-form.module.css';
import { perPageChoices } from './exam-values.js';
import type { ExamForm } from './use-exam-form.js';

const plain = { inputMode: 'numeric', autoComplete: 'off' } as const;
const pair = () => classNames(styles['pair'], styles['even']);

/** The fields, in pairs. */
export function MoreFields({ form }: { form: ExamForm }) {
  const { t } = useTranslation('exams');
  return (
    <>
      <WorkFields form={form} />
      <MarkFields form={form} />
      <ShowFields form={form} />
      <div className={pair()}>
        <TextInput
          {...form.text('graceMinutes')}
          {...plain}
          label={t('form.grace')}
          hint={t('form.graceHint')}
        />
        <TextInput
          {...form.text('spreadSeconds')}
          {...plain}
          label={t('form.spread')}
          hint={t('form.spreadHint')}
        />
      </div>
      <p className={styles['line']}>{t('form.networks')}</p>
    </>
  );
}

function WorkFields({ form }: { form: ExamForm }) {
  const { t } = useTranslation('exams');
  const { values } = form;
  const isOther = !perPageChoices.some((choice) => choice === values.perPage);
  return (
    <div className={pair()}>
      <Select {...form.text('navigation')} label={t('form.navigation')}>
        <option value="free">{t('navigation.free')}</option>
        <option value="one-way">{t('navigation.oneWay')}</option>
      </Select>
      <Select {...form.text('perPage')} label={t('form.perPage')}>
        {perPageChoices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === 'all' ? t('form.onePage') : t('form.perPageCount', { count: Number(choice) })}
          </option>
        ))}
        {isOther && (
          <option value={values.perPage}>{t('form.perPageCount', { count: Number(values.perPage) })}</option>
        )}
      </Select>
    </div>
  );
}

function MarkFields({ form }: { form: ExamForm }) {
  const { t } = useTranslation('exams');
  const { values, set } = form;
  return (
    <>
      <Checkbox
        checked={values.hasPartialCredit}
        onChange={({ target }) => set('hasPartialCredit', target.checked)}
        hint={t('form.partialHint')}
      >
        {t('form.partial')}
      </Checkbox>
      <TextInput
        {...form.text('wrongPercent')}
        {...plain}
        label={t('form.wrongPercent')}
        hint={t('form.wrongPercentHint')}
      />
    </>
  );
}

const shown: ShownWhen[] = ['at-once', 'after-submit', 'after-close', 'never'];

function ShowFields({ form }: { form: ExamForm }) {
  const { t } = useTranslation('exams');
  return (
    <>
      <Select {...form.text('release')} label={t('form.release')} hint={t('form.releaseHint')}>
        <option value="by-person">{t('release.by-person')}</option>
        <option value="at-once">{t('release.at-once')}</option>
      </Select>
      <div className={pair()}>
        {(['feedback', 'key'] as const).map((name) => (
          <Select key={name} {...form.text(name)} label={t(`form.${name}`)}>
            {shown.map((when) => (
              <option key={when} value={when}>
                {t(`shown.${when}`)}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </>
  );
}
