// Adding, moving and removing modules and lessons: the edit, the word about it, and where the page goes then.
import type { CourseDocument, Lesson, Module } from '@onetouch/contract';
import { limits } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { localized } from '../platform/i18n.js';
import { editModule, lessonsOf, moduleOf, moveLesson, moveModule, type Step } from './document-edits.js';
import { newContentLesson, newModule, newQuizLesson } from './new-parts.js';
import { fieldId, focusSoon, searchOf, type Place } from './place.js';
import { removeLesson, removeModule } from './removals.js';
import { useStudio } from './studio-context.js';

export interface OutlineEdits {
  addModule: () => void;
  addLesson: (kind: Lesson['kind']) => void;
  moveModule: (module: Module, step: Step) => void;
  moveLesson: (lesson: Lesson, step: Step) => void;
  removeModule: (module: Module) => void;
  removeLesson: (lesson: Lesson) => void;
}

/** What the outline does with the document. */
export function useOutlineEdits(document: CourseDocument, place: Place): OutlineEdits {
  const adding = useAdding(document, place);
  const removing = useRemoving(document, place);
  const { edit, say } = useStudio();
  const { t } = useTranslation('studio');
  const nameOf = ({ title }: Module | Lesson) => localized(title) || t('unnamed');
  return {
    ...adding,
    ...removing,
    moveModule: (module, step) => {
      edit(moveModule(module.id, step));
      const number = document.modules.indexOf(module) + 1 + step;
      const count = document.modules.length;
      if (number >= 1 && number <= count) say(t('said.moved', { name: nameOf(module), number, count }));
    },
    moveLesson: (lesson, step) => {
      const next = moveLesson(lesson.id, step)(document);
      if (next === document) return;
      edit(moveLesson(lesson.id, step));
      const module = moduleOf(next, lesson.id);
      const number = lessonsOf(next).findIndex(({ id }) => id === lesson.id) + 1;
      const facts = { name: nameOf(lesson), number, module: module ? nameOf(module) : '' };
      say(t('said.movedLesson', facts));
    },
  };
}

function useAdding(document: CourseDocument, place: Place) {
  const { edit, say } = useStudio();
  const { t } = useTranslation('studio');
  const navigate = useNavigate();
  const open = async (to: Place, partId: string) => {
    await navigate({ search: searchOf(to) }, { preventScrollReset: true });
    focusSoon(fieldId(partId, 'title-vi'));
  };
  return {
    addModule: () => {
      if (document.modules.length >= limits.modules) return say(t('said.full'));
      const module = newModule();
      edit((now) => ({ ...now, modules: [...now.modules, module] }));
      void open({ kind: 'module', moduleId: module.id }, module.id);
    },
    addLesson: (kind: Lesson['kind']) => {
      const current =
        place.kind === 'lesson'
          ? moduleOf(document, place.lessonId)
          : document.modules.find(({ id }) => place.kind === 'module' && id === place.moduleId);
      const module = current ?? document.modules.at(-1);
      if (!module || module.lessons.length >= limits.lessonsPerModule) return say(t('said.full'));
      const lesson = kind === 'quiz' ? newQuizLesson() : newContentLesson();
      edit(editModule(module.id, (one) => ({ ...one, lessons: [...one.lessons, lesson] })));
      void open({ kind: 'lesson', lessonId: lesson.id }, lesson.id);
    },
  };
}

function useRemoving(document: CourseDocument, place: Place) {
  const { remove } = useStudio();
  const { t } = useTranslation('studio');
  const navigate = useNavigate();
  const leave = (module: Module | undefined) =>
    void navigate({ search: module ? searchOf({ kind: 'module', moduleId: module.id }) : '' });
  return {
    removeModule: (module: Module) => {
      const name = localized(module.title) || t('unnamed');
      remove((now) => removeModule(now, module.id), t('said.removedModule', { name }));
      const isOpen =
        (place.kind === 'module' && place.moduleId === module.id) ||
        (place.kind === 'lesson' && module.lessons.some(({ id }) => id === place.lessonId));
      if (isOpen) leave(undefined);
    },
    removeLesson: (lesson: Lesson) => {
      const name = localized(lesson.title) || t('unnamed');
      remove((now) => removeLesson(now, lesson.id), t('said.removedLesson', { name }));
      if (place.kind === 'lesson' && place.lessonId === lesson.id) leave(moduleOf(document, lesson.id));
    },
  };
}
