// The way into a test, or why not yet: lessons first, a pause, or no attempt left. The server decides; this asks.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { quizzes, type Quiz } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useRevalidator } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { isProblem, Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import styles from './start-attempt.module.css';

/** The main button with what stands in its way. */
export function StartAttempt({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  if (quiz.openAttemptId) {
    const number = quiz.attempts.find(({ id }) => id === quiz.openAttemptId)?.number ?? 1;
    return (
      <ButtonLink size="large" to={paths.attempt(quiz.openAttemptId)}>
        {t('quiz.continue', { number })}
      </ButtonLink>
    );
  }
  return (
    <div className={styles['start']}>
      {quiz.hasPassed && (
        <Callout tone="done" icon={<IconCircleCheck size={22} aria-hidden="true" />}>
          {t('quiz.passed')}
        </Callout>
      )}
      <Way quiz={quiz} />
    </div>
  );
}

function Way({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  if (quiz.lockedBy.length > 0) return <Locked quiz={quiz} />;
  if (quiz.attemptsLeft === 0) {
    return (
      <Callout tone={quiz.hasPassed ? 'info' : 'wait'}>
        <strong>{t('quiz.noneLeft', { allowed: quiz.rule.attemptsAllowed })}</strong>
        <p>{t('quiz.noneLeftHelp')}</p>
      </Callout>
    );
  }
  if (quiz.nextAttemptAt) {
    return (
      <Callout tone="wait" icon={<IconClock size={22} aria-hidden="true" />}>
        <strong>{t('quiz.pauseUntil', { time: formatWhen(quiz.nextAttemptAt) })}</strong>{' '}
        {t('quiz.left', { count: quiz.attemptsLeft })}
        <p>{t('quiz.pauseHow')}</p>
      </Callout>
    );
  }
  return <StartButton quiz={quiz} />;
}

function Locked({ quiz: { lockedBy, enrolmentId } }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const [first] = lockedBy;
  return (
    <>
      <Callout tone="wait" icon={<IconLock size={22} aria-hidden="true" />}>
        <strong>{t('quiz.lockedTitle', { count: lockedBy.length })}</strong>
        <ul className={styles['locks']}>
          {lockedBy.map(({ lessonId, title }) => (
            <li key={lessonId}>
              <Link to={paths.lesson(enrolmentId, lessonId)}>{local(title)}</Link>
            </li>
          ))}
        </ul>
      </Callout>
      {first && (
        <ButtonLink size="large" to={paths.lesson(enrolmentId, first.lessonId)}>
          {t('quiz.toLesson', { title: local(first.title) })}
        </ButtonLink>
      )}
    </>
  );
}

function StartButton({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [isStarting, setIsStarting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const start = async () => {
    setIsStarting(true);
    setProblem(null);
    try {
      const { enrolmentId, lessonId } = quiz;
      const attempt = await call(quizzes.start, { params: { enrolmentId, lessonId } });
      await navigate(paths.attempt(attempt.id));
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'service.failed', status: 500 }));
      // Another device may have started or handed in meanwhile.
      if (isProblem(error) && error.status === 409) void revalidate();
    }
    setIsStarting(false);
  };
  const number = quiz.attempts.length + 1;
  const word = number === 1 ? t('quiz.start') : t('quiz.again', { number });
  return (
    <>
      {problem && <Callout tone="error">{problemWords(problem)}</Callout>}
      <div className={styles['row']}>
        <Button
          size="large"
          look={quiz.hasPassed ? 'outlined' : 'primary'}
          isBusy={isStarting}
          onClick={() => void start()}
        >
          {isStarting ? t('quiz.starting') : word}
        </Button>
        {quiz.attempts.length > 0 && <span>{t('quiz.left', { count: quiz.attemptsLeft })}</span>}
      </div>
    </>
  );
}
