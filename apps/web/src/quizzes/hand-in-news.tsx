// What came of pressing the button, and what helps now; it changes with the network, so that nobody waits for something that is over.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { useIsOnline } from '../ui/layout/offline-line.js';
import { Callout } from '../ui/notice.js';
import { QuestionLinks } from './question-links.js';

export type HandInState =
  { is: 'asking' | 'sending' } | { is: 'waiting' } | { is: 'failed'; problem: Problem | null };

interface HandInNewsProps {
  state: HandInState;
  /** Places of the questions that the server does not have. */
  waiting: number[];
  isTimed: boolean;
  onGo: ((index: number) => void) | null;
}

/** Nothing when all is well. */
export function HandInNews({ state, waiting, isTimed, onGo }: HandInNewsProps): ReactNode {
  const { t } = useTranslation('quizzes');
  const isOnline = useIsOnline();
  if (waiting.length > 0) {
    return (
      <Callout tone="wait">
        {t(state.is === 'waiting' ? 'submit.refused' : 'submit.waiting', { count: waiting.length })}{' '}
        <QuestionLinks places={waiting} onGo={onGo} />
      </Callout>
    );
  }
  if (state.is === 'waiting') return <Callout tone="done">{t('submit.arrived')}</Callout>;
  if (state.is !== 'failed') return null;
  // Whether the server took it is not known: pressing again tells, and hands in only once.
  if (state.problem?.isNetwork) {
    return (
      <Callout tone="wait">
        {t(isOnline ? 'submit.unheard' : 'submit.offline')} {isTimed && t('submit.byItself')}
      </Callout>
    );
  }
  return (
    <Callout tone="error">
      {t('submit.failed')} {state.problem && problemWords(state.problem)}
    </Callout>
  );
}
