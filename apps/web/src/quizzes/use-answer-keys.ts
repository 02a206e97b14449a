// What single keys do in an attempt: numbers answer the question that has the focus, or the only one of the page.
import type { PaperQuestion } from '@onetouch/contract';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import type { PaperPage } from './pages.js';
import { toggled } from './toggled.js';
import { useShortcuts } from './use-shortcuts.js';

interface AnswerKeys {
  store: AttemptStore;
  view: AttemptView;
  page: PaperPage | undefined;
  index: number;
  /** Place of the last page. */
  last: number;
  step: (to: number) => void;
  flag: () => void;
}

function meant(page: PaperPage | undefined): PaperQuestion | undefined {
  const [first, second] = page?.questions ?? [];
  if (!second) return first;
  const card = document.activeElement?.closest<HTMLElement>('[data-question]');
  return page?.questions.find(({ id }) => id === card?.dataset['question']);
}

/** Connects the keys while `isOn`. */
export function useAnswerKeys(isOn: boolean, { store, view, page, index, last, step, flag }: AnswerKeys) {
  useShortcuts(isOn, {
    onNumber: (number) => {
      const question = meant(page);
      const option = question?.options[number - 1];
      const answer = question && view.answers[question.id];
      if (!option || !answer || answer.isFinal) return;
      void store.put(question.id, { optionIds: toggled(question, answer, option.id) });
    },
    onNext: () => index < last && step(index + 1),
    onPrevious: () => index > 0 && step(index - 1),
    onFlag: flag,
  });
}
