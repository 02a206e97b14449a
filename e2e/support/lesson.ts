// What a learner does in a lesson with eyes and hands. Knows the marks that the page sets for whoever watches its blocks.
import type { ContentLesson, LessonProgress, ProgressEvent } from '@onetouch/contract';
import { expect, type Page } from '@playwright/test';
import type { Requests } from './people.js';

export interface LessonRead {
  lesson: ContentLesson;
  progress: LessonProgress;
}

/** The lesson with the person's progress as the server has it. */
export async function readLesson(
  actor: Requests,
  enrolmentId: string,
  lessonId: string,
): Promise<LessonRead> {
  const answer = await actor.api.get(`/api/v1/enrolments/${enrolmentId}/lessons/${lessonId}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as LessonRead;
}

/** The blocks of one kind, in the order of the lesson. */
export function blocksOf<T extends ContentLesson['blocks'][number]['type']>(lesson: ContentLesson, type: T) {
  return lesson.blocks.filter((block) => block.type === type) as Extract<
    ContentLesson['blocks'][number],
    { type: T }
  >[];
}

/** The end of a block in the middle of the screen, as after scrolling. */
async function showEnd(page: Page, blockId: string): Promise<void> {
  await page
    .locator(`[data-block-end="${blockId}"]`)
    .evaluate((end) => end.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

const isNews = (events: ProgressEvent[], kind: ProgressEvent['kind'], blockId = '') =>
  events.some((event) => event.kind === kind && event.blockId.startsWith(blockId));

/** Waits until the server has taken this fact, of any block unless one is named; to be called before what causes it. */
export function untilSent(page: Page, kind: ProgressEvent['kind'], blockId?: string) {
  return page.waitForResponse((response) => {
    const request = response.request();
    if (request.method() !== 'POST' || !request.url().endsWith('/events')) return false;
    const { events } = request.postDataJSON() as { events: ProgressEvent[] };
    return response.ok() && isNews(events, kind, blockId);
  });
}

/** Reads every text to its end with the network up: each one is left only when the server has it. */
export async function readToEnd(page: Page, actor: Requests, enrolmentId: string): Promise<void> {
  const lessonId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { lesson } = await readLesson(actor, enrolmentId, lessonId);
  for (const { id } of blocksOf(lesson, 'text')) {
    await showEnd(page, id);
    await expect
      .poll(async () => (await readLesson(actor, enrolmentId, lessonId)).progress.metBlockIds, {
        message: `the server knows that ${id} was read`,
      })
      .toContain(id);
  }
}

/** What lies on this device and was not confirmed: the payloads in the order in which they were kept. */
export function keptOnDevice<P>(page: Page): Promise<P[]> {
  return page.evaluate(
    () =>
      new Promise<P[]>((resolve, reject) => {
        const opening = indexedDB.open('onetouch-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('items').objectStore('items').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { payload: P }[]).map(({ payload }) => payload));
          };
        };
      }),
  );
}

/** Reads every text to its end without a network: each one is left when the device has kept it. */
export async function readToEndOffline(page: Page, lesson: ContentLesson): Promise<void> {
  for (const { id } of blocksOf(lesson, 'text')) {
    await showEnd(page, id);
    await expect
      .poll(async () => isNews(await keptOnDevice<ProgressEvent>(page), 'seen', id), {
        message: `the end of ${id} is kept on the device`,
      })
      .toBe(true);
  }
}

/** Answers the quick check of the lesson rightly and sees that it says so. */
export async function answerCheck(page: Page, lesson: ContentLesson): Promise<void> {
  const [check] = blocksOf(lesson, 'check');
  if (!check) throw new Error('no quick check in this lesson');
  const { question } = check;
  const group = page.getByRole('group', { name: question.prompt });
  for (const option of question.options.filter(({ id }) => question.correct.includes(id)))
    await group.getByLabel(option.text, { exact: true }).check();
  if (question.kind === 'multiple') await group.getByRole('button', { name: 'Trả lời' }).click();
  await expect(group.getByText('Đúng.', { exact: true })).toBeVisible();
}

/** The page has been taken over by its service worker, so that it opens without a network. */
export async function untilReadyForOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
