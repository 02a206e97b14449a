// A draft on the trainer's desk: outline, what is being edited, and what is known about it. Knows no field.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useLoaderData,
  useSearchParams,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from 'react-router';
import { localized } from '../platform/i18n.js';
import { UndoBar } from '../ui/undo-bar.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { ConflictNotice } from './conflict-notice.js';
import { documentFaults } from './document-faults.js';
import { DraftBar } from './draft-bar.js';
import styles from './draft-page.module.css';
import { Editor } from './editor.js';
import { KeptNotices } from './kept-notices.js';
import { loadDraft, type LoadedDraft } from './load-draft.js';
import { Outline } from './outline.js';
import { OutlineFold } from './outline-fold.js';
import { placeFrom } from './place.js';
import { SidePanel } from './side-panel.js';
import { StudioContext } from './studio-context.js';
import { useDraft } from './use-draft.js';
import { useGoing } from './use-going.js';
import { useStudioTools } from './use-studio-tools.js';

/** The draft and what this device kept of it. */
export function loader({ params }: LoaderFunctionArgs): Promise<LoadedDraft> {
  return loadDraft(params['courseId'] ?? '');
}

/** Another part of the same draft is no reason to read it again: that would drop what is being written. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams['courseId'] !== nextParams['courseId'];
}

export const title = ({ draft }: LoadedDraft) => localized(draft.document.title);

/** The page of one draft. */
export function Component() {
  const loaded = useLoaderData<LoadedDraft>();
  return <DraftScreen key={loaded.owner.courseId} loaded={loaded} />;
}

function DraftScreen({ loaded }: { loaded: LoadedDraft }) {
  const { t } = useTranslation('studio');
  const { store, view } = useDraft(loaded);
  const { document, draft, generation, state } = view;
  const [search] = useSearchParams();
  const place = placeFrom(search, document);
  const faults = useMemo(() => documentFaults(document), [document]);
  const [areFaultsShown, showFaults] = useState(false);
  const tools = useStudioTools(store);
  useGoing(place);
  const isFrozen = state === 'conflict' || !draft.abilities.edit;
  const save = async () => {
    showFaults(true);
    await store.save();
  };
  return (
    <StudioContext value={{ ...tools.studio, isFrozen, faults, areFaultsShown }}>
      <div className={styles['page']}>
        <DraftBar store={store} view={view} place={place} onSave={() => void save()} />
        <div className={styles['notices']}>
          {state === 'conflict' && <ConflictNotice store={store} view={view} />}
          <KeptNotices store={store} view={view} />
        </div>
        <div className={styles['columns']}>
          <div className={styles['outline']}>
            <OutlineFold document={document} place={place}>
              <Outline document={document} place={place} />
            </OutlineFold>
          </div>
          <div className={styles['editor']} key={generation}>
            <Editor document={document} place={place} />
          </div>
          <aside aria-label={t('side.title')} className={styles['side']}>
            <SidePanel view={view} place={place} />
          </aside>
        </div>
        <div role="status">
          <VisuallyHidden>{tools.said}</VisuallyHidden>
        </div>
        {tools.undo && (
          <UndoBar key={tools.undo.number} onUndo={tools.undo.back} onGone={tools.forgetUndo}>
            {tools.undo.words}
          </UndoBar>
        )}
      </div>
    </StudioContext>
  );
}
