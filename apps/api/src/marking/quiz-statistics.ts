// Item statistics of a quiz or an exam, kept for a minute: many look at the same figures at the same time, and they are dear to work out.
import type { Question, QuizStatistics as Statistics } from '@onetouch/contract';
import {
  correctedKey,
  type ItemQuestion,
  type QuestionCorrection,
  quizStatisticsInSteps,
  type QuizFigures,
} from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { stepByStep } from '../platform/step-by-step.js';
import type { OwnQuiz } from './find-quiz.js';
import { readMarked } from './read-marked.js';

const keptMs = 60_000;
const quizzesKept = 50;

interface CorrectionRow {
  id: string;
  correction: QuestionCorrection;
}

interface Evaluated {
  at: Date;
  figures: Promise<QuizFigures>;
}

const readCorrections: Statement = {
  name: 'marking.read-corrections',
  text: `SELECT id, correction FROM question_correction WHERE lesson_id = $1 AND (exam_id IS NULL OR exam_id = $2) ORDER BY id`,
};

/** With one answer to choose, accepted options count as right too. */
function itemQuestion(question: Question, corrections: readonly QuestionCorrection[]): ItemQuestion {
  const { keys } = correctedKey(question, corrections);
  return {
    ...question,
    correct: question.kind === 'multiple' ? question.correct : [...new Set(keys.flat())],
  };
}

@Injectable()
export class QuizStatistics {
  private readonly kept = new LRUCache<string, Evaluated>({ max: quizzesKept });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The figures of a minute ago at most, and never those of before a correction: the corrections in force are looked up each time. */
  async read(quiz: OwnQuiz, counted: 'first' | 'all'): Promise<Statistics> {
    const { courseId, lessonId, courseTitle, quizTitle, exam } = quiz;
    const wished = [lessonId, exam?.id ?? null];
    const corrections = await this.database.rows<CorrectionRow>(readCorrections, wished);
    const { at, figures } = this.evaluated(quiz, counted, corrections);
    return {
      ...(await figures),
      ...{ courseId, lessonId, courseTitle, quizTitle, counted },
      examName: exam?.name ?? null,
      evaluatedAt: at.toISOString(),
      abilities: { correct: true },
    };
  }

  private evaluated(
    quiz: OwnQuiz,
    counted: 'first' | 'all',
    corrections: readonly CorrectionRow[],
  ): Evaluated {
    const inForce = corrections.map(({ id }) => id).join();
    const key = `${quiz.lessonId} ${quiz.exam?.id ?? ''} ${counted} ${inForce}`;
    const now = this.clock.now();
    const known = this.kept.get(key);
    if (known && Math.abs(now.getTime() - known.at.getTime()) < keptMs) return known;
    const fresh = { at: now, figures: this.evaluate(quiz, counted, corrections) };
    this.kept.set(key, fresh);
    // What failed is tried again by the next one.
    fresh.figures.catch(() => this.kept.get(key) === fresh && this.kept.delete(key));
    return fresh;
  }

  private async evaluate(
    { lessonId, exam, questions, wrongPercent }: OwnQuiz,
    counted: 'first' | 'all',
    rows: readonly CorrectionRow[],
  ): Promise<QuizFigures> {
    const corrections = rows.map(({ correction }) => correction);
    const pointsOf = (questionId: string) => questions.get(questionId)?.points ?? 0;
    const attempts = await readMarked(
      this.database,
      { lessonId, examId: exam?.id ?? null, counted },
      pointsOf,
    );
    const seen = new Set<string>();
    for (const attempt of attempts) for (const { id } of attempt.questions) seen.add(id);
    const asked = [...questions.values()].filter(({ id }) => seen.has(id));
    const items = asked.map((question) => itemQuestion(question, corrections));
    return stepByStep(quizStatisticsInSteps(attempts, items, { wrongPercent }));
  }
}
