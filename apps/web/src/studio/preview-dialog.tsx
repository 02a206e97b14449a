// A lesson as a learner will see it, drawn by the learner's own blocks. They are loaded when somebody looks.
import type { ContentLesson } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../platform/format.js';
import { loadWords, localized } from '../platform/i18n.js';
import { Problem } from '../platform/problem.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/notice.js';
import { Loading } from '../ui/skeleton.js';

type Blocks = typeof import('../courses/blocks/lesson-blocks.js');
interface PreviewDialogProps {
  lesson: ContentLesson;
  isOpen: boolean;
  onClose: () => void;
}

/** The preview as a dialog as wide as a phone. */
export function PreviewDialog({ lesson, isOpen, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('studio');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={localized(lesson.title) || t('unnamed')}>
      <p>{formatMinutes(lesson.minutes || 0)}</p>
      <Preview lesson={lesson} />
    </Dialog>
  );
}

function Preview({ lesson }: { lesson: ContentLesson }) {
  const [blocks, setBlocks] = useState<Blocks>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (blocks || hasFailed) return;
    let isCurrent = true;
    Promise.all([import('../courses/blocks/lesson-blocks.js'), loadWords('blocks')]).then(
      ([module]) => isCurrent && setBlocks(() => module),
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [blocks, hasFailed]);
  if (hasFailed)
    return (
      <ErrorNotice
        error={new Problem({ code: 'network.part-missing', status: 0 })}
        onRetry={() => setHasFailed(false)}
      />
    );
  return blocks ? <blocks.LessonBlocks blocks={lesson.blocks} /> : <Loading />;
}
