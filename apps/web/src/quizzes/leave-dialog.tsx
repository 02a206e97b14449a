// One way: before a page is left for good it is said, the first time and whenever something on it is empty.
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { isAnswered, type Answers } from './answers.js';
import type { PaperPage } from './pages.js';

const toldKey = (attemptId: string) => `onetouch.one-way.${attemptId}`;

/** Places of the questions of a page that have no answer. */
function emptyOn({ questions, from }: PaperPage, answers: Answers): number[] {
  return questions.flatMap(({ id }, place) => {
    const answer = answers[id];
    return answer && !isAnswered(answer) ? [from + place] : [];
  });
}

/** Whether the page may be left without a word. */
export function mayLeave(attemptId: string, page: PaperPage, answers: Answers): boolean {
  return sessionStorage.getItem(toldKey(attemptId)) !== null && emptyOn(page, answers).length === 0;
}

interface LeaveDialogProps {
  attemptId: string;
  page: PaperPage;
  answers: Answers;
  isOpen: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks; leaving is remembered as told. */
export function LeaveDialog({ attemptId, page, answers, isOpen, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useTranslation('quizzes');
  const empty = emptyOn(page, answers).map((place) => place + 1);
  const leave = () => {
    sessionStorage.setItem(toldKey(attemptId), '1');
    onLeave();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onStay}
      title={t('leave.title')}
      actions={
        <>
          <Button size="large" onClick={leave}>
            {t('leave.go')}
          </Button>
          <Button size="large" look="outlined" onClick={onStay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('leave.once')}</p>
      {empty.length > 0 && <p>{t('leave.empty', { numbers: empty.join(', ') })}</p>}
    </Dialog>
  );
}
