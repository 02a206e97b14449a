// A quick check in a lesson: a question without points.
import type { BlockOf } from '@onetouch/contract';
import { AskedFields } from './asked-fields.js';

type Check = BlockOf<'check'>;

/** The fields of a quick check. */
export function CheckFields({ block, onChange }: { block: Check; onChange: (block: Check) => void }) {
  return (
    <AskedFields
      partId={block.id}
      asked={block.question}
      onChange={(question) => onChange({ ...block, question })}
    />
  );
}
