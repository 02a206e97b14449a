// The outline of the draft: every module and lesson as a link to its editor, with its weight and what can be done with it.
import type { CourseDocument } from '@onetouch/contract';
import { courseFigures } from '@onetouch/domain';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { OutlineModule } from './outline-module.js';
import styles from './outline.module.css';
import type { Place } from './place.js';
import { useStudio } from './studio-context.js';
import { useOutlineEdits } from './use-outline-edits.js';

/** The outline; `place` is what is open. */
export function Outline({ document, place }: { document: CourseDocument; place: Place }) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  const edits = useOutlineEdits(document, place);
  return (
    <nav aria-label={t('outline.title')} className={styles['outline']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('outline.title')}</h2>
        <span className={styles['weight']}>{formatBytes(courseFigures(document).weightBytes)}</span>
      </div>
      <Link
        to={{ search: '' }}
        className={styles['line']}
        aria-current={place.kind === 'course' ? 'true' : undefined}
      >
        <IconSettings size={20} aria-hidden="true" />
        <span className={styles['name']}>{t('outline.course')}</span>
      </Link>
      <ol className={styles['modules']}>
        {document.modules.map((module) => (
          <OutlineModule key={module.id} module={module} place={place} edits={edits} />
        ))}
      </ol>
      {!isFrozen && (
        <>
          <div className={styles['add']}>
            {document.modules.length > 0 && (
              <>
                <AddButton onClick={() => edits.addLesson('content')}>{t('action.addLesson')}</AddButton>
                <AddButton onClick={() => edits.addLesson('quiz')}>{t('action.addQuiz')}</AddButton>
              </>
            )}
            <AddButton onClick={edits.addModule}>{t('action.addModule')}</AddButton>
          </div>
          <p className={styles['hint']}>{t('outline.hint')}</p>
        </>
      )}
    </nav>
  );
}

function AddButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button look="outlined" icon={<IconPlus size={18} aria-hidden="true" />} onClick={onClick}>
      {children}
    </Button>
  );
}
