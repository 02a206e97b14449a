// The one main button of a course page: what it says, and where it leads. It names the lesson that it opens.
import { certificates, enrolments, type CoursePage, type EnrolmentDetail } from '@onetouch/contract';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { useMe } from '../platform/session.js';
import { lessonPath, numberedLessons, resumePath } from './lesson-paths.js';

export interface CourseAction {
  label: string;
  /** A link, or something to do first. */
  to?: string;
  press?: 'enrol' | 'claim';
  /** It leads to a certificate and not to something to learn. */
  isCertificate?: true;
}
export interface CourseActions {
  main: CourseAction | null;
  second: CourseAction | null;
}
type Words = TFunction<'courses'>;

/** The buttons of somebody who is enrolled. */
function actionsOfLearner(enrolment: EnrolmentDetail, t: Words): CourseActions {
  const { resume, completedAt, certificateId, startedAt } = enrolment;
  const first = numberedLessons(enrolment.outline).find(({ kind }) => kind === 'content');
  const again = first
    ? { label: t('action.again', { number: first.number }), to: lessonPath(enrolment.id, first) }
    : null;
  if (completedAt && certificateId) {
    return {
      main: { label: t('action.certificate'), to: paths.certificate(certificateId), isCertificate: true },
      second: again,
    };
  }
  if (completedAt) {
    return { main: { label: t('action.claim'), press: 'claim', isCertificate: true }, second: again };
  }
  if (!resume) return { main: again, second: null };
  const words = startedAt ? 'action.goOn' : 'action.begin';
  const label = resume.kind === 'quiz' ? t('action.quiz') : t(words, { number: resume.number });
  return { main: { label, to: resumePath(enrolment.id, resume) }, second: null };
}

/** The buttons of somebody who is not enrolled; a visitor signs in first and comes back here. */
function actionsOfVisitor(course: CoursePage, isSignedIn: boolean, t: Words): CourseActions {
  const first = numberedLessons(course.outline).find(({ kind }) => kind === 'content');
  if (isSignedIn) {
    const label = first ? t('action.enrolAndBegin', { number: first.number }) : t('action.enrol');
    return { main: { label, press: 'enrol' }, second: null };
  }
  const enrol = { label: t('action.enrol'), to: paths.signIn(paths.course(course.slug)) };
  if (!course.isOpen || !first) return { main: enrol, second: null };
  const read = {
    label: t('action.read', { number: first.number }),
    to: paths.openLesson(course.slug, first.id),
  };
  return { main: read, second: enrol };
}

/** The actions with their doing; `problem` is why the last one was refused. */
export function useCourseAction(course: CoursePage, enrolment: EnrolmentDetail | Problem | null) {
  const { t } = useTranslation('courses');
  const me = useMe();
  const navigate = useNavigate();
  const [state, setState] = useState<'idle' | 'busy' | Problem>('idle');

  const enrol = async () => {
    const made = await call(enrolments.enrol, { body: { courseId: course.id } });
    await navigate(made.resume ? resumePath(made.id, made.resume) : paths.myLearning());
  };
  const claim = async (enrolmentId: string) => {
    const { id } = await call(certificates.claim, { params: { enrolmentId } });
    await navigate(paths.certificate(id));
  };
  const press = async (what: 'enrol' | 'claim') => {
    setState('busy');
    try {
      if (what === 'enrol') await enrol();
      else if (enrolment && !isProblem(enrolment)) await claim(enrolment.id);
      setState('idle');
    } catch (error) {
      if (!isProblem(error)) throw error;
      setState(error);
    }
  };
  const none: CourseActions = { main: null, second: null };
  const actions = (() => {
    if (isProblem(enrolment)) return none;
    return enrolment ? actionsOfLearner(enrolment, t) : actionsOfVisitor(course, me !== null, t);
  })();
  return { ...actions, press, isBusy: state === 'busy', problem: isProblem(state) ? state : null };
}
export type CourseActionState = ReturnType<typeof useCourseAction>;
