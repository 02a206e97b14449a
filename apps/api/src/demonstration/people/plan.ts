// Who the demonstration people are, where they live, what they take and how far they get. Pure: the same plan at every loading.
import type { Audience } from '@onetouch/contract';
import { type Random, seededRandom } from '@onetouch/domain';
import { makeName } from './names.js';

/** How far somebody gets: the share of steps in percent, and whether the last quiz fails first. */
export interface PlannedLearner {
  fullName: string;
  login: string;
  audience: Audience;
  placeId: string;
  organisation: string | null;
  courseSlug: string;
  /** Days before the loading on which the person enrolled. */
  enrolledDaysAgo: number;
  stepsPercent: number;
  failsFirst: boolean;
}

export interface PlannedCohort {
  name: string;
  courseSlug: string;
  placeId: string;
  opensDaysAgo: number;
  closesInDays: number;
}

export const slugs = {
  government: 'chuyen-doi-so-dat-dung-bai-toan',
  sme: 'nong-san-hop-tac-xa-len-san',
  resident: 'dien-thoai-an-toan-dich-vu-cong',
} as const;

/** Communes with real names; the people and the figures in them are invented. */
const areas = [
  {
    prefix: 'lc',
    count: 220,
    highlandShare: 60,
    communes: [
      'c-02647',
      'c-02671',
      'c-02680',
      'c-02683',
      'c-02686',
      'c-02695',
      'c-02701',
      'c-02707',
      'c-02725',
      'c-02728',
      'c-02746',
      'c-02752',
      'c-02761',
      'c-02782',
    ],
  },
  {
    prefix: 'ag',
    count: 70,
    highlandShare: 0,
    communes: ['c-30292', 'c-30307', 'c-30316', 'c-30337', 'c-30341', 'c-30376'],
  },
  {
    prefix: 'hn',
    count: 60,
    highlandShare: 0,
    communes: ['c-00004', 'c-00025', 'c-00070', 'c-00103', 'c-00166'],
  },
] as const;

/** The longest kind of real name, so that every page is seen with it. */
const longName = 'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh';

const audiences: readonly Audience[] = [
  'government',
  'government',
  'government',
  'resident',
  'resident',
  'sme',
];
const organisations: Record<Audience, (number: number) => string | null> = {
  government: (number) =>
    number % 4 === 0 ? 'Trung tâm Phục vụ hành chính công (minh họa)' : 'Ủy ban nhân dân cấp xã (minh họa)',
  sme: (number) =>
    number % 2 === 0 ? 'Hợp tác xã Nhãn Đồi (minh họa)' : 'Hộ kinh doanh chợ phiên (minh họa)',
  resident: (number) => (number % 5 === 0 ? 'Tổ công nghệ số cộng đồng (minh họa)' : null),
};

/** Of ten people two have not begun, four are on their way, four are through. */
function plannedSteps(random: Random): number {
  const draw = random() % 10;
  if (draw < 2) return 0;
  return draw < 6 ? 10 + (random() % 85) : 100;
}

function plannedLearner(area: (typeof areas)[number], number: number, random: Random): PlannedLearner {
  const audience = audiences[random() % audiences.length] ?? 'resident';
  return {
    fullName: area.prefix === 'lc' && number === 7 ? longName : makeName(random, area.highlandShare),
    login: `${area.prefix}${String(number).padStart(3, '0')}@demo.onetouch.local`,
    audience,
    placeId: area.communes[random() % area.communes.length] ?? area.communes[0],
    organisation: organisations[audience](number),
    courseSlug: slugs[audience],
    enrolledDaysAgo: 8 + (random() % 34),
    stepsPercent: plannedSteps(random),
    failsFirst: random() % 4 === 0,
  };
}

/** Some hundred learners in three provinces. */
export function plannedLearners(): PlannedLearner[] {
  const random = seededRandom('demonstration people');
  return areas.flatMap((area) =>
    Array.from({ length: area.count }, (_, index) => plannedLearner(area, index + 1, random)),
  );
}

/** Phường Cam Đường: the few who sit a written exam. */
export const writersPlace = 'c-02671';
export const writersCohort = 'Tổ nêu bài toán, phường Cam Đường (minh họa)';

/** Cohorts that the coordinator of Lào Cai and a neighbour's coordinator find. */
export const plannedCohorts: readonly PlannedCohort[] = [
  {
    name: 'Đợt 3/2026, cán bộ cấp xã (minh họa)',
    courseSlug: slugs.government,
    placeId: 'p34-15',
    opensDaysAgo: 42,
    closesInDays: 40,
  },
  {
    name: 'Hợp tác xã và hộ kinh doanh (minh họa)',
    courseSlug: slugs.sme,
    placeId: 'p34-15',
    opensDaysAgo: 42,
    closesInDays: 25,
  },
  {
    name: 'Người dân học kỹ năng số (minh họa)',
    courseSlug: slugs.resident,
    placeId: 'p34-15',
    opensDaysAgo: 42,
    closesInDays: 70,
  },
  {
    name: writersCohort,
    courseSlug: slugs.government,
    placeId: writersPlace,
    opensDaysAgo: 42,
    closesInDays: 40,
  },
  {
    name: 'Cán bộ cơ sở An Giang (minh họa)',
    courseSlug: slugs.government,
    placeId: 'p34-91',
    opensDaysAgo: 42,
    closesInDays: 40,
  },
];

/** The account that strangers try first has begun a course and finished another one, so that its pages have something to show. */
const firstLearner = {
  fullName: '',
  login: 'hocvien@demo.onetouch.local',
  audience: 'resident',
  placeId: 'c-02680',
  organisation: null,
  failsFirst: false,
} as const;
/** Its two courses. */
export const firstStories: readonly PlannedLearner[] = [
  { ...firstLearner, courseSlug: slugs.resident, enrolledDaysAgo: 6, stepsPercent: 31 },
  { ...firstLearner, courseSlug: slugs.sme, enrolledDaysAgo: 25, stepsPercent: 100 },
];
