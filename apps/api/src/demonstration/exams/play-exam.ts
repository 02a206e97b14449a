// The morning of the exam that is over, made up: who came, how it went in each room, whose network failed. It writes nothing.
import type { QuizLesson } from '@onetouch/contract';
import {
  assignSeats,
  type CompleteRule,
  drawPaper,
  gradeAttempt,
  type Paper,
  type Random,
  seededRandom,
  startWaitMs,
} from '@onetouch/domain';
import { examRuleOf } from '../../exams/exam-rule.js';
import { answerPaper, type PlayedAnswer } from '../people/answer-paper.js';
import type { PlannedLearner } from '../people/plan.js';
import type { PlayedAttempt } from '../people/play-learner.js';
import {
  candidateIdOf,
  examIdOf,
  type ExamTimes,
  pastExam,
  type PlannedExam,
  roomIdOf,
} from './exam-plan.js';

/** One candidate's morning; who stayed away has a seat and a paper, and nothing else. */
export interface Seat {
  learner: PlannedLearner;
  candidateId: string;
  roomId: string;
  paper: Paper;
  seed: string;
  checkedInAt: Date | null;
  attempt: PlayedAttempt | null;
}

const minute = 60_000;
export const spreadSeconds = 20;

/** What happened to a whole room, by its place in the plan. */
export const powerCut = { room: 2, pausedMinutes: 6, creditMinutes: 10 } as const;
const lostNetwork = { room: 1, people: 4, answers: 3, minutesLate: 12 } as const;

/** The rule of an exam, frozen. */
export function frozenRule(
  exam: PlannedExam,
  quiz: QuizLesson,
  { startsAt, closesAt }: ExamTimes,
): CompleteRule {
  const window = { startsAt: startsAt.toISOString(), closesAt: closesAt.toISOString() };
  return examRuleOf(exam.rule, quiz, window);
}

/** The more of the course is done, the fewer are wrong; who has not begun to learn stayed away. */
function wrongCount({ stepsPercent }: PlannedLearner, random: Random): number {
  if (stepsPercent === 100) return random() % 4;
  return stepsPercent > 50 ? 1 + (random() % 5) : 2 + (random() % 7);
}

/** The last answers of somebody without a network: given in time, there when the network was back. */
function arriveLate(answers: readonly PlayedAnswer[], deadlineAt: Date): PlayedAnswer[] {
  const savedAt = new Date(deadlineAt.getTime() + lostNetwork.minutesLate * minute);
  const first = answers.length - lostNetwork.answers;
  return answers.map((answer, index) => (index < first ? answer : { ...answer, savedAt, isLate: true }));
}

interface Morning {
  quiz: QuizLesson;
  rule: CompleteRule;
  times: ExamTimes;
  random: Random;
}

function playAttempt(
  seat: Omit<Seat, 'attempt' | 'checkedInAt'>,
  { quiz, rule, times, random }: Morning,
  isCutOff: boolean,
): PlayedAttempt {
  const { learner, candidateId, paper, seed } = seat;
  const hasPowerCut =
    pastExam.rooms.findIndex((room) => roomIdOf(pastExam, room) === seat.roomId) === powerCut.room;
  const lostMinutes = hasPowerCut ? powerCut.pausedMinutes + powerCut.creditMinutes : 0;
  const started = times.startsAt.getTime() + startWaitMs(candidateId, spreadSeconds);
  const deadlineAt = new Date(started + ((rule.timeLimitMinutes ?? 0) + lostMinutes) * minute);
  const usedMinutes = isCutOff
    ? (rule.timeLimitMinutes ?? 0) + lostMinutes
    : 12 + lostMinutes + (random() % 17);
  const submittedAt = new Date(started + usedMinutes * minute);
  const given = answerPaper(paper, {
    ...{ wrong: wrongCount(learner, random), seed },
    ...{ from: new Date(started), to: submittedAt },
  });
  const answers = isCutOff ? arriveLate(given, deadlineAt) : given;
  return {
    ...{ lessonId: quiz.id, number: 1, seed, paper, rule, submittedAt, answers },
    startedAt: new Date(started),
    grade: gradeAttempt(paper, new Map(answers.map((answer) => [answer.questionId, answer.optionIds]))),
    exam: {
      examId: examIdOf(pastExam),
      isReleased: pastExam.isReleased,
      deadlineAt,
      extraSeconds: hasPowerCut ? powerCut.creditMinutes * 60 : 0,
      closedBy: isCutOff ? 'deadline' : 'learner',
    },
  };
}

/** The rooms of its candidates, by candidate. */
export function seatsOf(exam: PlannedExam, learners: readonly PlannedLearner[]): Map<string, string> {
  const seekers = learners.map(({ login, placeId, organisation }) => ({
    ...{ id: candidateIdOf(exam, login), placeId, organisationId: organisation },
  }));
  const rooms = exam.rooms.map((room) => ({ ...room, id: roomIdOf(exam, room), assigned: 0 }));
  return assignSeats(seekers, rooms).seats;
}

/** Everybody's morning, one seat for each learner. */
export function playPastExam(
  learners: readonly PlannedLearner[],
  quiz: QuizLesson,
  times: ExamTimes,
): Seat[] {
  const random = seededRandom('demonstration exam');
  const rule = frozenRule(pastExam, quiz, times);
  const rooms = seatsOf(pastExam, learners);
  const farRoom = pastExam.rooms[lostNetwork.room];
  let toCutOff: number = lostNetwork.people;
  return learners.flatMap((learner): Seat[] => {
    const candidateId = candidateIdOf(pastExam, learner.login);
    const roomId = rooms.get(candidateId);
    if (!roomId) return [];
    const seed = `${pastExam.name} ${learner.login}`;
    const paper = drawPaper({ rule, questions: quiz.questions }, seed);
    const seat = { learner, candidateId, roomId, paper, seed };
    if (learner.stepsPercent === 0 || random() % 25 === 0)
      return [{ ...seat, checkedInAt: null, attempt: null }];
    const isCutOff = farRoom !== undefined && roomId === roomIdOf(pastExam, farRoom) && toCutOff-- > 0;
    const attempt = playAttempt(seat, { quiz, rule, times, random }, isCutOff);
    const checkedInAt = new Date(times.startsAt.getTime() - (3 + (random() % 40)) * minute);
    return [{ ...seat, checkedInAt, attempt }];
  });
}
