// Taking a person off a cohort acts at once and can be undone for ten seconds by adding the person again.
import { cohorts, type CohortDetail, type CohortMember } from '@onetouch/contract';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { isProblem, Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Callout } from '../ui/notice.js';
import { UndoBar } from '../ui/undo-bar.js';

interface Failed {
  member: CohortMember;
  words: 'members.removeFailed' | 'members.undoFailed';
  problem: Problem;
}

/** The last removal with its way back; `onChanged` is called after every answer of the server. */
export function useRemoving(cohortId: CohortDetail['id'], onChanged: () => void) {
  const [removed, setRemoved] = useState<CohortMember | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const forget = useCallback(() => setRemoved(null), []);
  const attempt = async (failure: Omit<Failed, 'problem'>, work: () => Promise<void>) => {
    setFailed(null);
    try {
      await work();
      onChanged();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailed({ ...failure, problem: error });
    }
  };
  const remove = (member: CohortMember) =>
    attempt({ member, words: 'members.removeFailed' }, async () => {
      await call(cohorts.removeMember, { params: { cohortId, personId: member.personId } });
      setRemoved(member);
    });
  const undo = (member: CohortMember) =>
    attempt({ member, words: 'members.undoFailed' }, async () => {
      setRemoved(null);
      const body = { personIds: [member.personId] };
      const { notFound } = await call(cohorts.addMembers, { params: { cohortId }, body });
      // Somebody who has moved away meanwhile is not of this place any more.
      if (notFound.length > 0) throw new Problem({ code: 'person.not-found', status: 404 });
    });
  return {
    removed,
    failed,
    forget,
    remove: (member: CohortMember) => void remove(member),
    undo: (member: CohortMember) => void undo(member),
  };
}

/** The bar with the way back, or why it did not go. */
export function RemovedBar({ removing }: { removing: ReturnType<typeof useRemoving> }) {
  const { t } = useTranslation('cohorts');
  const { removed, failed, forget, undo } = removing;
  return (
    <>
      {failed && (
        <Callout tone="error">
          {t(failed.words, { name: failed.member.fullName })} {problemWords(failed.problem)}
        </Callout>
      )}
      {removed && (
        <UndoBar key={removed.personId} onUndo={() => undo(removed)} onGone={forget}>
          {t('members.removed', { name: removed.fullName })}
        </UndoBar>
      )}
    </>
  );
}
