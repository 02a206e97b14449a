// The rule of an exam in words: what a paper is drawn from, and how it is worked on and judged. Knows no form.
import type { ExamDetail, PaperPlan } from '@onetouch/contract';
import { completeRule } from '@onetouch/domain';
import { formatMinutes, formatNumber, formatPercent } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import { words } from '../platform/i18n.js';
import { dotted } from '../ui/dotted.js';

type Draw = PaperPlan['draws'][number];

function drawLine({ count, from, points }: Draw): string {
  const t = words('exams');
  const parts = [
    t('draw.count', { count, number: formatNumber(count) }),
    from.category !== undefined && t('draw.category', { name: from.category }),
    (from.tags?.length ?? 0) > 0 && t('draw.tags', { names: from.tags?.join(', ') ?? '' }),
    from.difficulty && t(`draw.${from.difficulty}`),
    points !== undefined && t('draw.points', { points: formatPoints(points) }),
  ];
  return dotted(...parts);
}

/** One line for the fixed questions and one for every draw. */
export function planLines({ fixed, draws }: PaperPlan): string[] {
  const t = words('exams');
  const count = fixed.length;
  const first = count > 0 ? [t('draw.fixed', { count, number: formatNumber(count) })] : [];
  return [...first, ...draws.map(drawLine)];
}

/** What holds for everybody, a fact a line; in the order of the morning. */
export function ruleLines(exam: ExamDetail): string[] {
  const t = words('exams');
  const rule = completeRule(exam.rule);
  const { wrongPercent, graceMinutes } = rule;
  const count = exam.questionCount;
  const lines = [
    t('rule.paper', {
      count,
      number: formatNumber(count),
      time: formatMinutes(exam.minutes),
      pass: formatPercent(rule.passPercent),
    }),
    ...(rule.paper ? planLines(exam.rule.paper ?? { fixed: [], draws: [], keepsOrder: false }) : []),
    t(`rule.${rule.navigation}`),
    rule.hasPartialCredit && t('rule.partial'),
    wrongPercent > 0 && t('rule.wrong', { percent: formatPercent(wrongPercent) }),
    t('rule.grace', { time: formatMinutes(graceMinutes) }),
    t(exam.release === 'at-once' ? 'rule.atOnce' : 'rule.byPerson'),
  ];
  return lines.filter((line) => typeof line === 'string');
}
