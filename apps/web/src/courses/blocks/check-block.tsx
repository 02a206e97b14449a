// A quick check: answers at once, explains, may be answered again, and holds nobody back.
import type { BlockOf } from '@onetouch/contract';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { ChoiceOption, type ChoiceVerdict } from '../../ui/choice-option.js';
import { classNames } from '../../ui/class-names.js';
import { useCheckAnswer } from './check-answer.js';
import styles from './check-block.module.css';
import { breakable } from './long-words.js';

type Question = BlockOf<'check'>['question'];

export interface CheckBlockProps {
  block: BlockOf<'check'>;
  /** The answer given before. */
  saved?: readonly string[] | undefined;
  onAnswered?: ((optionIds: string[]) => void) | undefined;
}

/** Draws a check block. */
export function CheckBlock({ block, saved, onAnswered }: CheckBlockProps) {
  const { t } = useTranslation('blocks');
  const { question } = block;
  const isMultiple = question.kind === 'multiple';
  const { chosen, answered, isOpen, isEmpty, choose, answer, noteKey } = useCheckAnswer(
    isMultiple,
    saved,
    onAnswered,
  );
  const verdictOf = useVerdicts(question, isOpen ? null : answered);
  return (
    // Keys and presses are only noted, to tell reading through the options from answering.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={styles['check']} onKeyDown={noteKey} onPointerDown={() => noteKey({ key: '' })}>
      <legend className={styles['legend']}>
        <span className={styles['label']}>
          <IconHelpCircle size={22} aria-hidden="true" />
          {t(isMultiple ? 'check.labelMultiple' : 'check.label')}
        </span>
        <span className={styles['prompt']}>{question.prompt}</span>
      </legend>
      <div className={styles['options']}>
        {question.options.map((option) => (
          <ChoiceOption
            key={option.id}
            isMultiple={isMultiple}
            name={block.id}
            checked={chosen.includes(option.id)}
            onChange={(event) => choose(option.id, event.target.checked)}
            verdict={verdictOf(option.id)}
          >
            {breakable(option.text)}
          </ChoiceOption>
        ))}
      </div>
      {(isOpen || (isMultiple && !answered)) && (
        <Button look="outlined" className={styles['answer']} onClick={answer}>
          {t('check.answer')}
        </Button>
      )}
      <div role="status">
        {isEmpty && <p className={styles['empty']}>{t('check.empty')}</p>}
        {!isOpen && answered && <Feedback question={question} answered={answered} />}
      </div>
    </fieldset>
  );
}

/** Once the answer is given: that an option is right, or that it was chosen and is not. */
function useVerdicts(question: Question, answered: readonly string[] | null) {
  const { t } = useTranslation('blocks');
  return (optionId: string): ChoiceVerdict | null => {
    if (!answered) return null;
    if (question.correct.includes(optionId)) return { isRight: true, words: t('check.isRight') };
    return answered.includes(optionId) ? { isRight: false, words: t('check.isWrong') } : null;
  };
}

interface Answered {
  question: Question;
  answered: readonly string[];
}

function Feedback({ question, answered }: Answered) {
  const { t } = useTranslation('blocks');
  const { correct, options } = question;
  const isRight = answered.length === correct.length && answered.every((id) => correct.includes(id));
  const key = options.filter(({ id }) => correct.includes(id)).map(({ text }) => text.replace(/[.\s]+$/, ''));
  const Icon = isRight ? IconCircleCheck : IconCircleX;
  return (
    <div
      className={classNames(styles['feedback'], isRight ? styles['feedbackRight'] : styles['feedbackWrong'])}
    >
      <Icon size={24} aria-hidden="true" />
      <p>
        <strong>{t(isRight ? 'check.right' : 'check.wrong')}</strong>{' '}
        {!isRight && `${t('check.key', { count: key.length, options: key.join('; ') })} `}
        {question.explanation}
      </p>
    </div>
  );
}
