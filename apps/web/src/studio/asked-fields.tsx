// A question, graded or not: its kind, its words, its options with the key, and why the key is right.
import { limits, type CheckQuestion } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/select.js';
import { WordsField } from './fields.js';
import { OptionList } from './option-list.js';
import { fieldId } from './place.js';
import { useStudio } from './studio-context.js';

const kinds = ['single', 'multiple', 'true-false'] as const satisfies readonly CheckQuestion['kind'][];

export interface AskedFieldsProps {
  /** The question, or the block that holds it. */
  partId: string;
  asked: CheckQuestion;
  onChange: (asked: CheckQuestion) => void;
}

/** The fields that a check and a graded question share. */
export function AskedFields({ partId, asked, onChange }: AskedFieldsProps) {
  const { t } = useTranslation('studio');
  const { isFrozen, offerUndo } = useStudio();
  const changeKind = (kind: CheckQuestion['kind']) => {
    const next = ofKind(asked, kind, [t('option.true'), t('option.false')]);
    onChange(next);
    if (next.options !== asked.options)
      offerUndo(t('said.optionsReplaced', { count: asked.options.length }), () => onChange(asked));
  };
  return (
    <>
      <WordsField
        of={[partId, 'prompt']}
        label={t('field.prompt')}
        rows={2}
        value={asked.prompt}
        onChange={(prompt) => onChange({ ...asked, prompt })}
      />
      <Select
        id={fieldId(partId, 'kind')}
        label={t('field.kind')}
        value={asked.kind}
        disabled={isFrozen}
        onChange={({ target }) => {
          const kind = kinds.find((one) => one === target.value);
          if (kind) changeKind(kind);
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`value.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <OptionList partId={partId} asked={asked} onChange={onChange} max={limits.optionsPerQuestion} />
      <WordsField
        of={[partId, 'explanation']}
        label={t('field.explanation')}
        hint={t('field.explanationHint')}
        rows={3}
        value={asked.explanation}
        onChange={(explanation) => onChange({ ...asked, explanation })}
      />
    </>
  );
}

/** The question turned into another kind: one key where one is allowed, two options where there are two. */
function ofKind(asked: CheckQuestion, kind: CheckQuestion['kind'], pair: [string, string]): CheckQuestion {
  if (kind === 'multiple') return { ...asked, kind };
  const correct = asked.correct.slice(0, 1);
  if (kind === 'single' || asked.options.length === 2) return { ...asked, kind, correct };
  const options = pair.map((text, index) => ({ id: `o${index + 1}`, text }));
  return { ...asked, kind, options, correct: [] };
}
