// Looks again every two seconds while papers are being drawn, and not while nobody looks at the page.
import type { ExamDetail } from '@onetouch/contract';
import { useEffect, useEffectEvent } from 'react';
import { useRevalidator } from 'react-router';

const everyMs = 2_000;

/** Whether papers are being drawn at this moment. */
export function isPreparing({ preparation, abilities }: ExamDetail): boolean {
  return abilities.prepare && preparation !== null && preparation.done < preparation.total;
}

/** Keeps the exam fresh until every paper is drawn. */
export function usePreparation(exam: ExamDetail): void {
  const { revalidate, state } = useRevalidator();
  const isOn = isPreparing(exam);
  const look = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && state === 'idle') void revalidate();
  });
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => look(), everyMs);
    return () => clearInterval(timer);
  }, [isOn]);
}
