// What completes a course: for learners with how far each condition is, for visitors what will be asked for.
import type { Condition, CoursePage, EnrolmentDetail, Requirement } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatMinutes, formatWhen } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import { useLocalized } from '../platform/i18n.js';
import { ProgressBar } from '../ui/progress-bar.js';
import styles from './course-conditions.module.css';

type QuizRequirement = Extract<Requirement, { kind: 'quiz' }>;
type QuizCondition = Extract<Condition, { kind: 'quiz' }>;

interface Row {
  key: string;
  title: string;
  hint: string;
  /** Only for learners: in words, and as a share. */
  state?: { text: string; value: number; max: number; isMet: boolean };
}

/** The list, in the order of the rule. */
export function CourseConditions({
  course,
  enrolment,
}: {
  course: CoursePage;
  enrolment: EnrolmentDetail | null;
}) {
  const { t } = useTranslation('courses');
  const rows = useRows(course, enrolment);
  return (
    <>
      <p className={styles['intro']}>{t('conditions.intro', { count: rows.length })}</p>
      <ol className={styles['list']}>
        {rows.map(({ key, title, hint, state }, index) => (
          <li key={key} className={styles['row']}>
            <div>
              <h3>
                {index + 1}. {title}
              </h3>
              <p className={styles['hint']}>{hint}</p>
            </div>
            {state && (
              <div className={styles['state']}>
                <p className={state.isMet ? styles['met'] : undefined}>{state.text}</p>
                <ProgressBar
                  value={state.value}
                  max={state.max}
                  label={title}
                  tone={state.isMet ? 'done' : 'primary'}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      {enrolment && !enrolment.completedAt && (
        <p className={styles['why']}>
          <Link to={paths.myLearning()}>{t('conditions.why')}</Link>
        </p>
      )}
    </>
  );
}

function useRows(course: CoursePage, enrolment: EnrolmentDetail | null): Row[] {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  const hintOf = ({ rule, passCount }: QuizRequirement) =>
    [
      t('conditions.pass', { right: passCount, all: rule.draw }),
      t('conditions.attempts', { count: rule.attemptsAllowed }),
      rule.pauseMinutes > 0 && t('conditions.pause', { pause: formatMinutes(rule.pauseMinutes) }),
    ]
      .filter(Boolean)
      .join(' ');
  if (!enrolment) {
    return course.requirements.map((one) =>
      one.kind === 'lessons'
        ? {
            key: one.kind,
            title: t('conditions.lessons', { count: one.count }),
            hint: t('conditions.lessonsHint'),
          }
        : {
            key: one.lessonId,
            title: t('conditions.quiz', { title: inWords(one.title) }),
            hint: hintOf(one),
          },
    );
  }
  // The rule of the newest version is the own rule only when that is the version learned.
  const isNewest = enrolment.versionId === course.versionId;
  const ruleOf = (lessonId: string) =>
    course.requirements.find(
      (one): one is QuizRequirement => isNewest && one.kind === 'quiz' && one.lessonId === lessonId,
    );
  return enrolment.conditions.map((one): Row => {
    if (one.kind === 'lessons') {
      const text = t('conditions.lessonsState', { done: one.done, total: one.total });
      return {
        key: one.kind,
        title: t('conditions.lessons', { count: one.total }),
        hint: t('conditions.lessonsHint'),
        state: { text, value: one.done, max: one.total, isMet: one.met },
      };
    }
    const rule = ruleOf(one.lessonId);
    return {
      key: one.lessonId,
      title: t('conditions.quiz', { title: inWords(one.title) }),
      hint: [rule && hintOf(rule), leftOf(one)].filter(Boolean).join(' '),
      state: quizState(one),
    };
  });

  function leftOf({ met, best, attemptsLeft, nextAttemptAt }: QuizCondition): string {
    if (met || !best) return '';
    if (nextAttemptAt) return t('conditions.nextAt', { time: formatWhen(nextAttemptAt) });
    return t('conditions.left', { count: attemptsLeft });
  }
  function quizState({ met, best }: QuizCondition): NonNullable<Row['state']> {
    if (!best) return { text: t('conditions.notYet'), value: 0, max: 1, isMet: met };
    const text = t(met ? 'conditions.passed' : 'conditions.best', {
      points: formatPoints(best.points),
      needed: formatPoints(best.needed),
      possible: formatPoints(best.possible),
    });
    return { text, value: best.points, max: best.possible, isMet: met };
  }
}
