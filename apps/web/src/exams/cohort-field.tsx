// The cohorts that sit an exam: those of its course, to tick; a long list is narrowed by typing.
import type { CohortRow } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { windowWords } from '../cohorts/phase.js';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { RadioCard } from '../ui/choices.js';
import { classNames } from '../ui/class-names.js';
import { FieldGroup } from '../ui/field.js';
import { SearchField } from '../ui/search-field.js';
import styles from './exam-form.module.css';
import type { ExamForm } from './use-exam-form.js';

const searchFrom = 8;

/** The list; nothing until a course is chosen. */
export function CohortField({
  form,
  cohorts,
  onAdd,
}: {
  form: ExamForm;
  cohorts: readonly CohortRow[];
  /** Hears of each cohort that is added. */
  onAdd?: (cohort: CohortRow) => void;
}) {
  const { t } = useTranslation('exams');
  const { values, errors, idOf, choose } = form;
  const [typed, setTyped] = useState('');
  if (!values.courseId) return null;
  const chosen = new Set(values.cohortIds);
  const wanted = foldVietnamese(typed);
  const shown = cohorts.filter(({ id, name }) => chosen.has(id) || foldVietnamese(name).includes(wanted));
  const members = cohorts
    .filter(({ id }) => chosen.has(id))
    .reduce((sum, { funnel }) => sum + funnel.enrolled, 0);
  const turn = (cohort: CohortRow) => {
    const { id } = cohort;
    if (!chosen.has(id)) onAdd?.(cohort);
    choose('cohortIds', chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <FieldGroup
      id={idOf('cohortIds')}
      legend={t('form.cohorts')}
      hint={t('form.cohortsHint')}
      error={errors.cohortIds}
    >
      {cohorts.length >= searchFrom && (
        <SearchField label={t('form.cohortSearch')} value={typed} onChange={setTyped} />
      )}
      <div className={classNames(styles['options'], cohorts.length >= searchFrom && styles['many'])}>
        {shown.map((cohort) => (
          <RadioCard
            key={cohort.id}
            isMultiple
            title={cohort.name}
            checked={chosen.has(cohort.id)}
            onChange={() => turn(cohort)}
          >
            {[
              t('members', {
                count: cohort.funnel.enrolled,
                number: formatNumber(cohort.funnel.enrolled),
              }),
              cohort.organisation?.name ?? cohort.place.fullName,
              windowWords(cohort),
            ].join(' · ')}
          </RadioCard>
        ))}
      </div>
      {cohorts.length > 1 && chosen.size < shown.length && (
        <Button
          look="text"
          className={styles['all']}
          onClick={() => choose('cohortIds', [...new Set([...chosen, ...shown.map(({ id }) => id)])])}
        >
          {t('form.allCohorts', { count: shown.length })}
        </Button>
      )}
      <p role="status" className={styles['line']}>
        {chosen.size > 0 && t('form.chosen', { count: members, number: formatNumber(members) })}
      </p>
    </FieldGroup>
  );
}
