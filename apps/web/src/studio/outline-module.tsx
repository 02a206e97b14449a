// One module of the outline with its lessons.
import type { Lesson, Module } from '@onetouch/contract';
import { lessonWeight } from '@onetouch/domain';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconHelpHexagon from '@tabler/icons-react/dist/esm/icons/IconHelpHexagon.mjs';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { classNames } from '../ui/class-names.js';
import styles from './outline.module.css';
import { useMovableActions } from './part-actions.js';
import { movesByKey, PartMenu, type PartAction } from './part-menu.js';
import { frameId, searchOf, type Place } from './place.js';
import { useStudio } from './studio-context.js';
import type { OutlineEdits } from './use-outline-edits.js';

interface OutlineModuleProps {
  module: Module;
  place: Place;
  edits: OutlineEdits;
}

/** The line of the module and, below it, those of its lessons. */
export function OutlineModule({ module, place, edits }: OutlineModuleProps) {
  const { t } = useTranslation('studio');
  const localized = useLocalized();
  const actionsOf = useMovableActions();
  const { isFrozen } = useStudio();
  const name = localized(module.title) || t('unnamed');
  const move = (step: -1 | 1) => edits.moveModule(module, step);
  const remove = () => edits.removeModule(module);
  return (
    <li>
      <OutlineLine
        id={frameId(module.id)}
        to={{ kind: 'module', moduleId: module.id }}
        isOpen={place.kind === 'module' && place.moduleId === module.id}
        name={name}
        isModule
        onKeyDown={isFrozen ? undefined : movesByKey(move)}
        actions={actionsOf({ move, remove, removeLabel: t('action.removeModule') })}
      />
      <ol className={styles['lessons']}>
        {module.lessons.map((lesson) => (
          <OutlineLesson key={lesson.id} {...{ lesson, place, edits }} />
        ))}
      </ol>
    </li>
  );
}

function OutlineLesson({ lesson, place, edits }: { lesson: Lesson; place: Place; edits: OutlineEdits }) {
  const { t } = useTranslation('studio');
  const localized = useLocalized();
  const actionsOf = useMovableActions();
  const { isFrozen } = useStudio();
  const move = (step: -1 | 1) => edits.moveLesson(lesson, step);
  const remove = () => edits.removeLesson(lesson);
  return (
    <li>
      <OutlineLine
        id={frameId(lesson.id)}
        to={{ kind: 'lesson', lessonId: lesson.id }}
        isOpen={place.kind === 'lesson' && place.lessonId === lesson.id}
        name={localized(lesson.title) || t('unnamed')}
        lesson={lesson}
        onKeyDown={isFrozen ? undefined : movesByKey(move)}
        actions={actionsOf({ move, remove, removeLabel: t('action.removeLesson') })}
      />
    </li>
  );
}

interface OutlineLineProps {
  id: string;
  to: Place;
  isOpen: boolean;
  name: string;
  isModule?: boolean;
  lesson?: Lesson;
  onKeyDown: ((event: KeyboardEvent) => void) | undefined;
  actions: PartAction[];
}

function OutlineLine({ id, to, isOpen, name, isModule, lesson, onKeyDown, actions }: OutlineLineProps) {
  const { t } = useTranslation('studio');
  const Icon = lesson?.kind === 'quiz' ? IconHelpHexagon : IconFileText;
  return (
    <div className={classNames(styles['row'], isOpen && styles['open'])}>
      <Link
        id={id}
        to={{ search: searchOf(to) }}
        className={classNames(styles['line'], isModule && styles['module'])}
        aria-current={isOpen ? 'true' : undefined}
        aria-keyshortcuts={onKeyDown && 'Alt+ArrowUp Alt+ArrowDown'}
        onKeyDown={onKeyDown}
      >
        {lesson && <Icon size={20} aria-hidden="true" />}
        <span className={styles['name']}>
          {name}
          {lesson && <span className={styles['below']}> {formatBytes(lessonWeight(lesson))}</span>}
        </span>
      </Link>
      {onKeyDown && <PartMenu label={t('action.more', { name })} actions={actions} />}
    </div>
  );
}
