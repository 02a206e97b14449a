// The form of an exam: values with their faults, and times that follow the start until somebody types their own.
import { type ChangeEvent, useState } from 'react';
import { type Faults, useForm } from '../ui/use-form.js';
import type { Problem } from '../platform/problem.js';
import { checkExam, faultsOfExam } from './check-exam.js';
import { type ExamValues, followed, timesAfterStart } from './exam-values.js';

interface Facts {
  initial: ExamValues;
  send: (values: ExamValues) => Promise<void>;
}

type TimeSource = 'startsOn' | 'startsAt' | 'minutes';

/** As `useForm`, with `change` for several values at once and `source` for fields that times follow. */
export function useExamForm({ initial, send }: Facts) {
  const faultsOf = (problem: Problem): Faults<ExamValues> => faultsOfExam(problem);
  const form = useForm<ExamValues>({ id: 'ky-thi', initial, check: checkExam, send, faultsOf });
  const setOne = <K extends keyof ExamValues>(name: K, value: ExamValues[K] | undefined) => {
    if (value !== undefined) form.set(name, value);
  };
  const [last, setLast] = useState(() => timesAfterStart(initial));
  const change = (changes: Partial<ExamValues>) => {
    const fresh = timesAfterStart({ ...form.values, ...changes });
    // While the start is being typed there is nothing to follow.
    const isMoment = fresh.closesOn !== '';
    if (isMoment) setLast(fresh);
    const all = { ...(isMoment ? followed(form.values, last, fresh) : {}), ...changes };
    for (const name of Object.keys(all) as (keyof ExamValues)[]) setOne(name, all[name]);
  };
  const source = (name: TimeSource) => ({
    ...form.text(name),
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => change({ [name]: target.value }),
  });
  return { ...form, change, source };
}

export type ExamForm = ReturnType<typeof useExamForm>;
