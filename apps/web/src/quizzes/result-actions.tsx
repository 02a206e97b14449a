// What to do after a result: one filled button, and the way to every answer.
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import type { AttemptResult, EnrolmentDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { ClaimButton } from '../certificates/claim-button.js';
import { paths } from '../paths.js';
import { Button, ButtonLink } from '../ui/button.js';

interface ResultActionsProps {
  result: AttemptResult;
  enrolment: EnrolmentDetail | null;
  isOpen: boolean;
  onToggle: () => void;
}

/** The certificate first; else what is missing, the lesson to review, or the next attempt. */
export function ResultActions({ result, enrolment, isOpen, onToggle }: ResultActionsProps) {
  const { t } = useTranslation('quizzes');
  return (
    <>
      <MainAction result={result} enrolment={enrolment} />
      {result.questions.length > 0 && (
        <Button look="text" aria-expanded={isOpen} onClick={onToggle}>
          {t(isOpen ? 'result.answersHide' : 'result.answers')}
        </Button>
      )}
    </>
  );
}

function MainAction({ result, enrolment }: Pick<ResultActionsProps, 'result' | 'enrolment'>) {
  const { t } = useTranslation('quizzes');
  const { enrolmentId, lessonId, reviews, attemptsLeft, nextAttemptAt } = result;
  const arrow = <IconArrowRight size={22} aria-hidden="true" />;
  if (result.certificateId) {
    return (
      <ButtonLink size="large" to={paths.certificate(result.certificateId)}>
        {t('result.certificate')}
      </ButtonLink>
    );
  }
  if (result.courseCompletedAt) {
    return (
      <ClaimButton enrolmentId={enrolmentId} size="large">
        {t('result.claim')}
      </ClaimButton>
    );
  }
  if (result.hasPassed) {
    const resume = enrolment?.resume;
    const to =
      resume?.kind === 'content'
        ? paths.lesson(enrolmentId, resume.lessonId)
        : resume && paths.quiz(enrolmentId, resume.lessonId);
    return (
      <ButtonLink size="large" to={to ?? paths.myLearning()} iconAfter={arrow}>
        {t(to ? 'result.toLesson' : 'result.myLearning')}
      </ButtonLink>
    );
  }
  const [first] = reviews;
  const canRetry = result.hasPassed === false && attemptsLeft > 0 && !nextAttemptAt && !result.examId;
  return (
    <>
      {first && (
        <ButtonLink size="large" to={paths.lesson(enrolmentId, first.lessonId)} iconAfter={arrow}>
          {t('result.toReview', { number: first.number })}
        </ButtonLink>
      )}
      {canRetry && (
        <ButtonLink size="large" look={first ? 'outlined' : 'primary'} to={paths.quiz(enrolmentId, lessonId)}>
          {t('result.retry')}
        </ButtonLink>
      )}
      {!first && !canRetry && (
        <ButtonLink size="large" to={paths.myLearning()}>
          {t('result.myLearning')}
        </ButtonLink>
      )}
    </>
  );
}
