// The order of a list that is being used: for some seconds after a finger, a pointer or a key was on it nobody moves away under it.
import type { BoardCandidate } from '@onetouch/contract';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

export const heldMs = 5_000;

/** The people in their order, or in that of before while it is held: newcomers stand at the end then. Spread `hold` on the list. */
export function useHeldOrder(people: BoardCandidate[]) {
  const [kept, setKept] = useState<string[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const touch = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setKept(null), heldMs);
    if (!kept) setKept(people.map(({ id }) => id));
  });
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    const kinds = ['pointermove', 'pointerdown', 'keydown', 'focusin'];
    const onUse = () => touch();
    kinds.forEach((kind) => element?.addEventListener(kind, onUse));
    return () => kinds.forEach((kind) => element?.removeEventListener(kind, onUse));
  }, []);
  if (!kept) return { people, list };
  const places = new Map(kept.map((id, place) => [id, place]));
  const place = ({ id }: BoardCandidate) => places.get(id) ?? kept.length;
  return { people: [...people].sort((a, b) => place(a) - place(b)), list };
}
