// Before a test: the rule in plain words, the attempts so far, and what must come first. Knows no question.
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { quizzes, type Quiz } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { localized, useLocalized } from '../platform/i18n.js';
import { serverNow } from '../platform/server-clock.js';
import { IconButton } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { PlainHeader, PlainMain } from '../ui/layout/plain-layout.js';
import { OutboxSaveState } from '../ui/save-state.js';
import { PastAttempts } from './past-attempts.js';
import styles from './quiz-page.module.css';
import { QuizRules } from './quiz-rules.js';
import { StartAttempt } from './start-attempt.js';
import { useReadAgainAt } from './use-read-again-at.js';

/** The rule and the own attempts; refuses with `enrolment.not-found` and `lesson.not-found`. */
export function loader({ params }: LoaderFunctionArgs): Promise<Quiz> {
  const { enrolmentId = '', lessonId = '' } = params;
  return call(quizzes.read, { params: { enrolmentId, lessonId } });
}

/** The name of the test. */
export function title(quiz: Quiz): string {
  return localized(quiz.title);
}

/** One column: what it takes, how to start, what was. */
export function Component() {
  const quiz = useLoaderData<Quiz>();
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const navigate = useNavigate();
  const { opensAt } = quiz.rule;
  const opens = opensAt && Date.parse(opensAt) > serverNow() ? opensAt : null;
  useReadAgainAt(opens ?? quiz.nextAttemptAt);
  return (
    <>
      <PlainHeader
        start={
          <IconButton
            label={t('quiz.back')}
            icon={<IconX size={24} aria-hidden="true" />}
            onClick={() => void navigate(paths.course(quiz.courseSlug))}
          />
        }
        end={<OutboxSaveState isShort />}
      >
        <p className={styles['course']}>{local(quiz.courseTitle)}</p>
      </PlainHeader>
      <PlainMain>
        <div className={styles['page']}>
          <h1>{local(quiz.title)}</h1>
          <Card as="section" className={styles['card']}>
            <QuizRules quiz={quiz} />
            <StartAttempt quiz={quiz} />
          </Card>
          <PastAttempts quiz={quiz} />
        </div>
      </PlainMain>
    </>
  );
}
