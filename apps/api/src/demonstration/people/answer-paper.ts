// How somebody made up answers a paper: so many questions wrong, and the hard ones more often than the easy ones. Pure: a seed decides.
import { type Paper, type PaperQuestion, type Random, seededRandom } from '@onetouch/domain';

export interface PlayedAnswer {
  questionId: string;
  optionIds: string[];
  answeredAt: Date;
  /** When it reached the server. */
  savedAt: Date;
  isLate: boolean;
  /** Of an essay. */
  essay?: PlayedEssay;
}

/** What was written, who marked it, and what the marks come to: null while another one is needed. */
export interface PlayedEssay {
  text: string;
  marks: readonly PlayedMark[];
  settled: { points: number; comment: string } | null;
}

export interface PlayedMark {
  /** The login of the marker. */
  by: string;
  /** In thousandths, in the order of the rubric. */
  points: readonly number[];
  comment: string;
  markedAt: Date;
}

interface Play {
  wrong: number;
  seed: string;
  from: Date;
  to: Date;
}

const share = (random: Random) => random() / 2 ** 32;
const extraHardness = { easy: 0, medium: 0.15, hard: 0.3 } as const;

/** The same for everybody, so that some questions turn out to be hard. */
function hardness({ id, difficulty = 'medium' }: PaperQuestion): number {
  return share(seededRandom(id)) + extraHardness[difficulty];
}

/** Most who are wrong fall for the same option; of several right ones many find only some. */
function wrongChoice({ kind, options, correct }: PaperQuestion, random: Random): string[] {
  const others = options.map(({ id }) => id).filter((id) => !correct.includes(id));
  const tempting = others.sort()[share(random) < 0.65 ? 0 : random() % Math.max(1, others.length)];
  const half = correct.slice(0, Math.max(1, correct.length - 1));
  if (kind === 'multiple' && correct.length > 1 && share(random) < 0.5) return half;
  return tempting ? [tempting] : half;
}

/** Answers to all questions, one after the other between the two times. */
export function answerPaper(paper: Paper, { wrong, seed, from, to }: Play): PlayedAnswer[] {
  const random = seededRandom(`${seed} answers`);
  const weighed = paper.questions.map((question) => ({
    id: question.id,
    weight: hardness(question) + share(random) * 0.8,
  }));
  const missed = new Set(
    weighed
      .sort((one, other) => other.weight - one.weight)
      .slice(0, wrong)
      .map(({ id }) => id),
  );
  const step = (to.getTime() - from.getTime()) / (paper.questions.length + 1);
  return paper.questions.map((question, index) => {
    const answeredAt = new Date(Math.round(from.getTime() + (index + 1) * step));
    const optionIds = missed.has(question.id) ? wrongChoice(question, random) : question.correct;
    return { questionId: question.id, optionIds, answeredAt, savedAt: answeredAt, isLate: false };
  });
}
