// Changes an exam until check-in opens. Course, quiz and place stay: another one is another exam.
import { exams, limits } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { TextInput } from '../ui/text-input.js';
import { StaffPage } from '../ui/staff-page.js';
import { toChange } from './check-exam.js';
import { CohortField } from './cohort-field.js';
import { ExamForm } from './exam-form.js';
import formStyles from './exam-form.module.css';
import { ExamsPath } from './exams-path.js';
import { valuesOfExam } from './exam-values.js';
import styles from './exams.module.css';
import { type EditData, readEdit } from './read-plan.js';
import { useExamForm } from './use-exam-form.js';

/** The exam and the cohorts of its course. */
export const loader = readEdit;

/** The page is called after the exam. */
export function title({ exam }: EditData): string {
  return exam.name;
}

/** The page; once check-in is open it says so and leads back. */
export function Component() {
  const { t } = useTranslation('exams');
  const data = useLoaderData<EditData>();
  const { exam } = data;
  return (
    <StaffPage>
      <div>
        <ExamsPath exam={exam} />
        <h1>{t('form.editTitle')}</h1>
        <p className={styles['intro']}>{t('form.editIntro')}</p>
      </div>
      {exam.abilities.edit ? (
        <Edit data={data} />
      ) : (
        <EmptyNotice
          title={t('form.closed')}
          action={
            <ButtonLink to={paths.exam(exam.id)} isWide>
              {t('form.toExam')}
            </ButtonLink>
          }
        >
          {t('form.closedText')}
        </EmptyNotice>
      )}
    </StaffPage>
  );
}

function Edit({ data: { exam, cohorts } }: { data: EditData }) {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const base = { rule: exam.rule, plannedQuestions: exam.questionCount };
  const form = useExamForm({
    initial: valuesOfExam(exam),
    send: async (values) => {
      const params = { examId: exam.id };
      await call(exams.update, { params, body: toChange(values, base) });
      await navigate(paths.exam(exam.id));
    },
  });
  return (
    <ExamForm
      form={form}
      base={base}
      action={t('form.save')}
      busy={t('form.saving')}
      back={paths.exam(exam.id)}
    >
      <TextInput
        {...form.text('name')}
        label={t('form.name')}
        maxLength={limits.examNameLength}
        autoComplete="off"
      />
      <Fixed data={exam} />
      <CohortField form={form} cohorts={cohorts} />
    </ExamForm>
  );
}

function Fixed({ data: { courseTitle, quizTitle, place, organisation } }: { data: EditData['exam'] }) {
  const { t } = useTranslation('exams');
  const inWords = useLocalized();
  const lines = [
    [t('form.course'), inWords(courseTitle)],
    [t('form.quiz'), inWords(quizTitle)],
    [t('form.place'), [organisation?.name, place.fullName].filter(Boolean).join(', ')],
  ] as const;
  return (
    <dl className={formStyles['fixed']}>
      {lines.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
