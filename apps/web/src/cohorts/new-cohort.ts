// The values of a cohort that is to be opened: their checks in words, and how they are sent.
import { limits, type PlaceId, type ScopeChoice } from '@onetouch/contract';
import type { ChosenPlace } from '../places/find-places.js';
import { type ChosenOrganisation, noOrganisation } from '../places/organisation-picker.js';
import { formatDate } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import type { Faults } from '../ui/use-form.js';
import type { ChosenCourse } from './find-courses.js';
import { type Day, type DayFault, endOf, isDay, parseDay, startOf } from './typed-date.js';

export interface CohortValues {
  name: string;
  course: ChosenCourse | null;
  place: ChosenPlace | null;
  organisation: ChosenOrganisation;
  opensOn: string;
  closesOn: string;
}

/** Whoever coordinates organisations only names no place: the server takes that of the organisation, which lies in the country. */
const country: ChosenPlace = { id: 'vn' satisfies PlaceId, fullName: '' };

/** A new cohort begins today, in the one place or organisation that there is. */
export function emptyCohort({ places, organisations }: ScopeChoice): CohortValues {
  const [place = null, ...others] = places;
  return {
    name: '',
    course: null,
    place: places.length === 0 ? country : others.length > 0 ? null : place,
    organisation: places.length === 0 ? (organisations[0] ?? noOrganisation) : noOrganisation,
    opensOn: formatDate(new Date()),
    closesOn: '',
  };
}

function faultOfDay(parsed: Day | DayFault): string | undefined {
  if (isDay(parsed)) return undefined;
  const t = words('cohorts');
  if (parsed.kind === 'no-such-month') return t('create.fault.noSuchMonth', { month: parsed.month });
  if (parsed.kind === 'no-such-day')
    return t('create.fault.noSuchDay', { month: parsed.month, day: parsed.day });
  return t('create.fault.noDate', { example: formatDate(new Date()) });
}

function faultOfClosing(opens: Day | DayFault, closes: Day | DayFault): string | undefined {
  const isTurned = isDay(opens) && isDay(closes) && endOf(closes) <= startOf(opens);
  return isTurned ? words('cohorts')('create.fault.order') : faultOfDay(closes);
}

/** What is wrong with the values. */
export function checkCohort(values: CohortValues): Faults<CohortValues> {
  const t = words('cohorts');
  const { name, organisation } = values;
  const opens = parseDay(values.opensOn);
  const closes = parseDay(values.closesOn);
  const isTooLong = name.trim().length > limits.cohortNameLength;
  const isHalf = organisation.name.trim() !== '' && !organisation.id;
  return {
    name:
      name.trim().length < 2
        ? t('create.fault.name')
        : isTooLong
          ? t('create.fault.nameLong', { length: limits.cohortNameLength })
          : undefined,
    course: values.course ? undefined : t('create.fault.course'),
    place: values.place ? undefined : t('create.fault.place'),
    organisation: isHalf ? t('create.fault.organisation') : undefined,
    opensOn: faultOfDay(opens),
    closesOn: faultOfClosing(opens, closes),
  };
}

/** The fields that a refusal concerns. */
export function faultsOfCohort(problem: Problem): Faults<CohortValues> {
  const sentence = problemWords(problem);
  const { code } = problem;
  if (code.startsWith('course.')) return { course: sentence };
  if (code.startsWith('place.') || code === 'cohort.scope-invalid') return { place: sentence };
  if (code === 'organisation.not-found') return { organisation: sentence };
  if (code === 'cohort.window-invalid') return { closesOn: sentence };
  return problem.concerns('name') ? { name: sentence } : {};
}

/** Checked values as the server takes them. */
export function toBody({ name, course, place, organisation, opensOn, closesOn }: CohortValues) {
  const opens = parseDay(opensOn);
  const closes = parseDay(closesOn);
  if (!course || !place || !isDay(opens) || !isDay(closes)) throw new Error('a cohort was sent unchecked');
  return {
    name: name.trim(),
    courseId: course.id,
    placeId: place.id,
    organisationId: organisation.id,
    opensAt: startOf(opens),
    closesAt: endOf(closes),
  };
}
