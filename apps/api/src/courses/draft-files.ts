// The files that a draft names, held against the store: what is not there keeps it from being published, what is described wrongly is refused.
import type { CourseDocument, DraftGap, FileRef, ProblemIssue } from '@onetouch/contract';
import { courseGaps } from '@onetouch/domain';
import type { FileFacts, FileStore } from '../platform/files/file-store.js';

interface NamedFile {
  file: FileRef;
  /** JSON path in the document. */
  path: string;
  where: string[];
  lessonId: string;
}

function filesIn(document: CourseDocument): NamedFile[] {
  return document.modules.flatMap((module, m) =>
    module.lessons.flatMap((lesson, l) =>
      lesson.kind === 'quiz'
        ? []
        : lesson.blocks.flatMap((block, b) =>
            Object.entries(block).flatMap(([key, value]) =>
              isFileRef(value)
                ? {
                    file: value,
                    path: `body.document.modules.${m}.lessons.${l}.blocks.${b}.${key}`,
                    where: [module.title.vi, lesson.title.vi, value.name],
                    lessonId: lesson.id,
                  }
                : [],
            ),
          ),
    ),
  );
}

function isFileRef(value: unknown): value is FileRef {
  return typeof value === 'object' && value !== null && 'hash' in value && 'mediaType' in value;
}

function isAsStored({ file }: NamedFile, facts: ReadonlyMap<string, FileFacts>): boolean {
  const stored = facts.get(file.hash);
  return !stored || (stored.mediaType === file.mediaType && stored.bytes === file.bytes);
}

/** The files of a document with what the store knows of them; one query. */
export async function lookUpFiles(store: FileStore, document: CourseDocument) {
  const named = filesIn(document);
  const facts = await store.facts([...new Set(named.map(({ file }) => file.hash))]);
  return {
    /** Files whose length or media type is not that of the stored ones. */
    issues: named
      .filter((one) => !isAsStored(one, facts))
      .map(({ path }): ProblemIssue => ({
        path,
        message: 'differs from the stored file in length or media type',
      })),
    gaps: named
      .filter(({ file }) => !facts.has(file.hash))
      .map(({ where, lessonId }): DraftGap => ({ code: 'file-missing', where, lessonId })),
  };
}

/** Everything that keeps a draft from being published. */
export async function draftGaps(store: FileStore, document: CourseDocument): Promise<DraftGap[]> {
  return [...courseGaps(document), ...(await lookUpFiles(store, document)).gaps];
}
