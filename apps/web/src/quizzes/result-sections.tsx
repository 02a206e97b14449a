// What a result leads to: parts, lessons to review, when to try again, and what the course still asks for.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import type { AttemptResult, Condition, EnrolmentDetail, PartResult } from '@onetouch/contract';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatDate, formatMinutes, formatTime, formatWhen } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import { useLocalized } from '../platform/i18n.js';
import { Card } from '../ui/card.js';
import { Callout } from '../ui/notice.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { isSolid, tell, type Told } from './result-facts.js';
import styles from './result-sections.module.css';

interface OfResult {
  result: AttemptResult;
}

/** Right answers, or points, by part of the course. */
export function Parts({ result }: OfResult) {
  const { t } = useTranslation('quizzes');
  const title = t(result.hasPassed ? 'result.partsPassed' : 'result.partsFailed');
  return <Bars result={result} parts={result.parts} title={title} />;
}

/** The same by what the questions ask people to be able to do. */
export function Competences({ result }: OfResult) {
  const { t } = useTranslation('quizzes');
  return <Bars result={result} parts={result.competences} title={t('result.competences')} />;
}

function Bars({ result, parts, title }: OfResult & { parts: readonly PartResult[]; title: string }) {
  const { t } = useTranslation('quizzes');
  if (parts.length === 0) return null;
  const isWeak = parts.some((part) => !isSolid(part, result));
  const { unit } = tell(result);
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      <p className={styles['lead']}>{t(isWeak ? 'result.partsWeak' : 'result.partsStrong')}</p>
      <Card>
        <ul className={styles['parts']}>
          {parts.map((part, index) => (
            <Part key={index} part={part} unit={unit} isSolid={isSolid(part, result)} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

interface PartProps {
  part: PartResult;
  unit: Told['unit'];
  isSolid: boolean;
}

function Part({ part, unit, isSolid: solid }: PartProps) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const Icon = solid ? IconCircleCheck : IconAlertTriangle;
  return (
    <li>
      <p className={styles['part']}>
        <Icon size={22} className={styles[solid ? 'solid' : 'weak']} aria-hidden="true" />
        <span className={styles['grow']}>{local(part.title)}</span>
        <span>
          {unit === 'count'
            ? `${part.right}/${part.total}`
            : t('result.questionPoints', {
                points: formatPoints(part.points),
                possible: formatPoints(part.possiblePoints),
              })}
        </span>
        <VisuallyHidden>, {t(solid ? 'result.partGood' : 'result.partWeak')}</VisuallyHidden>
      </p>
      <ProgressBar
        value={part.points}
        max={part.possiblePoints}
        label={local(part.title)}
        tone={solid ? 'done' : 'wait'}
      />
    </li>
  );
}

/** Lessons with wrong answers, with minutes. */
export function Reviews({ result }: OfResult) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const { reviews, enrolmentId, hasPassed, attemptsLeft } = result;
  if (reviews.length === 0) return null;
  const minutes = reviews.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const isForRetry = hasPassed === false && attemptsLeft > 0;
  return (
    <section className={styles['section']}>
      <h2>
        {isForRetry ? t('result.reviewThenRetry', { time: formatMinutes(minutes) }) : t('result.review')}
      </h2>
      <Card isFlush>
        <ul className={styles['lessons']}>
          {reviews.map(({ lessonId, number, title, minutes: time, wrong }) => (
            <li key={lessonId}>
              <Link to={paths.lesson(enrolmentId, lessonId)} className={styles['lesson']}>
                <span className={styles['grow']}>
                  <span className={styles['lessonTitle']}>
                    {t('result.lesson', { number, title: local(title) })}
                  </span>
                  <span className={styles['facts']}>
                    {t('result.lessonFacts', { count: wrong, time: formatMinutes(time) })}
                  </span>
                </span>
                <IconChevronRight size={22} aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

/** `14:00 hôm nay`, or with the date. */
function useRetryTime(at: string): string {
  const { t } = useTranslation('quizzes');
  return formatDate(at) === formatDate(new Date())
    ? t('result.today', { time: formatTime(at) })
    : formatWhen(at);
}

/** When and how often the test can be tried again. */
export function Retry({ result }: OfResult) {
  const { t } = useTranslation('quizzes');
  const { attemptsLeft, attemptsAllowed, nextAttemptAt, courseCompletedAt, hasPassed, examId } = result;
  const time = useRetryTime(nextAttemptAt ?? result.startedAt);
  if (hasPassed !== false || examId !== null) return null;
  const words = ((): React.ReactNode => {
    if (courseCompletedAt) return t('result.bestCounts');
    if (attemptsLeft === 0) return t('result.noneLeft', { allowed: attemptsAllowed });
    const when = nextAttemptAt ? (
      <Trans t={t} i18nKey="result.retryAt" values={{ time }} components={{ b: <strong /> }} />
    ) : (
      t('result.retryNow')
    );
    return (
      <>
        {when} {t('result.left', { count: attemptsLeft })}
      </>
    );
  })();
  return (
    <Callout icon={<IconRefresh size={22} className={styles['info']} aria-hidden="true" />}>{words}</Callout>
  );
}

/** What of the answers does not show, and since when it will. */
export function Hidden({ result: { shows, status } }: OfResult) {
  const { t } = useTranslation('quizzes');
  if (status !== 'marked' || (shows.feedback && shows.key)) return null;
  const what = shows.feedback ? 'key' : 'feedback';
  return (
    <Callout icon={<IconEyeOff size={22} className={styles['info']} aria-hidden="true" />}>
      {shows.nextAt
        ? t(`result.hidden.${what}At`, { time: formatWhen(shows.nextAt) })
        : t(`result.hidden.${what}`)}
    </Callout>
  );
}

/** After a pass: the conditions of the course that are not met yet. */
export function StillMissing({ enrolment }: { enrolment: EnrolmentDetail }) {
  const { t } = useTranslation('quizzes');
  const missing = enrolment.conditions.filter(({ met }) => !met);
  if (missing.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('result.stillMissing')}</h2>
      <Card isFlush>
        <ul className={styles['lessons']}>
          {missing.map((condition, index) => (
            <Missing key={index} condition={condition} enrolmentId={enrolment.id} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Missing({ condition, enrolmentId }: { condition: Condition; enrolmentId: string }) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const rows =
    condition.kind === 'quiz'
      ? [
          {
            to: paths.quiz(enrolmentId, condition.lessonId),
            word: t('result.missingQuiz', { title: local(condition.title) }),
          },
        ]
      : condition.open.map(({ lessonId, title }) => ({
          to: paths.lesson(enrolmentId, lessonId),
          word: t('result.missingLesson', { title: local(title) }),
        }));
  return rows.map(({ to, word }) => (
    <li key={to}>
      <Link to={to} className={styles['lesson']}>
        <span className={styles['grow']}>{word}</span>
        <IconChevronRight size={22} aria-hidden="true" />
      </Link>
    </li>
  ));
}
