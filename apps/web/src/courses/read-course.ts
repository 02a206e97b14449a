// What the course page asks for: the newest version, and the own enrolment with the version that it is pinned to.
import { courses, enrolments, type CoursePage, type EnrolmentDetail } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, Problem } from '../platform/problem.js';
import { readMe } from '../platform/session.js';

export interface CourseData {
  course: CoursePage;
  /** Null for whoever is not enrolled, a problem when that could not be found out. */
  enrolment: EnrolmentDetail | Problem | null;
}

async function readEnrolment(courseId: string, signal: AbortSignal): Promise<CourseData['enrolment']> {
  try {
    if (!(await readMe())) return null;
    const request = { params: { courseId } };
    return (await call(enrolments.findMine, request, { signal, isQuiet: true })).enrolment;
  } catch (error) {
    // The page is public: without a session it is that of a visitor.
    if (isProblem(error, 'session.missing')) return null;
    if (isProblem(error)) return error;
    throw error;
  }
}

/** The course by its name in the address; a name that cannot be one is a course that does not exist. */
export async function readCourse({ params, request }: LoaderFunctionArgs): Promise<CourseData> {
  const { signal } = request;
  try {
    const course = await call(courses.read, { params: { slug: params['slug'] ?? '' } }, { signal });
    return { course, enrolment: await readEnrolment(course.id, signal) };
  } catch (error) {
    if (isProblem(error, 'request.invalid')) throw new Problem({ code: 'course.not-found', status: 404 });
    throw error;
  }
}
