// Who may start: an access code and the networks of the rooms. Kept beside the rule; learners never receive it.
import type { QuizGate, QuizLesson } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { WordsField } from './fields.js';

interface GateFieldsProps {
  quiz: QuizLesson;
  onChange: (gate: QuizGate | undefined) => void;
}

const networksOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The code and the networks, one in a line. */
export function GateFields({ quiz: { id, gate }, onChange }: GateFieldsProps) {
  const { t } = useTranslation('studio');
  const [typed, setTyped] = useState((gate?.networks ?? []).join('\n'));
  const put = ({ accessCode, networks }: QuizGate) => {
    const isNone = !accessCode && (networks ?? []).length === 0;
    onChange(
      isNone
        ? undefined
        : { ...(accessCode && { accessCode }), ...(networks && networks.length > 0 && { networks }) },
    );
  };
  const isOwn = networksOf(typed).join() === (gate?.networks ?? []).join();
  return (
    <>
      <h4>{t('rule.gate')}</h4>
      <div className={styles['row']}>
        <WordsField
          of={[id, 'accessCode']}
          label={t('field.accessCode')}
          hint={t('field.accessCodeHint')}
          value={gate?.accessCode ?? ''}
          isOptional
          onChange={(accessCode) => put({ ...gate, accessCode })}
        />
        <WordsField
          of={[id, 'networks']}
          label={t('field.networks')}
          hint={t('field.networksHint')}
          rows={3}
          value={isOwn ? typed : (gate?.networks ?? []).join('\n')}
          isOptional
          onChange={(text) => {
            setTyped(text);
            put({ ...gate, networks: networksOf(text) });
          }}
        />
      </div>
    </>
  );
}
