// One wish from its values to the server's answer.
import { limits } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../platform/new-id.js';
import type { Problem } from '../platform/problem.js';
import { type Faults, useForm } from '../ui/use-form.js';
import { actFacts } from './acts.js';
import type { ActScene } from './act-words.js';
import { type ActAnswer, sendAct } from './send-act.js';

export interface TypedValues {
  minutes: string;
  roomId: string;
  reason: string;
}

const shortest = 3;

/** `15` of ` 15 `; 0 for whatever is no number of minutes that may be given. */
export function parseMinutes(typed: string): number {
  const minutes = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return minutes <= limits.creditMinutes ? minutes : 0;
}

/** The form of an act; `onAnswer` is told what the server said. */
export function useAct(scene: ActScene, onAnswer: (answer: ActAnswer) => void) {
  const { t } = useTranslation('invigilation');
  const { name, target, board, roomId } = scene;
  const facts = actFacts[name];
  const [id] = useState(newId);
  const check = ({ minutes, roomId: room, reason }: TypedValues): Faults<TypedValues> => {
    const typed = reason.trim();
    const isMissing = facts.reason === 'asked' && typed.length < shortest;
    return {
      ...(facts.hasMinutes &&
        parseMinutes(minutes) === 0 && { minutes: t('act.fault.minutes', { max: limits.creditMinutes }) }),
      ...(facts.hasRoom && !room && { roomId: t('act.fault.room') }),
      ...(isMissing && { reason: t('act.fault.reason') }),
    };
  };
  const send = async (typed: TypedValues) => {
    const values = { ...typed, minutes: parseMinutes(typed.minutes), reason: typed.reason.trim() };
    onAnswer(await sendAct({ name, target, examId: board.exam.id, roomId, id, values }));
  };
  const faultsOf = (problem: Problem): Faults<TypedValues> => ({
    ...(problem.concerns('minutes') && { minutes: t('act.fault.minutes', { max: limits.creditMinutes }) }),
    ...((problem.concerns('reason') || problem.concerns('text')) && { reason: t('act.fault.reason') }),
  });
  return useForm<TypedValues>({
    id: 'viec',
    initial: { minutes: '', roomId: '', reason: '' },
    ...{ check, send, faultsOf },
  });
}
