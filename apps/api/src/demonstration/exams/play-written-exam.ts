// The morning of the written exam, made up: who came, what they wrote, and how far the marking is. It writes nothing.
import type { QuizLesson } from '@onetouch/contract';
import {
  type CompleteRule,
  drawPaper,
  gradeAttempt,
  type Paper,
  type PaperQuestion,
  settledEssay,
  startWaitMs,
} from '@onetouch/domain';
import { answerPaper, type PlayedAnswer, type PlayedEssay } from '../people/answer-paper.js';
import type { PlannedLearner } from '../people/plan.js';
import type { PlayedAttempt } from '../people/play-learner.js';
import { candidateIdOf, examIdOf, type ExamTimes, writtenExam } from './exam-plan.js';
import { frozenRule, type Seat, seatsOf, spreadSeconds } from './play-exam.js';
import { type PlannedEssay, plannedEssays } from './written-essays.js';

const minute = 60_000;

interface Morning {
  quiz: QuizLesson;
  rule: CompleteRule;
  times: ExamTimes;
}

/** The essay with its marks; they settle it by the rule that settles everybody's. */
function playEssay(planned: PlannedEssay, question: PaperQuestion, { rule, times }: Morning): PlayedEssay {
  const marks = planned.marks.map(({ by, points, comment, hours }) => ({
    ...{ by, points: points.map((one) => one * 1_000), comment },
    markedAt: new Date(times.closesAt.getTime() + hours * 60 * minute),
  }));
  const sums = marks.map(({ points }) => points.reduce((sum, one) => sum + one, 0));
  const settled = settledEssay({ ...rule, possiblePoints: question.points }, sums);
  const comment = marks.map((mark) => mark.comment).join('\n\n');
  return { text: planned.text, marks, settled: settled && { points: settled.points, comment } };
}

/** Choices first, the essay to the end; whoever wrote nothing ran out of time. */
function answersOf(
  paper: Paper,
  planned: PlannedEssay,
  { seed, from, to, morning }: { seed: string; from: Date; to: Date; morning: Morning },
): PlayedAnswer[] {
  const questions = paper.questions.filter(({ kind }) => kind !== 'essay');
  const wrong = planned.text === '' ? 2 : planned.text.length % 2;
  const choices = answerPaper({ ...paper, questions }, { wrong, seed, from, to });
  const essay = paper.questions.find(({ kind }) => kind === 'essay');
  if (!essay || planned.text === '') return choices;
  const written = { questionId: essay.id, optionIds: [], answeredAt: to, savedAt: to, isLate: false };
  return [...choices, { ...written, essay: playEssay(planned, essay, morning) }];
}

function playAttempt(
  { candidateId, paper, seed }: Pick<Seat, 'candidateId' | 'paper' | 'seed'>,
  planned: PlannedEssay,
  morning: Morning,
): PlayedAttempt {
  const { quiz, rule, times } = morning;
  const from = new Date(times.startsAt.getTime() + startWaitMs(candidateId, spreadSeconds));
  const deadlineAt = new Date(from.getTime() + (rule.timeLimitMinutes ?? 0) * minute);
  const isCutOff = planned.text === '';
  const to = isCutOff ? deadlineAt : new Date(from.getTime() + (20 + (planned.text.length % 20)) * minute);
  const answers = answersOf(paper, planned, { seed, from, to, morning });
  const essays = answers.filter(({ essay }) => essay !== undefined);
  const settled = essays.flatMap(({ questionId, essay }) =>
    essay?.settled ? [[questionId, essay.settled.points] as const] : [],
  );
  const grade = gradeAttempt(paper, new Map(answers.map((answer) => [answer.questionId, answer.optionIds])), {
    essayTexts: new Map(essays.map(({ questionId, essay }) => [questionId, essay?.text ?? ''])),
    essayPoints: new Map(settled),
  });
  const closedBy = isCutOff ? 'deadline' : 'learner';
  return {
    ...{ lessonId: quiz.id, number: 1, seed, paper, rule, startedAt: from, submittedAt: to, answers, grade },
    exam: { examId: examIdOf(writtenExam), isReleased: false, deadlineAt, extraSeconds: 0, closedBy },
  };
}

/** Everybody's morning, one seat for each learner: who has not begun to learn stayed away. */
export function playWrittenExam(
  learners: readonly PlannedLearner[],
  quiz: QuizLesson,
  times: ExamTimes,
): Seat[] {
  const morning = { quiz, rule: frozenRule(writtenExam, quiz, times), times };
  const rooms = seatsOf(writtenExam, learners);
  const texts = plannedEssays.values();
  return learners.flatMap((learner): Seat[] => {
    const candidateId = candidateIdOf(writtenExam, learner.login);
    const roomId = rooms.get(candidateId);
    if (!roomId) return [];
    const seed = `${writtenExam.name} ${learner.login}`;
    const paper = drawPaper({ rule: morning.rule, questions: quiz.questions }, seed);
    const seat = { learner, candidateId, roomId, paper, seed };
    const planned = learner.stepsPercent === 0 ? undefined : texts.next().value;
    if (!planned) return [{ ...seat, checkedInAt: null, attempt: null }];
    const checkedInAt = new Date(times.startsAt.getTime() - (5 + (planned.text.length % 30)) * minute);
    return [{ ...seat, checkedInAt, attempt: playAttempt(seat, planned, morning) }];
  });
}
