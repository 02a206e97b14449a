// Every refusal has words in both languages.
import { endpoints, problemCodes } from '@onetouch/contract';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { chooseLocale, loadWords, startWords, words } from './i18n.js';
import { problemWords } from './problem-words.js';
import type { FaultCode } from './problem.js';

const ofStaff = (access: string) => ['trainer', 'coordinator', 'admin'].includes(access);

const codes: FaultCode[] = [...problemCodes, 'network.offline', 'network.timeout', 'network.part-missing'];

describe('words for problems', () => {
  beforeAll(async () => {
    await startWords();
    await loadWords('staff-problems');
  });

  it.each(['vi', 'en'] as const)('say what happened for every code in %s', async (locale) => {
    await chooseLocale(locale);
    for (const code of codes) {
      const sentence = problemWords({ code, retryAt: null });
      expect(sentence).not.toContain(code);
      expect(sentence).toMatch(/\S{2,}.*\.$/);
      expect(sentence).not.toContain('!');
    }
  });

  it('add when to try again, in the time of Viet Nam', async () => {
    await chooseLocale('vi');
    const retryAt = new Date('2026-11-20T19:51:00.000Z');
    expect(problemWords({ code: 'quiz.pause', retryAt })).toContain('Thử lại được từ 02:51, 21/11/2026.');
  });

  it('come with the first visit for everything that a learner can be refused', async () => {
    await chooseLocale('vi');
    const asked = Object.values(endpoints).flatMap((room) => Object.values(room));
    const refused = asked.flatMap(({ access, refuses = [] }) => (ofStaff(access) ? [] : refuses));
    for (const code of refused) expect(words('problems')(code as never)).not.toBe(code);
  });
});
