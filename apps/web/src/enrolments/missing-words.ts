// What a lesson still needs, counted by kind.
import type { TFunction } from 'i18next';

type RequiredType = 'text' | 'video' | 'check';

/** "1 phim chưa xem đủ, 2 câu hỏi nhanh"; from `left` in short, from `missing` saying what each needs. */
export function missingWords(
  t: TFunction<'enrolments'>,
  missing: readonly { type: RequiredType }[],
  style: 'left' | 'missing',
): string {
  const count = (type: RequiredType) => missing.filter((block) => block.type === type).length;
  return [
    count('text') > 0 && t(`lesson.${style}.text`, { count: count('text') }),
    count('video') > 0 && t(`lesson.${style}.video`, { count: count('video') }),
    count('check') > 0 && t(`lesson.${style}.check`, { count: count('check') }),
  ]
    .filter(Boolean)
    .join(', ');
}
