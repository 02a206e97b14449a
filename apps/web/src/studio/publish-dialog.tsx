// Publishing cannot be taken back, so it asks once: what changes, who keeps which version, what is still missing.
import type { Draft } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Callout } from '../ui/notice.js';
import { ChangeList } from './change-list.js';
import type { DraftStore } from './draft-store.js';
import type { DraftView } from './draft-view.js';
import { gapsOf } from './gap-place.js';
import { useStudio } from './studio-context.js';

interface PublishDialogProps {
  store: DraftStore;
  view: DraftView;
  isOpen: boolean;
  onClose: () => void;
}
type Step =
  | { kind: 'asking' }
  | { kind: 'publishing' }
  | { kind: 'done'; number: number }
  | { kind: 'refused'; words: string };

/** Asks, publishes, and says what the server said. */
export function PublishDialog({ store, view, isOpen, onClose }: PublishDialogProps) {
  const { t } = useTranslation('studio');
  const { step, publish, reset } = usePublishing(store);
  const { draft, document } = view;
  const number = (draft.course.publishedNumber ?? 0) + 1;
  const close = () => {
    reset();
    onClose();
  };
  const isUnchanged = view.state === 'saved' && !draft.course.hasUnpublishedChanges;
  const gapCount = gapsOf(document, draft.gaps).length;
  if (step.kind === 'done')
    return (
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('publish.done', { number: step.number })}
        actions={<Button onClick={close}>{t('publish.goOn')}</Button>}
      >
        <p>{t('publish.doneText', { number: step.number })}</p>
      </Dialog>
    );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('publish.title', { number })}
      actions={
        <>
          {gapCount === 0 && !isUnchanged && (
            <Button isBusy={step.kind === 'publishing'} onClick={() => void publish()}>
              {t('action.publish', { number })}
            </Button>
          )}
          <Button look="outlined" onClick={close}>
            {t(gapCount > 0 || isUnchanged ? 'publish.mend' : 'publish.notYet')}
          </Button>
        </>
      }
    >
      {isUnchanged && <Callout>{t('publish.unchanged', { number: number - 1 })}</Callout>}
      {gapCount > 0 && <Callout tone="wait">{t('publish.gaps', { count: gapCount })}</Callout>}
      {step.kind === 'refused' && <Callout tone="error">{step.words}</Callout>}
      {!isUnchanged && <Consequences draft={draft} number={number} />}
      {draft.changes.length > 0 && view.state === 'saved' && <ChangeList changes={draft.changes} />}
      {view.state !== 'saved' && <p>{t('publish.savesFirst')}</p>}
    </Dialog>
  );
}

/** Who keeps what: learners stay on the version that they began with. */
function Consequences({ draft, number }: { draft: Draft; number: number }) {
  const { t } = useTranslation('studio');
  const count = draft.versions.reduce((sum, version) => sum + version.learnerCount, 0);
  const held = draft.versions.filter(({ learnerCount }) => learnerCount > 0);
  return (
    <div>
      <p>{count > 0 ? t('publish.keep', { count, number: formatNumber(count) }) : t('publish.nobody')}</p>
      {held.length > 1 && (
        <ul>
          {held.map((version) => (
            <li key={version.id}>
              {t('publish.onVersion', {
                version: version.number,
                count: version.learnerCount,
                number: formatNumber(version.learnerCount),
              })}
            </li>
          ))}
        </ul>
      )}
      <p>{t('publish.newOnes', { number })}</p>
    </div>
  );
}

function usePublishing(store: DraftStore) {
  const { t } = useTranslation('studio');
  const { say } = useStudio();
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  const refuse = (words: string) => setStep({ kind: 'refused', words });
  const publish = async () => {
    setStep({ kind: 'publishing' });
    try {
      const isPublished = await store.publish();
      const { state, problem, draft } = store.snapshot();
      if (isPublished) {
        const number = draft.course.publishedNumber ?? 0;
        say(t('publish.done', { number }));
        return setStep({ kind: 'done', number });
      }
      if (state === 'conflict') return refuse(t('conflict.title'));
      refuse(problem ? problemWords(problem) : t('publish.notSaved'));
    } catch (error) {
      if (!isProblem(error)) throw error;
      refuse(problemWords(error));
    }
  };
  return { step, publish, reset: () => setStep({ kind: 'asking' }) };
}
