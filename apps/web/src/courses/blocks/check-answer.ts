// What a learner chose in a quick check and has answered. A choice made with the arrow keys is not yet an answer: whoever
// moves through the options by keyboard reads them first.
import { useRef, useState } from 'react';

const keysThatMove = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

export interface CheckAnswer {
  chosen: readonly string[];
  /** What was answered last, or null. */
  answered: readonly string[] | null;
  /** Something is chosen that was not answered yet. */
  isOpen: boolean;
  /** It was to be answered with nothing chosen. */
  isEmpty: boolean;
  choose: (optionId: string, isOn: boolean) => void;
  answer: () => void;
  noteKey: (event: { key: string }) => void;
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** The state of one quick check. `saved` is what the learner answered before; `onAnswered` is told every new answer. */
export function useCheckAnswer(
  isMultiple: boolean,
  saved: readonly string[] | undefined,
  onAnswered: ((optionIds: string[]) => void) | undefined,
): CheckAnswer {
  const [own, setOwn] = useState<{ chosen: readonly string[]; answered: readonly string[] | null } | null>(
    null,
  );
  const [isPressed, setIsPressed] = useState(false);
  const hasMoved = useRef(false);
  const chosen = own?.chosen ?? saved ?? [];
  const answered = own?.answered ?? saved ?? null;
  const commit = (optionIds: readonly string[]) => {
    setOwn({ chosen: optionIds, answered: optionIds });
    onAnswered?.([...optionIds]);
  };
  return {
    chosen,
    answered,
    isOpen: chosen.length > 0 && !(answered && same(chosen, answered)),
    isEmpty: isPressed && chosen.length === 0,
    choose: (optionId, isOn) => {
      const next = isMultiple
        ? [...chosen.filter((id) => id !== optionId), ...(isOn ? [optionId] : [])]
        : [optionId];
      if (isMultiple || hasMoved.current) setOwn({ chosen: next, answered });
      else commit(next);
    },
    answer: () => (chosen.length > 0 ? commit(chosen) : setIsPressed(true)),
    noteKey: ({ key }) => {
      hasMoved.current = keysThatMove.has(key);
    },
  };
}
