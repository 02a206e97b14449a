// What a press on an option makes of the choice.
import type { PaperQuestion } from '@onetouch/contract';

/** One answer replaces the other; of several, each is switched by itself. In the order of the options. */
export function toggled(
  { kind, options }: Pick<PaperQuestion, 'kind' | 'options'>,
  { optionIds }: { optionIds: readonly string[] },
  optionId: string,
): string[] {
  if (kind !== 'multiple') return [optionId];
  return options.map(({ id }) => id).filter((id) => optionIds.includes(id) !== (id === optionId));
}
