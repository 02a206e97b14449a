// Who is to be added, kept while the page lives: closing the dialog loses nothing that was pasted or chosen.
import { cohorts, limits, type AddedMembers, type CohortDetail, type PersonRow } from '@onetouch/contract';
import { useState } from 'react';
import { call } from '../platform/call.js';
import { words } from '../platform/i18n.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { countPasted } from './count-pasted.js';

export type Way = 'find' | 'paste';

function faultOf(count: number, sent: number): string | null {
  const t = words('cohorts');
  if (count === 0) return t('add.nothing');
  return sent > limits.loginsPerPaste ? t('add.tooMany', { limit: limits.loginsPerPaste }) : null;
}

/** The draft, its sending and its result. */
export function useAdding(cohortId: CohortDetail['id'], onAdded: () => void) {
  const [way, setWay] = useState<Way>('find');
  const [chosen, setChosen] = useState<PersonRow[]>([]);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [result, setResult] = useState<AddedMembers | null>(null);

  const pasted = countPasted(text);
  // What is malformed is sent too: the result then names everything that was pasted.
  const logins = [...pasted.logins, ...pasted.malformed];
  const count = way === 'find' ? chosen.length : pasted.logins.length;
  const turn = (person: PersonRow) => {
    setFault(null);
    setChosen((before) =>
      before.some(({ id }) => id === person.id)
        ? before.filter(({ id }) => id !== person.id)
        : [...before, person],
    );
  };
  const send = async () => {
    const found = faultOf(count, way === 'find' ? count : logins.length);
    setFault(found);
    setProblem(null);
    if (found || isBusy) return;
    setIsBusy(true);
    const body = way === 'find' ? { personIds: chosen.map(({ id }) => id) } : { logins };
    try {
      setResult(await call(cohorts.addMembers, { params: { cohortId }, body }, { timeoutMs: 120_000 }));
      if (way === 'find') setChosen([]);
      else setText('');
      onAdded();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    way,
    setWay: (next: Way) => {
      setWay(next);
      setFault(null);
      setProblem(null);
    },
    chosen,
    turn,
    text,
    setText: (next: string) => {
      setText(next);
      setFault(null);
    },
    pasted,
    count,
    fault,
    problem,
    isBusy,
    result,
    send: () => void send(),
    again: () => setResult(null),
  };
}

export type Adding = ReturnType<typeof useAdding>;
