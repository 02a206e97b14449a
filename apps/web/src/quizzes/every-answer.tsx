// Every question with what was chosen, what is right, and why.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import type { AttemptResult, QuestionResult } from '@onetouch/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatPoints } from '../platform/format-points.js';
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
  const hasPoints = result.status === 'marked' && tell(result).unit === 'points';
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
  const { question, isRight, points, explanation, review, correction } = one;
  const isEmpty = one.chosen.length === 0 && one.text === '';
  const verdict = ((): string | null => {
    if (isEmpty) return t('result.notAnswered');
    // Kept back, or in the hands of a marker.
    if (isRight === null) return points === null && question.kind === 'essay' ? t('result.unmarked') : null;
    if (!isRight && points !== null && points > 0) return t('result.isPartly');
    return t(isRight ? 'result.isRight' : 'result.isWrong');
  })();
  return (
    <>
      <p className={styles['head']}>
        <span>{t('result.question', { number })}</span>
        {verdict && <Tag tone={isRight ? 'la' : 'nghe'}>{verdict}</Tag>}
        {correction && <Tag tone="cham">{t(`result.correction.${correction}`)}</Tag>}
        {hasPoints && points !== null && correction !== 'dropped' && (
          <span className={styles['small']}>
            {t('result.questionPoints', {
              points: formatPoints(points),
              possible: formatPoints(question.points),
            })}
          </span>
        )}
      </p>
      <h3 lang="vi" className={styles['prompt']}>
        {question.prompt}
      </h3>
      {question.kind === 'essay' ? <Essay one={one} /> : <Options one={one} />}
      {explanation && (
        <p lang="vi" className={styles['why']}>
          {explanation}
        </p>
      )}
      {isRight === false && review && (
        <p>
          <Link className={styles['review']} to={paths.lesson(enrolmentId, review.lessonId)}>
            {t('result.reviewLesson', { title: local(review.title) })}
          </Link>
        </p>
      )}
    </>
  );
}

/** What was written, what it earned by which criterion, and what a marker wrote to it. */
function Essay({ one: { text, comment, criteria } }: { one: QuestionResult }) {
  const { t } = useTranslation('quizzes');
  return (
    <>
      {text && (
        <p lang="vi" className={styles['essay']}>
          {text}
        </p>
      )}
      {criteria.length > 0 && (
        <div className={styles['criteria']}>
          <p className={styles['criteriaTitle']}>{t('result.criteria')}</p>
          <dl>
            {criteria.map(({ title, points, possiblePoints }, place) => (
              <div key={place}>
                <dt lang="vi">{title}</dt>
                <dd>
                  {t('result.questionPoints', {
                    points: formatPoints(points),
                    possible: formatPoints(possiblePoints),
                  })}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {comment && (
        <p className={styles['comment']}>
          <strong>{t('result.comment')}</strong> <span lang="vi">{comment}</span>
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
        const isCorrect = correct?.includes(id) ?? false;
        const isWrong = correct !== null && isChosen && !isCorrect;
        const word = ((): string | null => {
          if (isChosen && !correct) return t('result.chosen');
          if (isChosen) return t(isCorrect ? 'result.chosenRight' : 'result.chosenWrong');
          return isCorrect ? t('result.correct') : null;
        })();
        return (
          <li
            key={id}
            className={classNames(
              styles['option'],
              isCorrect && styles['correct'],
              isWrong && styles['wrong'],
            )}
          >
            {isCorrect && <IconCircleCheck size={22} aria-hidden="true" />}
            {isWrong && <IconCircleX size={22} aria-hidden="true" />}
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
