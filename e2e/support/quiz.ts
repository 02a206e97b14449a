// A test taken on the page, question by question, with answers known to be right or wrong.
import type { Attempt, Quiz } from '@onetouch/contract';
import { expect, type Page } from '@playwright/test';
import { rightAnswers } from './courses.js';
import type { Requests } from './people.js';

export const quizPath = (enrolmentId: string, lessonId: string) => `/hoc/${enrolmentId}/kiem-tra/${lessonId}`;

/** The id in the address of an attempt or of its result. */
export const attemptIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** The attempt as the server has it. */
export async function readAttempt(actor: Requests, id: string): Promise<Attempt> {
  const answer = await actor.api.get(`/api/v1/attempts/${id}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as Attempt;
}

/** The test as the server has it: attempts, how many are left, and when. */
export async function readQuiz(actor: Requests, enrolmentId: string, lessonId: string): Promise<Quiz> {
  const answer = await actor.api.get(`/api/v1/enrolments/${enrolmentId}/quizzes/${lessonId}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as Quiz;
}

/** Presses the button that starts or starts again, and answers the attempt that the page opened. */
export async function startOnPage(page: Page, actor: Requests, button: string): Promise<Attempt> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL('**/lam-bai/*');
  return readAttempt(actor, attemptIdOf(page));
}

/** What to choose in each question, all right or all wrong. */
export async function choices(attempt: Attempt, are: 'right' | 'wrong'): Promise<Map<string, string[]>> {
  const right = await rightAnswers(attempt.id);
  const chosen = attempt.questions.map(({ id, options }): [string, string[]] => {
    const key = right.get(id) ?? [];
    if (are === 'right') return [id, key];
    const other = options.find(({ text }) => !key.includes(text));
    return [id, [other?.text ?? options[0]?.text ?? '']];
  });
  return new Map(chosen);
}

/** Chooses in the question on the screen. */
export async function choose(page: Page, question: Attempt['questions'][number], texts: string[]) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question.prompt);
  const role = question.kind === 'multiple' ? 'checkbox' : 'radio';
  for (const text of texts) await page.getByRole(role, { name: text, exact: true }).check();
}

export const nextQuestion = (page: Page) =>
  page.getByRole('button', { name: 'Câu tiếp', exact: true }).click();

/** Takes the whole paper on a phone: each answer is left only when the server has said that it has it. */
export async function answerPaper(page: Page, attempt: Attempt, are: 'right' | 'wrong'): Promise<void> {
  const chosen = await choices(attempt, are);
  for (const [index, question] of attempt.questions.entries()) {
    await choose(page, question, chosen.get(question.id) ?? []);
    await expect(page.getByText(`Máy chủ đã nhận câu ${index + 1}`)).toBeVisible();
    if (index + 1 < attempt.questions.length) await nextQuestion(page);
  }
}

/** Presses the last button, confirms, and waits for the result. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xem lại và nộp' }).click();
  await confirmHandIn(page);
}

/** The question that is asked once before handing in. */
export async function confirmHandIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Nộp bài?' });
  await dialog.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await page.waitForURL('**/ket-qua/*');
}
