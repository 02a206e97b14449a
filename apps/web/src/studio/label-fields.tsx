// What draws choose a question by and results are told by: category, tags, difficulty, competence.
import type { Question } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './choice-field.js';
import styles from './editor.module.css';
import { WordsField } from './fields.js';
import { TagsField } from './number-fields.js';

interface LabelFieldsProps {
  question: Question;
  onChange: (question: Question) => void;
}

const difficulties = ['', 'easy', 'medium', 'hard'] as const;

/** The labels, behind a word while there are none. */
export function LabelFields({ question, onChange }: LabelFieldsProps) {
  const { t } = useTranslation('studio');
  const { id, category, tags, difficulty, competence } = question;
  return (
    <details className={styles['more']}>
      <summary>{t('question.labels')}</summary>
      <div className={styles['row']}>
        <WordsField
          of={[id, 'category']}
          label={t('field.category')}
          value={category ?? ''}
          isOptional
          onChange={(text) => onChange({ ...question, category: text || undefined })}
        />
        <ChoiceField
          of={[id, 'difficulty']}
          label={t('field.difficulty')}
          value={difficulty ?? ''}
          choices={difficulties}
          wordsOf={(choice) => (choice ? t(`value.difficulty.${choice}`) : t('field.noDifficulty'))}
          onChange={(choice) => onChange({ ...question, difficulty: choice || undefined })}
        />
        <TagsField
          of={[id, 'tags']}
          label={t('field.tags')}
          hint={t('field.tagsHint')}
          value={tags}
          onChange={(next) => onChange({ ...question, tags: next })}
        />
        <WordsField
          of={[id, 'competence']}
          label={t('field.competence')}
          hint={t('field.competenceHint')}
          value={competence ?? ''}
          isOptional
          onChange={(text) => onChange({ ...question, competence: text || undefined })}
        />
      </div>
    </details>
  );
}
