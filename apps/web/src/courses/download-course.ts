// Loads a whole course into the caches that the service worker answers from: lessons as they are read, and their files.
// It says that a course is there only when every part of it is. Loaded when somebody asks for it.
import {
  courses,
  enrolments,
  files,
  type Block,
  type ContentLesson,
  type CoursePage,
  type EnrolmentDetail,
  type FileRef,
} from '@onetouch/contract';
import { urlOf } from '../platform/call.js';
import { Problem } from '../platform/problem.js';
import { cacheNameOf } from '../platform/stored-copies.js';
import { isWhole, readRecords, writeRecord, type DownloadRecord } from './download-records.js';
import { numberedLessons } from './lesson-paths.js';

export interface DownloadPlan {
  course: CoursePage;
  enrolment: EnrolmentDetail | null;
  personId: string | null;
}
interface Work {
  signal: AbortSignal;
  /** Bytes that have come, of the total weight. */
  onBytes: (bytes: number) => void;
}

const workerWaitMs = 20_000;

/** What the lessons of a plan weigh together. */
export function downloadBytes({ course, enrolment }: DownloadPlan): number {
  return contentLessons({ course, enrolment }).reduce((sum, { weightBytes }) => sum + weightBytes, 0);
}

function contentLessons({ course, enrolment }: Pick<DownloadPlan, 'course' | 'enrolment'>) {
  return numberedLessons(enrolment?.outline ?? course.outline).filter(({ kind }) => kind === 'content');
}

function lessonUrl({ course, enrolment }: DownloadPlan, lessonId: string): string {
  return enrolment
    ? urlOf(enrolments.readLesson, { params: { enrolmentId: enrolment.id, lessonId } })
    : urlOf(courses.readLesson, { params: { slug: course.slug, lessonId } });
}

function pageUrls({ course, enrolment }: DownloadPlan): string[] {
  const page = urlOf(courses.read, { params: { slug: course.slug } });
  if (!enrolment) return [page];
  return [
    page,
    urlOf(enrolments.findMine, { params: { courseId: course.id } }),
    urlOf(enrolments.read, { params: { enrolmentId: enrolment.id } }),
    urlOf(enrolments.listMine),
  ];
}

function filesOf(block: Block): FileRef[] {
  if (block.type === 'image' || block.type === 'sheet') return [block.file];
  if (block.type === 'video') return [block.file, block.captions, ...(block.poster ? [block.poster] : [])];
  return [];
}

async function fetchFresh(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Problem({ code: 'network.offline', status: 0 });
  });
  // A copy out of the worker's cache means that the network did not answer.
  if (response.headers.has('x-stored-at')) throw new Problem({ code: 'network.offline', status: 0 });
  if (!response.ok) throw new Problem({ code: 'service.unavailable', status: response.status });
  return response;
}

async function keepPage(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetchFresh(url, signal);
  const cache = await caches.open(cacheNameOf(url));
  await cache.put(url, response.clone());
  return response.json();
}

/** A file is named by its content: one that lies here already is the same. */
async function keepFile(url: string, { signal, onBytes }: Work): Promise<void> {
  const cache = await caches.open(cacheNameOf(url));
  if (await cache.match(url)) return;
  const response = await fetchFresh(url, signal);
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  await cache.put(url, new Response(counted, { status: 200, headers: response.headers }));
}

async function keepLesson(url: string, work: Work): Promise<string[]> {
  const { lesson } = (await keepPage(url, work.signal)) as { lesson: ContentLesson };
  const urls = lesson.blocks
    .flatMap(filesOf)
    .map(({ hash, name }) => urlOf(files.read, { params: { hash, name } }));
  // One after the other: on a weak network two streams at once end later, not sooner.
  for (const file of urls) await keepFile(file, work);
  return urls;
}

/** Without a running service worker nothing would be shown from the caches. */
async function workerIsReady(): Promise<void> {
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Problem({ code: 'service.unavailable', status: 0 })), workerWaitMs),
  );
  await Promise.race([navigator.serviceWorker.ready, tooLate]);
}

/** Loads what is missing and answers the record; stopped or failed, what has come stays and is not loaded again. */
export async function downloadCourse(plan: DownloadPlan, work: Work): Promise<DownloadRecord> {
  await workerIsReady();
  void navigator.storage?.persist?.().catch(() => false);
  const urls = pageUrls(plan);
  for (const url of urls) await keepPage(url, work.signal);
  let before = 0;
  for (const { id, weightBytes } of contentLessons(plan)) {
    const url = lessonUrl(plan, id);
    let within = 0;
    const onBytes = (bytes: number) => {
      within += bytes;
      work.onBytes(before + Math.min(within, weightBytes));
    };
    urls.push(url, ...(await keepLesson(url, { ...work, onBytes })));
    before += weightBytes;
    work.onBytes(before);
  }
  const record: DownloadRecord = {
    slug: plan.course.slug,
    title: plan.course.title,
    versionId: plan.enrolment?.versionId ?? plan.course.versionId,
    enrolmentId: plan.enrolment?.id ?? null,
    personId: plan.enrolment ? plan.personId : null,
    bytes: before,
    storedAt: new Date().toISOString(),
    urls: [...new Set(urls)],
  };
  if (!(await isWhole(record))) throw new DOMException('The device threw a part away', 'QuotaExceededError');
  writeRecord(record.slug, record);
  return record;
}

/** The whole copy of exactly this course on this device, or null. */
export async function findDownload({ course, enrolment }: DownloadPlan): Promise<DownloadRecord | null> {
  const record = readRecords().find(({ slug }) => slug === course.slug);
  if (!record || record.enrolmentId !== (enrolment?.id ?? null)) return null;
  if (record.versionId !== (enrolment?.versionId ?? course.versionId)) return null;
  return (await isWhole(record)) ? record : null;
}

/** Takes a course off the device; files that another course needs stay. */
export async function removeDownload(slug: string): Promise<void> {
  const records = readRecords();
  const record = records.find((one) => one.slug === slug);
  const needed = new Set(records.filter((one) => one !== record).flatMap(({ urls }) => urls));
  writeRecord(slug);
  for (const url of record?.urls ?? []) {
    if (!needed.has(url)) await (await caches.open(cacheNameOf(url))).delete(url);
  }
}
