// The rule of an exam as its attempts will be judged by: complete, with a time limit and the exam's own window. Pure.
import type { ExamRule, QuizLesson } from '@onetouch/contract';
import { type CompleteRule, completeRule, paperSize, planGaps, plannedCount } from '@onetouch/domain';
import { Problem } from '../platform/http/problem.js';

interface Window {
  startsAt: string;
  closesAt: string;
}

/**
 * Who plans an exam does not see which questions the quiz names: as many questions as the quiz itself gives, and no plan of its
 * own, mean the plan of the quiz.
 */
function withOwnPlan(rule: ExamRule, quiz: QuizLesson): ExamRule {
  const isOwn = !rule.paper && quiz.rule.paper && rule.draw === plannedCount(quiz.rule);
  return isOwn ? { ...rule, paper: quiz.rule.paper } : rule;
}

/** The rule with every default filled in; refuses with `quiz.too-few-questions` when some paper could not be full. */
export function examRuleOf(wish: ExamRule, quiz: QuizLesson, { startsAt, closesAt }: Window): CompleteRule {
  const rule = withOwnPlan(wish, quiz);
  if (planGaps(rule, quiz.questions).length > 0) throw new Problem('quiz.too-few-questions');
  return completeRule({
    ...rule,
    // One number is told to everybody: with a plan, what it adds up to.
    draw: paperSize(rule, quiz.questions),
    timeLimitMinutes: rule.timeLimitMinutes ?? quiz.minutes,
    requiresLessons: false,
    opensAt: startsAt,
    closesAt,
  });
}

/** Whether papers drawn by one rule are right for the other: everything that a paper is made or worded by. */
export function drawsTheSame(one: CompleteRule, other: CompleteRule): boolean {
  const drawing = ({ draw, passPercent, paper }: CompleteRule) => JSON.stringify([draw, passPercent, paper]);
  return drawing(one) === drawing(other);
}
