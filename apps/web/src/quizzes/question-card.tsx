// One question with its options as rows as large as a thumb. Knows no key.
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconFlagFilled from '@tabler/icons-react/dist/esm/icons/IconFlagFilled.mjs';
import type { PaperQuestion } from '@onetouch/contract';
import { useId, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { ChoiceOption } from '../ui/choice-option.js';
import type { AnswerState } from './answers.js';
import styles from './question-card.module.css';

interface QuestionCardProps {
  question: PaperQuestion;
  answer: AnswerState;
  index: number;
  total: number;
  heading: RefObject<HTMLHeadingElement | null>;
  onChoose: (optionId: string) => void;
  onFlag: () => void;
}

/** `A` for the first option. */
export const letterOf = (place: number) => String.fromCharCode(65 + place);

/** The question; its heading can take the focus. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, answer, index, total, heading, onChoose, onFlag } = props;
  const { t } = useTranslation('quizzes');
  const hintId = useId();
  const FlagIcon = answer.isFlagged ? IconFlagFilled : IconFlag;
  return (
    <div className={styles['card']}>
      <div className={styles['top']}>
        <p className={styles['of']}>{t('attempt.of', { number: index + 1, total })}</p>
        <Button
          look="outlined"
          aria-pressed={answer.isFlagged}
          icon={<FlagIcon size={20} aria-hidden="true" />}
          onClick={onFlag}
        >
          {t(answer.isFlagged ? 'attempt.unflag' : 'attempt.flag')}
        </Button>
      </div>
      <fieldset key={question.id} className={styles['question']} aria-describedby={hintId}>
        <legend>
          <h1 ref={heading} tabIndex={-1} className={styles['prompt']} lang="vi">
            {question.prompt}
          </h1>
        </legend>
        <p id={hintId} className={styles['hint']}>
          {t(`attempt.kind.${question.kind}`)}
        </p>
        <div className={styles['options']}>
          {question.options.map(({ id, text }, place) => (
            <ChoiceOption
              key={id}
              size="large"
              isMultiple={question.kind === 'multiple'}
              name={question.id}
              letter={letterOf(place)}
              textLang="vi"
              checked={answer.optionIds.includes(id)}
              onChange={() => onChoose(id)}
            >
              {text}
            </ChoiceOption>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
