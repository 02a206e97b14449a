// Plays one planned learner through a course: which lessons were done when, which attempts were made. Uses the domain's own rules.
import type { ContentLesson, ProgressEvent, QuizLesson } from '@onetouch/contract';
import {
  applyEvents,
  type CompleteRule,
  completeRule,
  drawPaper,
  emptyLessonState,
  gradeAttempt,
  type Grade,
  type LessonState,
  type Paper,
  type Random,
} from '@onetouch/domain';
import type { PublishedVersion } from '../../courses/published-versions.js';
import { answerPaper, type PlayedAnswer } from './answer-paper.js';
import type { PlannedLearner } from './plan.js';

export interface PlayedLesson {
  lessonId: string;
  state: LessonState;
  startedAt: Date;
  doneAt: Date | null;
}

export interface PlayedAttempt {
  lessonId: string;
  number: number;
  seed: string;
  paper: Paper;
  rule: CompleteRule;
  startedAt: Date;
  submittedAt: Date;
  grade: Grade;
  answers: PlayedAnswer[];
  /** Null outside an exam. */
  exam: PlayedExam | null;
}

/** What an attempt has of the exam in which it was made. */
export interface PlayedExam {
  examId: string;
  /** Before that nothing follows from it for the course. */
  isReleased: boolean;
  deadlineAt: Date;
  extraSeconds: number;
  closedBy: 'learner' | 'deadline' | 'invigilator';
}

export interface PlayedCourse {
  lessons: PlayedLesson[];
  attempts: PlayedAttempt[];
}

const hour = 3_600_000;

/** The events of somebody who did everything in a lesson, or only its first half. */
function eventsOf(lesson: ContentLesson, isWhole: boolean, at: Date): ProgressEvent[] {
  const blocks = isWhole ? lesson.blocks : lesson.blocks.slice(0, Math.ceil(lesson.blocks.length / 2));
  return blocks.flatMap((block): ProgressEvent[] => {
    // Nothing keeps these ids but the merged state, so the block's own id serves.
    const base = { id: block.id, blockId: block.id, occurredAt: at.toISOString() };
    if (block.type === 'text') return [{ ...base, kind: 'seen' }];
    if (block.type === 'video')
      return [{ ...base, kind: 'watched', intervals: [[0, block.durationSeconds]] }];
    return block.type === 'check' ? [{ ...base, kind: 'answered', optionIds: block.question.correct }] : [];
  });
}

function playLesson(lesson: ContentLesson, isWhole: boolean, at: Date): PlayedLesson {
  const position = lesson.blocks.at(isWhole ? -1 : 0);
  const events = eventsOf(lesson, isWhole, at);
  const moved: ProgressEvent[] = position
    ? [{ id: position.id, blockId: position.id, occurredAt: at.toISOString(), kind: 'position' }]
    : [];
  const state = applyEvents(lesson, emptyLessonState(), [...events, ...moved]);
  return {
    lessonId: lesson.id,
    state,
    startedAt: at,
    doneAt: isWhole ? new Date(at.getTime() + lesson.minutes * 60_000) : null,
  };
}

interface QuizPlay {
  quiz: QuizLesson;
  number: number;
  wrong: number;
  at: Date;
  seed: string;
}

function playAttempt({ quiz, number, wrong, at, seed }: QuizPlay): PlayedAttempt {
  const paper = drawPaper(quiz, seed);
  const submittedAt = new Date(at.getTime() + 11 * 60_000);
  const answers = answerPaper(paper, { wrong, seed, from: at, to: submittedAt });
  const grade = gradeAttempt(paper, new Map(answers.map((answer) => [answer.questionId, answer.optionIds])));
  return {
    lessonId: quiz.id,
    number,
    seed,
    paper,
    rule: completeRule(quiz.rule),
    startedAt: at,
    submittedAt,
    grade,
    answers,
    exam: null,
  };
}

function playQuiz(
  learner: PlannedLearner,
  quiz: QuizLesson,
  { at, random }: { at: Date; random: Random },
): PlayedAttempt[] {
  const seed = (number: number) => `${learner.login} ${number}`;
  const wrong = random() % 3;
  if (!learner.failsFirst) return [playAttempt({ quiz, number: 1, wrong, at, seed: seed(1) })];
  const again = new Date(at.getTime() + 20 * hour);
  return [
    playAttempt({ quiz, number: 1, wrong: 5, at, seed: seed(1) }),
    playAttempt({ quiz, number: 2, wrong, at: again, seed: seed(2) }),
  ];
}

/** Lessons in order at plausible hours, one or two a day, then the quiz; never later than `now`. */
export function playLearner(
  learner: PlannedLearner,
  version: PublishedVersion,
  { random, now }: { random: Random; now: Date },
): PlayedCourse {
  const played: PlayedCourse = { lessons: [], attempts: [] };
  const goal = Math.floor((version.lessons.length * learner.stepsPercent) / 100);
  const days = Math.max(1, learner.enrolledDaysAgo - 3);
  const start = now.getTime() - learner.enrolledDaysAgo * 24 * hour + (1 + (random() % 10)) * hour;
  const at = (index: number) =>
    new Date(start + (index * days * 24 * hour) / version.lessons.length + (random() % 50) * 60_000);
  for (const [index, { lesson }] of version.lessons.entries()) {
    if (index > goal || (index === goal && learner.stepsPercent % 2 === 0)) break;
    if (lesson.kind === 'content') played.lessons.push(playLesson(lesson, index < goal, at(index)));
    else if (index < goal) played.attempts.push(...playQuiz(learner, lesson, { at: at(index), random }));
  }
  return learner.stepsPercent === 0 ? { lessons: [], attempts: [] } : played;
}
