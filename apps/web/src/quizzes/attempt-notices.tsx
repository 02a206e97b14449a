// What a person must know above the question: handed in elsewhere, an answer refused, or answers that lost against newer ones.
import type { Attempt } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { problemWords } from '../platform/problem-words.js';
import { ButtonLink } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import type { AttemptView } from './attempt-store.js';
import styles from './attempt-notices.module.css';
import { QuestionLinks } from './question-links.js';

interface AttemptNoticesProps {
  attempt: Attempt;
  view: AttemptView;
  onGo: (index: number) => void;
}

/** Nothing when all is well. */
export function AttemptNotices({ attempt, view, onGo }: AttemptNoticesProps) {
  const { t } = useTranslation('quizzes');
  const { isClosed, refusal, overruled } = view;
  const places = attempt.questions.flatMap(({ id }, index) => (overruled.includes(id) ? [index] : []));
  return (
    <div role="status" className={styles['notices']}>
      {isClosed && (
        <Callout tone="wait">
          <p className={styles['closed']}>{t('attempt.closed')}</p>
          <ButtonLink look="outlined" to={paths.result(attempt.id)} replace>
            {t('attempt.seeResult')}
          </ButtonLink>
        </Callout>
      )}
      {refusal && !isClosed && <Callout tone="error">{problemWords(refusal)}</Callout>}
      {places.length > 0 && (
        <Callout tone="wait">
          {t('attempt.overruled')} <QuestionLinks places={places} onGo={onGo} />
        </Callout>
      )}
    </div>
  );
}
