// What the rule tells at once about a final answer: right or not, and why. Knows only what the server has said.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { PaperQuestion } from '@onetouch/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../platform/format-points.js';
import { Callout } from '../ui/notice.js';
import { isUnconfirmed, type AnswerState } from './answers.js';
import type { AttemptStore } from './attempt-store.js';

interface AnswerFeedbackProps {
  store: AttemptStore;
  question: PaperQuestion;
  answer: AnswerState;
}

/** The verdict under a final answer; that it is on its way until it is there. */
export function AnswerFeedback({ store, question, answer }: AnswerFeedbackProps) {
  const { t } = useTranslation('quizzes');
  const { feedback } = answer;
  const isAsked = answer.saved?.isFinal === true && feedback === null;
  useEffect(() => {
    // After a reload: the answer is known to be final, and not how it did.
    if (isAsked) void store.askFeedback(question.id);
  }, [store, question.id, isAsked]);
  if (!feedback) return <p>{t(isUnconfirmed(answer) ? 'attempt.feedbackWaits' : 'attempt.feedbackComes')}</p>;
  const isPartly = !feedback.isRight && feedback.points > 0;
  const Icon = feedback.isRight ? IconCircleCheck : IconInfoCircle;
  return (
    <Callout tone={feedback.isRight ? 'done' : 'wait'} icon={<Icon size={22} aria-hidden="true" />}>
      <strong>{t(feedback.isRight ? 'attempt.right' : 'attempt.wrong')}</strong>
      {isPartly && (
        <>
          {' '}
          {t('attempt.partly', {
            points: formatPoints(feedback.points),
            possible: formatPoints(question.points),
          })}
        </>
      )}
      {feedback.explanation && <p lang="vi">{feedback.explanation}</p>}
    </Callout>
  );
}
