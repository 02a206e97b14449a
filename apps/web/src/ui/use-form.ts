// What every form does: keeps values, checks a field when it is left, everything when it is sent, and puts the server's
// refusals beside the fields that they concern. Knows no field by name.
import { useEffect, useRef, useState, type ChangeEvent, type SyntheticEvent } from 'react';
import { isProblem, type Problem } from '../platform/problem.js';
import { afterPress } from './after-press.js';
import type { FieldFault } from './error-summary.js';

export type Faults<V> = Partial<Record<keyof V & string, string>>;

export interface FormFacts<V> {
  /** Before the ids of the inputs; the fields are named by the keys of `initial`, in the order of the form. */
  id: string;
  initial: V;
  /** What is wrong, by field; empty when the values may be sent. */
  check: (values: V) => Faults<V>;
  send: (values: V) => Promise<void>;
  /** The fields that a refusal concerns, with words. */
  faultsOf?: (problem: Problem) => Faults<V>;
}

type TextOf<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

/** The values with their faults, and what inputs need to be part of the form. */
export function useForm<V extends object>({ id, initial, check, send, faultsOf }: FormFacts<V>) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Faults<V>>({});
  /** Fields of the summary: those at fault when the form was sent, less those mended since. */
  const [listed, setListed] = useState<string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isSending = useRef(false);
  const submits = useRef(0);
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);

  type Name = keyof V & string;
  const idOf = (name: Name) => `${id}-${name}`;
  const recheck = (name: Name, next: V) => {
    const error = check(next)[name];
    setErrors((before) => ({ ...before, [name]: error }));
    if (!error) setListed((before) => before.filter((one) => one !== name));
  };
  const set = <K extends Name>(name: K, value: V[K]) => setValues((before) => ({ ...before, [name]: value }));
  /** For what is chosen and not typed: a fault is taken back at once. */
  const choose = <K extends Name>(name: K, value: V[K]) => {
    set(name, value);
    if (errors[name]) recheck(name, { ...values, [name]: value });
  };
  /** Nobody is told of a field that was only passed by. A button that takes the focus stays where it was pressed. */
  const leave = (name: Name) => {
    const asked = submits.current;
    afterPress(() => {
      const now = latest.current;
      // What was pressed has sent the form, and with that checked it all.
      if (asked !== submits.current) return;
      if (errors[name] || now[name] !== initial[name]) recheck(name, now);
    });
  };
  const fail = (found: Faults<V>) => {
    setErrors(found);
    setListed(Object.keys(initial).filter((name) => found[name as Name]));
    setAttempt((before) => before + 1);
  };

  const submit = async (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (isSending.current) return;
    submits.current += 1;
    setProblem(null);
    const found = check(values);
    fail(found);
    if (Object.values(found).some(Boolean)) return;
    isSending.current = true;
    setIsBusy(true);
    try {
      await send(values);
    } catch (error) {
      if (!isProblem(error)) throw error;
      const refused = faultsOf?.(error) ?? {};
      if (Object.values(refused).some(Boolean)) fail(refused);
      else setProblem(error);
    } finally {
      isSending.current = false;
      setIsBusy(false);
    }
  };
  const reset = (next: V = initial) => {
    setValues(next);
    setErrors({});
    setListed([]);
    setProblem(null);
  };

  const text = <K extends TextOf<V>>(name: K) => ({
    id: idOf(name),
    value: values[name] as string,
    error: errors[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      set(name, target.value as V[K]),
    onBlur: () => leave(name),
  });
  const faults: FieldFault[] = listed.flatMap((name) => {
    const message = errors[name as Name];
    return message ? [{ id: idOf(name as Name), message }] : [];
  });
  return { values, errors, faults, attempt, problem, isBusy, idOf, set, choose, leave, submit, reset, text };
}
