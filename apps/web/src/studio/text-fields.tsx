// A text block: the editor with its toolbar comes when a lesson with texts is opened, and says so when it does not come.
import type { BlockOf } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../platform/problem.js';
import { FieldError } from '../ui/field.js';
import { ErrorNotice } from '../ui/notice.js';
import { Loading, Skeleton } from '../ui/skeleton.js';
import { fieldId } from './place.js';
import { useFault, useStudio } from './studio-context.js';

type Text = BlockOf<'text'>;
type EditorModule = typeof import('./rich-text-editor.js');

/** The editor once it has arrived; shared by all texts. */
let arrived: EditorModule | undefined;

function useEditorModule() {
  const [module, setModule] = useState(arrived);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (module || hasFailed) return;
    let isCurrent = true;
    import('./rich-text-editor.js').then(
      (loaded) => {
        arrived = loaded;
        if (isCurrent) setModule(() => loaded);
      },
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [module, hasFailed]);
  return { module, hasFailed, retry: () => setHasFailed(false) };
}

/** The fields of a text block. */
export function TextFields({ block, onChange }: { block: Text; onChange: (block: Text) => void }) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  const { module, hasFailed, retry } = useEditorModule();
  const id = fieldId(block.id, 'doc');
  const { error, onBlur } = useFault(id);
  if (hasFailed)
    return <ErrorNotice error={new Problem({ code: 'network.part-missing', status: 0 })} onRetry={retry} />;
  if (!module)
    return (
      <Loading>
        <Skeleton width="90%" />
        <Skeleton width="70%" />
      </Loading>
    );
  return (
    <div>
      <FieldError error={error} />
      <module.RichTextEditor
        id={id}
        label={t('text.label')}
        doc={block.doc}
        isFrozen={isFrozen}
        onBlur={onBlur}
        onChange={(doc) => onChange({ ...block, doc })}
      />
    </div>
  );
}
