// What is examined and who sits it: course, quiz, cohorts, and where the exam belongs.
import type { ScopeChoice } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '../places/organisation-picker.js';
import { PlacePicker } from '../places/place-picker.js';
import { useLocalized } from '../platform/i18n.js';
import { Loading } from '../ui/skeleton.js';
import { ErrorNotice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { organisationOf } from './exam-values.js';
import type { CourseChoice, Quiz } from './read-plan.js';
import type { ExamForm } from './use-exam-form.js';
import type { Quizzes } from './use-quizzes.js';

interface CourseProps {
  form: ExamForm;
  choices: readonly CourseChoice[];
  onChoose: (choice: CourseChoice | null) => void;
}

/** Courses that have cohorts. */
export function CourseField({ form, choices, onChoose }: CourseProps) {
  const { t } = useTranslation('exams');
  const inWords = useLocalized();
  const { values, errors, idOf } = form;
  return (
    <Select
      id={idOf('courseId')}
      label={t('form.course')}
      hint={t('form.courseHint')}
      error={errors.courseId}
      value={values.courseId}
      onChange={({ target }) => onChoose(choices.find(({ id }) => id === target.value) ?? null)}
    >
      {choices.length !== 1 && <option value="">{t('form.chooseCourse')}</option>}
      {choices.map(({ id, title }) => (
        <option key={id} value={id}>
          {inWords(title)}
        </option>
      ))}
    </Select>
  );
}

interface QuizProps {
  form: ExamForm;
  quizzes: Quizzes;
  onChoose: (quiz: Quiz) => void;
}

/** The quiz of the course; asked for only where there is a choice. */
export function QuizField({ form, quizzes, onChoose }: QuizProps) {
  const { t } = useTranslation('exams');
  const inWords = useLocalized();
  const { values, errors, idOf } = form;
  const { found, problem, retry } = quizzes;
  if (!values.courseId) return null;
  if (problem) return <ErrorNotice title={t('form.quizFailed')} error={problem} onRetry={retry} />;
  if (!found) return <Loading />;
  return (
    <Select
      id={idOf('lessonId')}
      label={t('form.quiz')}
      error={found.length === 0 ? t('fault.noQuiz') : errors.lessonId}
      value={values.lessonId}
      onChange={({ target }) => {
        const quiz = found.find(({ lessonId }) => lessonId === target.value);
        if (quiz) onChoose(quiz);
      }}
    >
      {found.length !== 1 && <option value="">{t('form.chooseQuiz')}</option>}
      {found.map(({ lessonId, title }) => (
        <option key={lessonId} value={lessonId}>
          {inWords(title)}
        </option>
      ))}
    </Select>
  );
}

/** Where the exam belongs: who runs it follows from that. */
export function WhereFields({ form, scope }: { form: ExamForm; scope: ScopeChoice }) {
  const { t } = useTranslation('exams');
  const { values, errors, idOf, choose } = form;
  const [only, ...others] = scope.places;
  if (scope.places.length === 0) return <OwnOrganisation form={form} scope={scope} />;
  return (
    <>
      <PlacePicker
        id={idOf('place')}
        label={t('form.place')}
        hint={t('form.placeHint')}
        error={errors.place}
        first={scope.places}
        under={others.length === 0 ? only?.id : undefined}
        value={values.place}
        onChange={(place) => choose('place', place)}
      />
      <OrganisationPicker
        key={values.place?.id}
        id={idOf('organisation')}
        hint={t('form.organisationHint')}
        isOptional
        under={values.place?.id}
        error={errors.organisation}
        value={values.organisation}
        onChange={(organisation) => choose('organisation', organisation)}
      />
    </>
  );
}

function OwnOrganisation({ form, scope }: { form: ExamForm; scope: ScopeChoice }) {
  const { t } = useTranslation('places');
  const { values, errors, idOf, choose } = form;
  return (
    <Select
      id={idOf('organisation')}
      label={t('organisation.label')}
      error={errors.organisation ?? errors.place}
      value={values.organisation.id ?? ''}
      onChange={({ target }) =>
        choose(
          'organisation',
          organisationOf(scope.organisations.find(({ id }) => id === target.value) ?? null),
        )
      }
    >
      {scope.organisations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
