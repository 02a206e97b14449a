// An essay as it is written: kept on the device every few seconds, sent now and then and whenever the person turns elsewhere.
import { limits, type PaperQuestion } from '@onetouch/contract';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import type { AnswerState } from './answers.js';
import type { AttemptStore } from './attempt-store.js';
import { countWords, dropDraft, keepDraft, readDraft } from './essay-draft.js';
import styles from './essay-field.module.css';

interface EssayFieldProps {
  store: AttemptStore;
  question: PaperQuestion;
  answer: AnswerState;
  labelledBy: string;
}
const draftMs = 2_000;
const sendMs = 12_000;

function useEssay({ store, question, answer }: EssayFieldProps) {
  const attemptId = store.attempt.id;
  const questionId = question.id;
  const at = useMemo(() => ({ attemptId, questionId }), [attemptId, questionId]);
  /** What is written here and not put yet; null when the answer says it all. */
  const [typed, setTyped] = useState(() => readDraft(at, answer.sequence));
  const latest = useRef(typed);
  const sequence = useRef(answer.sequence);
  const timers = useRef<{ draft?: ReturnType<typeof setTimeout>; send?: ReturnType<typeof setTimeout> }>({});
  useEffect(() => {
    sequence.current = answer.sequence;
  });

  const put = useCallback(async () => {
    clearTimeout(timers.current.draft);
    clearTimeout(timers.current.send);
    timers.current = {};
    const text = latest.current;
    if (text === null) return;
    latest.current = null;
    const isPut = store.put(at.questionId, { text });
    setTyped(null);
    await isPut;
    if (latest.current === null) dropDraft(at);
  }, [store, at]);
  const write = (text: string) => {
    latest.current = text;
    setTyped(text);
    timers.current.draft ??= setTimeout(() => {
      delete timers.current.draft;
      // Where the device keeps nothing the server is the only safe place.
      if (latest.current !== null && !keepDraft(at, latest.current, sequence.current)) void put();
    }, draftMs);
    timers.current.send ??= setTimeout(() => void put(), sendMs);
  };
  useEffect(() => {
    const away = () => {
      if (document.visibilityState === 'hidden') void put();
    };
    const forget = store.addDraft(put);
    document.addEventListener('visibilitychange', away);
    // A text that an earlier visit left behind.
    if (latest.current !== null) void put();
    return () => {
      forget();
      document.removeEventListener('visibilitychange', away);
      void put();
    };
  }, [store, put]);
  return { text: typed ?? answer.text, write, put };
}

/** The field with its count of words. */
export function EssayField(props: EssayFieldProps) {
  const { question, answer, labelledBy } = props;
  const { t } = useTranslation('quizzes');
  const countId = useId();
  const { text, write, put } = useEssay(props);
  const words = countWords(text);
  const most = question.maxWords ?? 0;
  const isOver = most > 0 && words > most;
  return (
    <div className={styles['essay']}>
      <textarea
        className={styles['text']}
        lang="vi"
        rows={10}
        maxLength={limits.essayLength}
        aria-labelledby={labelledBy}
        aria-describedby={countId}
        readOnly={answer.isFinal}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void put()}
      />
      <p id={countId} className={isOver ? styles['over'] : styles['count']}>
        {isOver
          ? t('attempt.wordsOver', {
              count: words - most,
              words: formatNumber(words),
              most: formatNumber(most),
            })
          : t('attempt.words', { words: formatNumber(words), most: formatNumber(most) })}
      </p>
    </div>
  );
}
