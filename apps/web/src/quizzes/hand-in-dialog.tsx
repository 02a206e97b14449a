// Asks once before handing in: what is empty, what is flagged, what has not been sent. Hands in only what the server has.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { isProblem } from '../platform/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { isAnswered, isUnconfirmed, type AnswerState } from './answers.js';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import { handIn } from './hand-in.js';
import styles from './hand-in-dialog.module.css';
import { HandInNews, type HandInState } from './hand-in-news.js';
import { QuestionLinks } from './question-links.js';

interface HandInDialogProps {
  store: AttemptStore;
  view: AttemptView;
  isOpen: boolean;
  onClose: () => void;
  /** Null where one cannot go back. */
  onGo: ((index: number) => void) | null;
}

/** The dialog; after handing in it leads to the result. */
export function HandInDialog({ store, view, isOpen, onClose, onGo }: HandInDialogProps) {
  const { t } = useTranslation('quizzes');
  const navigate = useNavigate();
  const [state, setState] = useState<HandInState>({ is: 'asking' });
  const { questions, id: attemptId } = store.attempt;
  const places = (is: (answer: AnswerState) => boolean) =>
    questions.flatMap(({ id }, index) => {
      const answer = view.answers[id];
      return answer && is(answer) ? [index] : [];
    });
  const waiting = places(isUnconfirmed);
  const close = () => {
    if (state.is === 'sending') return;
    setState({ is: 'asking' });
    onClose();
  };
  const send = async () => {
    setState({ is: 'sending' });
    try {
      const open = await handIn(store);
      if (open.length > 0) setState({ is: 'waiting' });
      else await navigate(paths.result(attemptId), { replace: true });
    } catch (error) {
      setState({ is: 'failed', problem: isProblem(error) ? error : null });
    }
  };
  const go =
    onGo &&
    ((index: number) => {
      close();
      onGo(index);
    });
  const isSending = state.is === 'sending';
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('submit.title')}
      actions={
        <>
          <Button size="large" isBusy={isSending} onClick={() => void send()}>
            {t(isSending ? 'submit.sending' : 'submit.button')}
          </Button>
          <Button size="large" look="outlined" aria-disabled={isSending || undefined} onClick={close}>
            {t('submit.stay')}
          </Button>
        </>
      }
    >
      <div className={styles['facts']}>
        <Facts
          total={questions.length}
          empty={places((answer) => !isAnswered(answer))}
          flagged={places((answer) => answer.isFlagged)}
          onGo={go}
        />
        <p>{t('submit.once')}</p>
        <div role="status" className={styles['waiting']}>
          <HandInNews {...{ state, waiting, onGo: go }} isTimed={view.state.deadlineAt !== null} />
        </div>
      </div>
    </Dialog>
  );
}

interface FactsProps {
  total: number;
  empty: number[];
  flagged: number[];
  onGo: ((index: number) => void) | null;
}

function Facts({ total, empty, flagged, onGo }: FactsProps) {
  const { t } = useTranslation('quizzes');
  return (
    <>
      {empty.length === 0 && <p>{t('submit.all', { total })}</p>}
      {empty.length > 0 && (
        <div className={styles['fact']}>
          <p>{t('submit.empty', { count: empty.length })}</p>
          <QuestionLinks places={empty} onGo={onGo} />
        </div>
      )}
      {flagged.length > 0 && (
        <div className={styles['fact']}>
          <p>{t('submit.flagged', { count: flagged.length })}</p>
          <QuestionLinks places={flagged} onGo={onGo} />
        </div>
      )}
    </>
  );
}
