// What a person must know above the question: closed elsewhere, more time, an answer refused or one that lost against a newer.
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { problemWords } from '../platform/problem-words.js';
import { ButtonLink, IconButton } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import styles from './attempt-notices.module.css';
import { QuestionLinks } from './question-links.js';

interface AttemptNoticesProps {
  store: AttemptStore;
  view: AttemptView;
  onGo: (index: number) => void;
}

/** Nothing when all is well. */
export function AttemptNotices({ store, view, onGo }: AttemptNoticesProps) {
  const { t } = useTranslation('quizzes');
  const { isClosed, refusal, overruled } = view;
  const { questions } = store.attempt;
  const places = questions.flatMap(({ id }, index) => (overruled.includes(id) ? [index] : []));
  return (
    <div role="status" className={styles['notices']}>
      {isClosed && <Closed store={store} view={view} />}
      {refusal && !isClosed && (
        <Put away={() => store.dismiss()} tone="error">
          {problemWords(refusal)}
        </Put>
      )}
      {view.news && !isClosed && (
        <Put away={() => store.dismiss()} tone="done">
          {view.news.kind === 'credited'
            ? t('clock.credited', { count: view.news.minutes })
            : t('clock.resumed')}
        </Put>
      )}
      {places.length > 0 && (
        <Callout tone="wait">
          {t('attempt.overruled')} <QuestionLinks places={places} onGo={onGo} />
        </Callout>
      )}
    </div>
  );
}

function Closed({ store, view }: Pick<AttemptNoticesProps, 'store' | 'view'>) {
  const { t } = useTranslation('quizzes');
  const isByInvigilator = view.state.closedBy === 'invigilator';
  return (
    <Callout tone="wait">
      <p className={styles['closed']}>
        {t(isByInvigilator ? 'attempt.closedByInvigilator' : 'attempt.closed')}
      </p>
      <ButtonLink look="outlined" to={paths.result(store.attempt.id)} replace>
        {t('attempt.seeResult')}
      </ButtonLink>
    </Callout>
  );
}

interface PutProps {
  away: () => void;
  tone: 'done' | 'error';
  children: ReactNode;
}

function Put({ away, tone, children }: PutProps) {
  const { t } = useTranslation('quizzes');
  return (
    <Callout tone={tone}>
      <div className={styles['put']}>
        <span>{children}</span>
        <IconButton label={t('attempt.close')} icon={<IconX size={20} aria-hidden="true" />} onClick={away} />
      </div>
    </Callout>
  );
}
