// Plans an exam: name, cohort and start are enough, everything else has a good value.
import { type CohortRow, exams, limits } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { ScopeFields } from '../places/scope-fields.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { TextInput } from '../ui/text-input.js';
import { StaffPage } from '../ui/staff-page.js';
import { toPlan } from './check-exam.js';
import { CohortField } from './cohort-field.js';
import { ExamForm } from './exam-form.js';
import { ExamsPath } from './exams-path.js';
import { emptyExam, type ExamValues, organisationOf, type RuleBase, valuesOfQuiz } from './exam-values.js';
import { type CourseChoice, type PlanData, type Quiz, readPlan } from './read-plan.js';
import { useExamForm } from './use-exam-form.js';
import { useQuizzes } from './use-quizzes.js';
import { CourseField, QuizField } from './what-fields.js';
import styles from './exams.module.css';

/** Cohorts and the own scope. */
export const loader = readPlan;

/** The page; without cohorts there is nobody to examine. */
export function Component() {
  const { t } = useTranslation('exams');
  const data = useLoaderData<PlanData>();
  return (
    <StaffPage>
      <div>
        <ExamsPath />
        <h1>{t('form.newTitle')}</h1>
        <p className={styles['intro']}>{t('form.newIntro')}</p>
      </div>
      {data.choices.length === 0 ? (
        <EmptyNotice
          title={t('form.noCohorts')}
          action={
            <ButtonLink to={paths.cohorts()} isWide>
              {t('form.toCohorts')}
            </ButtonLink>
          }
        >
          {t('form.noCohortsText')}
        </EmptyNotice>
      ) : (
        <Plan data={data} />
      )}
    </StaffPage>
  );
}

/** With one course, or one cohort, there is nothing to choose. */
function initialOf({ scope, choices }: PlanData) {
  const [only, ...others] = choices;
  const empty = emptyExam(scope);
  if (!only || others.length > 0) return empty;
  const values = valuesOfCourse(only);
  const isChosen = values.cohortIds.length > 0;
  return { ...empty, ...values, ...(isChosen ? whereOf(empty, only.cohorts[0]) : {}) };
}

/** An exam belongs where its first cohort does, unless that was said or is clear already. */
function whereOf({ place, organisation }: Pick<ExamValues, 'place' | 'organisation'>, cohort?: CohortRow) {
  const isOwn = place?.id === 'vn' && cohort?.organisation;
  return {
    place: place ?? cohort?.place ?? null,
    organisation: isOwn ? organisationOf(cohort.organisation) : organisation,
  };
}

function valuesOfCourse({ id, cohorts }: CourseChoice) {
  const [cohort, ...others] = cohorts;
  return { courseId: id, lessonId: '', cohortIds: cohort && others.length === 0 ? [cohort.id] : [] };
}

const baseOf = ({ rule, questions }: Quiz): RuleBase => ({ rule, plannedQuestions: questions });

function Plan({ data }: { data: PlanData }) {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const { scope, choices } = data;
  const [initial] = useState(() => initialOf(data));
  const [base, setBase] = useState<RuleBase | null>(null);
  const form = useExamForm({
    initial,
    send: async (values) => {
      if (!base) throw new Error('an exam was sent without its quiz');
      const exam = await call(exams.create, { body: toPlan(values, base) });
      await navigate(paths.exam(exam.id));
    },
  });
  const course = choices.find(({ id }) => id === form.values.courseId) ?? null;
  const takeQuiz = (quiz: Quiz) => {
    setBase(baseOf(quiz));
    form.change(valuesOfQuiz(quiz));
  };
  const quizzes = useQuizzes(course?.slug ?? null, ([only, ...others]) => {
    if (only && others.length === 0) takeQuiz(only);
  });
  const takeCourse = (choice: CourseChoice | null) => {
    setBase(null);
    form.choose('courseId', choice?.id ?? '');
    form.change(choice ? valuesOfCourse(choice) : { courseId: '', lessonId: '', cohortIds: [] });
  };
  return (
    <ExamForm
      form={form}
      base={base}
      action={t('form.create')}
      busy={t('form.creating')}
      back={paths.exams()}
    >
      <TextInput
        {...form.text('name')}
        label={t('form.name')}
        hint={t('form.nameHint')}
        maxLength={limits.examNameLength}
        autoComplete="off"
      />
      <CourseField form={form} choices={choices} onChoose={takeCourse} />
      <QuizField form={form} quizzes={quizzes} onChoose={takeQuiz} />
      <CohortField
        form={form}
        cohorts={course?.cohorts ?? []}
        onAdd={(cohort) => form.change(whereOf(form.values, cohort))}
      />
      <ScopeFields
        form={form}
        scope={scope}
        label={t('form.place')}
        hint={t('form.placeHint')}
        organisationHint={t('form.organisationHint')}
      />
    </ExamForm>
  );
}
