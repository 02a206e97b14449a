// Opens a cohort: name, course, place in the own scope, perhaps an organisation, and two typed days.
import { cohorts, limits, type CohortDetail, type ScopeChoice } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { ScopeFields } from '../places/scope-fields.js';
import { formatDate } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Combobox } from '../ui/combobox.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextInput } from '../ui/text-input.js';
import { useForm } from '../ui/use-form.js';
import styles from './cohorts-page.module.css';
import { type ChosenCourse, findCourses } from './find-courses.js';
import { checkCohort, type CohortValues, emptyCohort, faultsOfCohort, toBody } from './new-cohort.js';

export interface CreateCohortProps {
  /** Where the reader may open one, as the server says. */
  scope: ScopeChoice;
  isOpen: boolean;
  onClose: () => void;
  onCreated: (cohort: CohortDetail) => void;
}

/** The dialog; its values outlive a refusal and an accidental closing. */
export function CreateCohort({ scope, isOpen, onClose, onCreated }: CreateCohortProps) {
  const { t } = useTranslation('cohorts');
  const send = async (values: CohortValues) => {
    onCreated(await call(cohorts.create, { body: toBody(values) }));
  };
  const form = useForm<CohortValues>({
    id: 'dot-hoc',
    initial: emptyCohort(scope),
    check: checkCohort,
    send,
    faultsOf: faultsOfCohort,
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('create.title')}
      actions={
        <>
          <Button isBusy={form.isBusy} onClick={() => void form.submit()}>
            {t(form.isBusy ? 'create.busy' : 'create.action')}
          </Button>
          <Button look="outlined" onClick={onClose}>
            {t('create.cancel')}
          </Button>
        </>
      }
    >
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <TextInput
          {...form.text('name')}
          label={t('create.name')}
          hint={t('create.nameHint')}
          maxLength={limits.cohortNameLength}
          autoComplete="off"
        />
        <CourseField form={form} />
        <ScopeFields
          form={form}
          scope={scope}
          label={t('create.place')}
          hint={t('create.placeHint')}
          organisationHint={t('create.organisationHint')}
        />
        <DateFields form={form} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  );
}

type Form = ReturnType<typeof useForm<CohortValues>>;

function CourseField({ form: { values, errors, idOf, choose } }: { form: Form }) {
  const { t } = useTranslation('cohorts');
  const [typed, setTyped] = useState('');
  return (
    <Combobox<ChosenCourse>
      id={idOf('course')}
      label={t('create.course')}
      hint={t('create.courseHint')}
      error={errors.course}
      text={values.course?.title ?? typed}
      isChosen={values.course !== null}
      find={findCourses}
      onText={(text) => {
        setTyped(text);
        choose('course', null);
      }}
      onChoose={(course) => choose('course', course)}
    />
  );
}

function DateFields({ form }: { form: Form }) {
  const { t } = useTranslation('cohorts');
  const [today] = useState(() => formatDate(new Date()));
  const hint = t('create.dateHint', { example: today });
  return (
    <div className={styles['dates']}>
      <TextInput
        {...form.text('opensOn')}
        label={t('create.opensOn')}
        hint={hint}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextInput
        {...form.text('closesOn')}
        label={t('create.closesOn')}
        hint={hint}
        inputMode="numeric"
        autoComplete="off"
      />
    </div>
  );
}
