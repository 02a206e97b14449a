// One question of a quiz: closed it shows its words and facts, open its fields.
import type { CourseDocument, Question, QuizLesson } from '@onetouch/contract';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../platform/format-points.js';
import { AskedFields } from './asked-fields.js';
import cards from './block-card.module.css';
import { editQuiz, moveQuestion, replaced } from './document-edits.js';
import { EssayFields } from './essay-fields.js';
import { LabelFields } from './label-fields.js';
import { useMovableActions } from './part-actions.js';
import { movesByKey, PartMenu } from './part-menu.js';
import { fieldId, focusSoon, frameId, headingId } from './place.js';
import styles from './question-card.module.css';
import { QuestionMarks } from './question-marks.js';
import { removeQuestion } from './removals.js';
import { useStudio } from './studio-context.js';

export interface QuestionCardProps {
  quiz: QuizLesson;
  document: CourseDocument;
  question: Question;
  index: number;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

type Choice = Question & { kind: Exclude<Question['kind'], 'essay'> };
const isChoice = (question: Question): question is Choice => question.kind !== 'essay';

/** The card of a question; Alt with an arrow moves it. */
export function QuestionCard({ quiz, document, question, index, isOpen, onToggle }: QuestionCardProps) {
  const { t } = useTranslation('studio');
  const { edit, isFrozen } = useStudio();
  const { move, remove } = useQuestionEdits(quiz, question, index);
  const actionsOf = useMovableActions();
  const name = t('field.question', { number: index + 1 });
  const set = (next: Question) =>
    edit(
      editQuiz(quiz.id, (now) => ({ ...now, questions: replaced(now.questions, question.id, () => next) })),
    );
  return (
    // Keys bubble up from the fields inside; the card itself is no control.
    <section
      id={frameId(question.id)}
      tabIndex={-1}
      aria-label={name}
      className={cards['card']}
      onKeyDown={isFrozen ? undefined : movesByKey(move)}
    >
      <div className={styles['head']}>
        <button
          type="button"
          id={fieldId(question.id, 'card')}
          className={styles['toggle']}
          aria-expanded={isOpen}
          onClick={() => onToggle(!isOpen)}
        >
          <IconChevronDown size={20} aria-hidden="true" className={styles['chevron']} />
          <span className={styles['words']}>
            <span className={styles['number']}>{name}</span>
            <span lang="vi">{question.prompt || t('unnamed')}</span>
            <span className={styles['facts']}>
              {t(`value.kind.${question.kind}`)} ·{' '}
              {t('question.points', {
                count: (question.points || 0) / 1_000,
                number: formatPoints(question.points || 0),
              })}
            </span>
          </span>
        </button>
        {!isFrozen && (
          <PartMenu
            label={t('action.more', { name })}
            actions={actionsOf({ move, remove, removeLabel: t('action.removeQuestion') })}
          />
        )}
      </div>
      {isOpen && (
        <div className={cards['body']}>
          {isChoice(question) && (
            <AskedFields
              partId={question.id}
              asked={question}
              onChange={(asked) => set({ ...question, ...asked })}
            />
          )}
          {question.kind === 'essay' && <EssayFields question={question} onChange={set} />}
          <QuestionMarks question={question} document={document} onChange={set} />
          <LabelFields question={question} onChange={set} />
        </div>
      )}
    </section>
  );
}

function useQuestionEdits(quiz: QuizLesson, question: Question, index: number) {
  const { t } = useTranslation('studio');
  const { edit, say, remove: drop } = useStudio();
  const count = quiz.questions.length;
  return {
    move: (step: -1 | 1) => {
      const number = index + 1 + step;
      if (number < 1 || number > count) return;
      edit(moveQuestion(quiz.id, question.id, step));
      say(t('said.movedQuestion', { from: index + 1, number, count }));
    },
    remove: () => {
      drop(
        (document) => removeQuestion(document, quiz.id, question.id),
        t('said.removedQuestion', { number: index + 1 }),
      );
      const neighbour = quiz.questions[index + 1] ?? quiz.questions[index - 1];
      focusSoon(...(neighbour ? [fieldId(neighbour.id, 'card')] : []), headingId);
    },
  };
}
