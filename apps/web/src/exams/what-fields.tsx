// What is examined: a course, and its quiz.
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Loading } from '../ui/skeleton.js';
import { ErrorNotice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
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
