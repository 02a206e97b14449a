// The questions of one page, each with the line that says where its answer is.
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import styles from './page-questions.module.css';
import type { PaperPage } from './pages.js';
import { QuestionCard } from './question-card.js';
import { ReceiptLine } from './receipt-line.js';

interface PageQuestionsProps {
  store: AttemptStore;
  view: AttemptView;
  page: PaperPage;
  /** Of the page; takes the focus when the page is changed. */
  heading: RefObject<HTMLHeadingElement | null>;
}

/** One question as the page, or several under a heading of their own. */
export function PageQuestions({ store, view, page, heading }: PageQuestionsProps) {
  const { t } = useTranslation('quizzes');
  const { from, questions } = page;
  const isAlone = questions.length === 1;
  const last = from + questions.length;
  const total = store.attempt.questions.length;
  return (
    <>
      {!isAlone && (
        <h1 ref={heading} tabIndex={-1} className={styles['page']}>
          {t('attempt.page', { number: from + 1, last, total })}
        </h1>
      )}
      {questions.map((question, place) => {
        const answer = view.answers[question.id];
        if (!answer) return null;
        return (
          <div key={question.id} className={isAlone ? styles['alone'] : styles['one']}>
            <QuestionCard
              {...{ store, question, answer, isAlone }}
              index={from + place}
              heading={isAlone ? heading : null}
            />
            <ReceiptLine answer={answer} number={from + place + 1} />
          </div>
        );
      })}
    </>
  );
}
