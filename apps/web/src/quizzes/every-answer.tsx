// Every question with what was chosen, what is right, and why.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import type { AttemptResult, QuestionResult } from '@onetouch/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { useLocalized } from '../platform/i18n.js';
import { Card } from '../ui/card.js';
import { classNames } from '../ui/class-names.js';
import { Tag } from '../ui/tag.js';
import styles from './every-answer.module.css';
import { tell } from './result-facts.js';

/** The list; its heading takes the focus when it is opened. */
export function EveryAnswer({
  result,
  heading,
}: {
  result: AttemptResult;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { t } = useTranslation('quizzes');
  const hasPoints = tell(result).unit === 'points';
  return (
    <section className={styles['section']}>
      <h2 ref={heading} tabIndex={-1}>
        {t('result.answersTitle')}
      </h2>
      <ol className={styles['list']}>
        {result.questions.map((one, index) => (
          <Card as="li" key={one.question.id} className={styles['card']}>
            <Answered one={one} number={index + 1} enrolmentId={result.enrolmentId} hasPoints={hasPoints} />
          </Card>
        ))}
      </ol>
    </section>
  );
}

interface AnsweredProps {
  one: QuestionResult;
  number: number;
  enrolmentId: string;
  /** Questions count differently, so their points are worth a word. */
  hasPoints: boolean;
}

function Answered({ one, number, enrolmentId, hasPoints }: AnsweredProps) {
  const { t } = useTranslation('quizzes');
  const local = useLocalized();
  const { question, chosen, isRight, points, explanation, review } = one;
  const verdict = ((): string => {
    if (chosen.length === 0) return t('result.notAnswered');
    return t(isRight ? 'result.isRight' : 'result.isWrong');
  })();
  return (
    <>
      <p className={styles['head']}>
        <span>{t('result.question', { number })}</span>
        <Tag tone={isRight ? 'la' : 'nghe'}>{verdict}</Tag>
        {hasPoints && (
          <span className={styles['small']}>
            {t('result.questionPoints', { points, possible: question.points })}
          </span>
        )}
      </p>
      <h3 lang="vi" className={styles['prompt']}>
        {question.prompt}
      </h3>
      <Options one={one} />
      <p lang="vi" className={styles['why']}>
        {explanation}
      </p>
      {!isRight && review && (
        <p>
          <Link className={styles['review']} to={paths.lesson(enrolmentId, review.lessonId)}>
            {t('result.reviewLesson', { title: local(review.title) })}
          </Link>
        </p>
      )}
    </>
  );
}

function Options({ one: { question, chosen, correct } }: { one: QuestionResult }) {
  const { t } = useTranslation('quizzes');
  return (
    <ul className={styles['options']}>
      {question.options.map(({ id, text }) => {
        const isChosen = chosen.includes(id);
        const isCorrect = correct.includes(id);
        const word = ((): string | null => {
          if (isChosen) return t(isCorrect ? 'result.chosenRight' : 'result.chosenWrong');
          return isCorrect ? t('result.correct') : null;
        })();
        return (
          <li
            key={id}
            className={classNames(
              styles['option'],
              isCorrect && styles['correct'],
              isChosen && !isCorrect && styles['wrong'],
            )}
          >
            {isCorrect && <IconCircleCheck size={22} aria-hidden="true" />}
            {isChosen && !isCorrect && <IconCircleX size={22} aria-hidden="true" />}
            <span className={styles['text']}>
              <span lang="vi">{text}</span>
              {word && <span className={styles['word']}>{word}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
