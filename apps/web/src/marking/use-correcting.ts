// A correction on its way: the wish, the preview that belongs to it, and its application. Another wish makes the preview void; what
// changed on the server in between is shown anew before anything is applied.
import { marking, type CorrectionPreview, type CorrectionWish } from '@onetouch/contract';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';

interface Quiz {
  courseId: string;
  lessonId: string;
}

export interface Correcting {
  preview: CorrectionPreview | null;
  /** True when the preview is not the one that was asked for: others changed results in between. */
  isRenewed: boolean;
  problem: Problem | null;
  busy: 'preview' | 'apply' | null;
  look: (wish: CorrectionWish, examId: string) => Promise<void>;
  apply: (reason: string) => Promise<void>;
  forget: () => void;
}

interface Asked {
  wish: CorrectionWish;
  examId: string;
}

const scopeOf = ({ examId }: Asked) => (examId ? { examId } : {});

/** See above. */
export function useCorrecting({ courseId, lessonId }: Quiz): Correcting {
  const navigate = useNavigate();
  const [preview, setPreview] = useState<CorrectionPreview | null>(null);
  const [isRenewed, setIsRenewed] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Correcting['busy']>(null);
  /** What the preview belongs to; null once the wish is another one. */
  const asked = useRef<Asked | null>(null);
  const params = { courseId, lessonId };
  const doing = async (what: 'preview' | 'apply', work: () => Promise<void>) => {
    setBusy(what);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(null);
    }
  };
  const show = async (wanted: Asked) => {
    const body = { wish: wanted.wish, ...scopeOf(wanted) };
    const found = await call(marking.previewCorrection, { params, body });
    // An answer that was overtaken by another wish shows nothing.
    if (asked.current === wanted) setPreview(found);
  };
  const forget = () => {
    asked.current = null;
    setPreview(null);
    setIsRenewed(false);
    setProblem(null);
  };
  const look = async (wish: CorrectionWish, examId: string) => {
    forget();
    const wanted = (asked.current = { wish, examId });
    await doing('preview', () => show(wanted));
  };
  const apply = async (reason: string) => {
    const wanted = asked.current;
    if (!wanted || !preview || busy) return;
    const { fingerprint } = preview;
    await doing('apply', async () => {
      try {
        const body = { wish: wanted.wish, reason, fingerprint, ...scopeOf(wanted) };
        const { id, changed } = await call(marking.correct, { params, body });
        await navigate(paths.correction(courseId, lessonId, id), { state: { applied: changed } });
      } catch (error) {
        if (!isProblem(error, 'correction.changed')) throw error;
        await show(wanted);
        setIsRenewed(true);
      }
    });
  };
  return { preview, isRenewed, problem, busy, look, apply, forget };
}
