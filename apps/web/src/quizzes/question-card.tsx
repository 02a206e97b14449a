// One question: its words, and options as rows as large as a thumb or a field to write in. Knows no key but what was told.
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconFlagFilled from '@tabler/icons-react/dist/esm/icons/IconFlagFilled.mjs';
import type { PaperQuestion } from '@onetouch/contract';
import { useId, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { ChoiceOption, type ChoiceVerdict } from '../ui/choice-option.js';
import { AnswerFeedback } from './answer-feedback.js';
import { isAnswered, type AnswerState } from './answers.js';
import type { AttemptStore } from './attempt-store.js';
import { EssayField } from './essay-field.js';
import styles from './question-card.module.css';
import { toggled } from './toggled.js';

interface QuestionCardProps {
  store: AttemptStore;
  question: PaperQuestion;
  answer: AnswerState;
  index: number;
  /** The only question of its page: then it is the heading of the page. */
  isAlone: boolean;
  heading: RefObject<HTMLHeadingElement | null> | null;
}

/** `A` for the first option. */
export const letterOf = (place: number) => String.fromCharCode(65 + place);

/** The question; its heading can take the focus. */
export function QuestionCard(props: QuestionCardProps) {
  const { store, question, answer, index, isAlone, heading } = props;
  const { t } = useTranslation('quizzes');
  const made = useId();
  const { navigation, feedback } = store.rule;
  const tellsAtOnce = feedback === 'at-once' && question.kind !== 'essay';
  const Heading = isAlone ? 'h1' : 'h2';
  const change = ((): string => {
    if (answer.isFinal) return t('attempt.change.final');
    if (tellsAtOnce) return t('attempt.change.atOnce');
    return t(navigation === 'one-way' ? 'attempt.change.oneWay' : 'attempt.change.free');
  })();
  const words = (
    <Heading ref={heading} id={`${made}-words`} tabIndex={-1} className={styles['prompt']} lang="vi">
      {question.prompt}
    </Heading>
  );
  const hint = (
    <p id={`${made}-hint`} className={styles['hint']}>
      {t(`attempt.kind.${question.kind}`)} {change}
    </p>
  );
  return (
    <div className={styles['card']} data-question={question.id}>
      <Top {...props} />
      {question.kind === 'essay' ? (
        <div className={styles['question']}>
          {words}
          {hint}
          <EssayField key={question.id} labelledBy={`${made}-words`} {...{ store, question, answer }} />
        </div>
      ) : (
        <fieldset key={question.id} className={styles['question']} aria-describedby={`${made}-hint`}>
          <legend>{words}</legend>
          {hint}
          <Options {...{ store, question, answer, index }} />
        </fieldset>
      )}
      {tellsAtOnce && (
        <div role="status" className={styles['feedback']}>
          {answer.isFinal && isAnswered(answer) && <AnswerFeedback {...{ store, question, answer }} />}
        </div>
      )}
      {tellsAtOnce && !answer.isFinal && (
        <Confirm onConfirm={() => store.put(question.id, { isFinal: true })} {...{ answer }} />
      )}
    </div>
  );
}

function Top({ store, question, answer, index, isAlone }: QuestionCardProps) {
  const { t } = useTranslation('quizzes');
  const FlagIcon = answer.isFlagged ? IconFlagFilled : IconFlag;
  const total = store.attempt.questions.length;
  return (
    <div className={isAlone ? styles['top'] : styles['topOfMany']}>
      <p className={styles['of']}>{t('attempt.of', { number: index + 1, total })}</p>
      {store.rule.navigation === 'free' && !answer.isFinal && (
        <Button
          look="outlined"
          aria-pressed={answer.isFlagged}
          icon={<FlagIcon size={20} aria-hidden="true" />}
          onClick={() => void store.put(question.id, { isFlagged: !answer.isFlagged })}
        >
          {t(answer.isFlagged ? 'attempt.unflag' : 'attempt.flag')}
        </Button>
      )}
    </div>
  );
}

function Options({ store, question, answer }: Omit<QuestionCardProps, 'isAlone' | 'heading'>): ReactNode {
  const { t } = useTranslation('quizzes');
  const correct = answer.isFinal ? (answer.feedback?.correct ?? null) : null;
  const verdictOf = (id: string): ChoiceVerdict | null => {
    const isChosen = answer.optionIds.includes(id);
    if (!correct || !(isChosen || correct.includes(id))) return null;
    if (!isChosen) return { isRight: true, words: t('result.correct') };
    const isRight = correct.includes(id);
    return { isRight, words: t(isRight ? 'result.chosenRight' : 'result.chosenWrong') };
  };
  return (
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
          disabled={answer.isFinal}
          verdict={verdictOf(id)}
          onChange={() => void store.put(question.id, { optionIds: toggled(question, answer, id) })}
        >
          {text}
        </ChoiceOption>
      ))}
    </div>
  );
}

function Confirm({ answer, onConfirm }: { answer: AnswerState; onConfirm: () => Promise<void> }) {
  const { t } = useTranslation('quizzes');
  if (!isAnswered(answer)) return null;
  return (
    <div>
      <Button look="outlined" size="large" onClick={() => void onConfirm()}>
        {t('attempt.answer')}
      </Button>
    </div>
  );
}
