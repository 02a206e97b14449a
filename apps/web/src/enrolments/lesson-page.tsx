// A lesson as an enrolled learner takes it: blocks, progress that is kept at once, and the way on.
import { spokenParts } from '../courses/blocks/spoken-parts.js';
import { requiredBlocks } from '@onetouch/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useNavigate } from 'react-router';
import { lessonPath, numberedLessons } from '../courses/lesson-paths.js';
import { useAway } from '../courses/use-away.js';
import { paths } from '../paths.js';
import { storedAt } from '../platform/call.js';
import { formatMinutes, formatWhen } from '../platform/format.js';
import { localized, useLocalized } from '../platform/i18n.js';
import { problemWords } from '../platform/problem-words.js';
import { Callout } from '../ui/notice.js';
import { OutboxSaveState } from '../ui/save-state.js';
import { LearnedBlocks } from './learned-blocks.js';
import { CompletedLine, WaitingNote } from './lesson-notes.js';
import { LessonFoot } from './lesson-foot.js';
import { LessonFrame, useIsWide } from './lesson-frame.js';
import { LessonOutline } from './lesson-outline.js';
import styles from './lesson-page.module.css';
import { LessonStateLine } from './lesson-state-line.js';
import { Segments, StepsBar } from './lesson-steps.js';
import { LessonTools } from './lesson-tools.js';
import { loadLesson, type LessonRead, type LoadedLesson } from './load-lesson.js';
import { useKeyN } from './reading-choices.js';
import { useCopies } from './use-copies.js';
import { useFreshDetail } from './use-fresh-detail.js';
import { useNextKey } from './use-next-key.js';
import { useProgress } from './use-progress.js';

export { LessonFailed as ErrorBoundary } from './lesson-failed.js';
export const loader = loadLesson;
export const title = ({ read }: LoadedLesson) => localized(read.lesson.title);

/** The page. A lesson is a new page of its own: nothing of the one before stays. */
export function Component() {
  const loaded = useLoaderData<LoadedLesson>();
  return <LessonPage key={`${loaded.enrolmentId}/${loaded.read.lesson.id}`} loaded={loaded} />;
}

type Learning = ReturnType<typeof useProgress>;

function LessonPage({ loaded }: { loaded: LoadedLesson }) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const isWide = useIsWide();
  const { enrolmentId, read } = loaded;
  const { lesson } = read;
  const learning = useProgress(loaded);
  const { progress } = learning;
  const detail = useFreshDetail(loaded, learning.saved.doneAt, learning.summary);
  useCopies(loaded, learning.saved, detail);
  const next = useNext(enrolmentId, read);
  const away = useAway(enrolmentId, read.nextId, read.nextKind);
  const parts = useMemo(() => lesson.blocks.flatMap(spokenParts), [lesson]);
  const tools = <LessonTools parts={parts} hasNextKey />;
  const required = requiredBlocks(lesson);
  const met = required.filter(({ id }) => progress.metBlockIds.includes(id)).length;
  const place = placeWords(detail, read, t);
  return (
    <LessonFrame
      outPath={detail ? paths.course(detail.courseSlug) : paths.myLearning()}
      courseTitle={detail ? inWords(detail.courseTitle) : ''}
      place={place}
      save={<OutboxSaveState />}
      tools={tools}
      progress={detail && <StepsBar steps={detail.steps} percent={detail.percent} />}
      segments={
        detail && (
          <Segments
            detail={detail}
            steps={detail.steps}
            currentId={lesson.id}
            share={required.length > 0 ? met / required.length : 0}
          />
        )
      }
      outline={
        detail
          ? (onChoose) => (
              <LessonOutline detail={detail} currentId={lesson.id} {...(onChoose && { onChoose })} />
            )
          : undefined
      }
      aside={
        <>
          {!detail && <p className={styles['quiet']}>{t('lesson.outlineFailed')}</p>}
          <WaitingNote keptAt={learning.keptAt} />
        </>
      }
    >
      <p className={styles['place']}>
        {isWide ? `${place} · ` : ''}
        {formatMinutes(lesson.minutes)}
      </p>
      <h1 className={styles['title']}>{inWords(lesson.title)}</h1>
      {!isWide && <div className={styles['tools']}>{tools}</div>}
      <StoredCopy read={read} />
      <LearnedBlocks loaded={loaded} learning={learning} />
      <Outcome learning={learning} detail={detail} />
      <LessonFoot
        previousPath={previousPath(enrolmentId, read, detail?.outline ?? [])}
        next={next}
        away={away && t(away === 'quiz' ? 'lesson.quizAway' : 'lesson.nextAway')}
      >
        <LessonStateLine
          lesson={lesson}
          metBlockIds={progress.metBlockIds}
          doneAt={progress.doneAt}
          waiting={learning.waiting.length}
          keptAt={learning.keptAt}
          hasNextKey={useKeyN().isOn && !away}
        />
      </LessonFoot>
    </LessonFrame>
  );
}

/** What the server has refused, and the end of the course. */
function Outcome({ learning, detail }: { learning: Learning; detail: LoadedLesson['detail'] }) {
  const { t } = useTranslation('enrolments');
  return (
    <>
      {learning.refused && (
        <Callout tone="error">
          {t('lesson.refused', {
            count: learning.refused.count,
            reason: problemWords(learning.refused.problem),
          })}
        </Callout>
      )}
      <CompletedLine
        completedAt={detail?.completedAt ?? null}
        certificateId={detail?.certificateId ?? null}
      />
    </>
  );
}

/** Says when the lesson on the screen came from the device and not from the server. */
function StoredCopy({ read }: { read: LessonRead }) {
  const { t } = useTranslation('enrolments');
  const at = storedAt(read);
  return at && <p className={styles['quiet']}>{t('lesson.copy', { time: formatWhen(at) })}</p>;
}

function useNext(enrolmentId: string, { nextId, nextKind }: LessonRead) {
  const { t } = useTranslation('enrolments');
  const navigate = useNavigate();
  const next =
    nextId && nextKind
      ? {
          path: lessonPath(enrolmentId, { id: nextId, kind: nextKind }),
          word: t(nextKind === 'quiz' ? 'lesson.toQuiz' : 'lesson.next'),
        }
      : { path: paths.myLearning(), word: t('lesson.toMyLearning') };
  const { isOn } = useKeyN();
  useNextKey(isOn && nextId !== null, () => void navigate(next.path));
  return next;
}

function previousPath(
  enrolmentId: string,
  { previousId }: LessonRead,
  outline: NonNullable<LoadedLesson['detail']>['outline'],
): string | null {
  if (!previousId) return null;
  const kind = numberedLessons(outline).find(({ id }) => id === previousId)?.kind ?? 'content';
  return lessonPath(enrolmentId, { id: previousId, kind });
}

function placeWords(
  detail: LoadedLesson['detail'],
  { number }: LessonRead,
  t: ReturnType<typeof useTranslation<'enrolments'>>['t'],
): string {
  const total = numberedLessons(detail?.outline ?? []).findLast(({ kind }) => kind === 'content')?.number;
  return total ? t('lesson.place', { number, total }) : t('lesson.placeAlone', { number });
}
