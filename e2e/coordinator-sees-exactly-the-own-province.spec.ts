// A coordinator of Lào Cai works with the cohorts of Lào Cai: all of them, and nothing of the neighbours.
import { readFile } from 'node:fs/promises';
import type { AddedMembers, CohortDetail, CohortMember, CohortRow } from '@onetouch/contract';
import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/checks.js';
import { onDatabase, readCourse } from './support/courses.js';
import { type Actor, demonstration, newLearner, type Requests } from './support/people.js';

test.use({ viewport: { width: 1280, height: 800 } });

const province = 'p34-15';
const hopThanh = 'c-02680';
const officials = 'Đợt 3/2026, cán bộ cấp xã (minh họa)';
const byteOrderMark = '\ufeff';

async function read<T>(actor: Requests, path: string): Promise<T> {
  const answer = await actor.api.get(`/api/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

/** The demonstration cohorts of the province, straight from the tables. */
const ownCohorts = () =>
  onDatabase<{ id: string; name: string; members: number }>(
    `SELECT k.id, k.name, count(m.person_id)::int AS members FROM cohort k LEFT JOIN cohort_member m ON m.cohort_id = k.id
     WHERE k.is_demonstration AND k.place_id = $1 GROUP BY k.id`,
    [province],
  );

async function openCohort(actor: Actor): Promise<CohortRow> {
  const { id: courseId } = await readCourse(actor);
  const hour = 3_600_000;
  const answer = await actor.api.post('/api/v1/cohorts', {
    data: {
      name: `Lớp thử ${Date.now()}`,
      courseId,
      placeId: province,
      opensAt: new Date(Date.now() - hour).toISOString(),
      closesAt: new Date(Date.now() + 24 * 30 * hour).toISOString(),
    },
  });
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as CohortRow;
}

const rows = (page: Page) => page.getByRole('table').getByRole('row');
const count = (page: Page) => page.getByRole('status').filter({ hasText: /^(Lọc được )?[\d.]+ người$/ });

test('a coordinator finds the cohorts of the own province with their figures, filters them and turns the pages', async ({
  browser,
}) => {
  const coordinator = await demonstration('phutrach');
  const page = await (await coordinator.open(browser)).newPage();
  await page.goto('/lop');
  await expect(page.getByRole('heading', { level: 1, name: 'Đợt học' })).toBeVisible();
  for (const { name, members } of await ownCohorts()) {
    const row = rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(row.getByRole('cell').nth(1)).toHaveText(String(members));
  }
  await expect(page.getByRole('link', { name: /An Giang/ })).toHaveCount(0);
  await expectSound(page);

  await page.getByRole('link', { name: officials, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: officials })).toBeVisible();
  const { funnel } = await read<CohortDetail>(
    coordinator,
    new URL(page.url()).pathname.replace('/lop', '/cohorts'),
  );
  const figures = page.getByRole('region', { name: 'Tình hình chung' });
  await expect(figures.getByText(`${funnel.completed} / ${funnel.enrolled} người hoàn thành`)).toBeVisible();
  await expect(figures.getByText(`Có chứng nhận ${funnel.certified}`)).toBeVisible();
  await expect(figures.getByText(`Chưa bắt đầu ${funnel.enrolled - funnel.started}`)).toBeVisible();
  await expect(count(page)).toHaveText(`${funnel.enrolled} người`);
  await expectSound(page);

  // Pages: every member once, in all of them together.
  expect(funnel.enrolled).toBeGreaterThan(50);
  const firstPage = await page.getByRole('table').getByRole('rowheader').allTextContents();
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await expect(
    page.getByText(`51 đến ${Math.min(100, funnel.enrolled)} trong ${funnel.enrolled} người`),
  ).toBeVisible();
  const nextPage = await page.getByRole('table').getByRole('rowheader').allTextContents();
  expect([firstPage.length, nextPage.length]).toEqual([50, Math.min(50, funnel.enrolled - 50)]);
  await page.getByRole('link', { name: 'Trang trước' }).click();
  await expect(page.getByText(`1 đến 50 trong ${funnel.enrolled} người`)).toBeVisible();

  // Filters hold in the address, and the numbers beside them are true.
  await page.getByLabel('Lọc theo trạng thái').selectOption({ label: `Có chứng nhận (${funnel.certified})` });
  await expect(count(page)).toHaveText(`Lọc được ${funnel.certified} người`);
  await expect(
    page
      .getByRole('table')
      .getByText(/^Số .*KNS/)
      .first(),
  ).toBeVisible();
  await page.reload();
  await expect(count(page)).toHaveText(`Lọc được ${funnel.certified} người`);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(count(page)).toHaveText(`${funnel.enrolled} người`);
  await page.getByRole('searchbox', { name: 'Tìm tên học viên' }).fill('khong ai ten the nay');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page.getByText('Không có ai khớp bộ lọc')).toBeVisible();
  await expectSound(page);

  await page.goto(new URL(page.url()).pathname);
  await page.getByRole('link', { name: 'Theo xã, phường' }).click();
  // All cells at once, and again until the table of the communes has taken the place of the other one.
  const members = async () => {
    const cells = await page.locator('tbody td:first-of-type').allTextContents();
    return cells.reduce((sum, text) => sum + Number(text), 0);
  };
  await expect.poll(members).toBe(funnel.enrolled);
  await expectSound(page);
});

test('a coordinator pastes e-mails and is told who was added; people elsewhere look like nobody', async ({
  browser,
}) => {
  const coordinator = await demonstration('phutrach');
  const own = await newLearner('Lù Thị Sểnh', hopThanh);
  const elsewhere = await newLearner('Trần Văn Đông');
  const nobody = 'khong.co.ai@example.test';
  const cohort = await openCohort(coordinator);
  const page = await (await coordinator.open(browser)).newPage();
  await page.goto(`/lop/${cohort.id}`);
  await expect(page.getByText('Chưa có học viên', { exact: true })).toBeVisible();
  await expectSound(page);

  await page.getByRole('button', { name: 'Thêm học viên' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm học viên' });
  await dialog.getByRole('button', { name: 'Dán danh sách' }).click();
  await dialog
    .getByLabel('Thư điện tử và số điện thoại')
    .fill(`Họ và tên\tThư\nLù Thị Sểnh\t${own.login}\n${elsewhere.login}, ${nobody}\n`);
  await expect(dialog.getByText('Đọc được 3 mục: 3 thư, 0 số điện thoại.')).toBeVisible();
  await expectSound(page);
  await dialog.getByRole('button', { name: 'Thêm 3 người' }).click();
  const result = page.getByRole('dialog', { name: 'Kết quả thêm' });
  await expect(result.getByText('Đã thêm 1 người')).toBeVisible();
  await expect(result.getByText('2 mục không thêm được')).toBeVisible();
  const reason = 'Không có tài khoản nào như vậy ở địa phương, cơ quan của đợt';
  for (const login of [elsewhere.login, nobody])
    await expect(result.getByRole('row', { name: login })).toContainText(reason);
  await expectSound(page);
  await result.getByRole('button', { name: 'Xem danh sách' }).click();
  await expect(page.getByRole('rowheader', { name: own.fullName })).toBeVisible();
  await expect(count(page)).toHaveText('1 người');

  // Whoever was added is enrolled; pasting again changes nothing.
  const { items } = await read<{ items: { courseSlug: string }[] }>(own, '/me/enrolments');
  expect(items.map(({ courseSlug }) => courseSlug)).toEqual([cohort.courseSlug]);
  const again = await coordinator.api.post(`/api/v1/cohorts/${cohort.id}/members`, {
    data: { logins: [own.login] },
  });
  const { added, already } = (await again.json()) as AddedMembers;
  expect([added, already]).toEqual([0, 1]);

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải danh sách' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^danh-sach-lop-thu-\d+-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith(byteOrderMark)).toBe(true);
  const lines = text.slice(1).trimEnd().split('\r\n');
  expect(lines[0]?.split(';').slice(0, 4)).toEqual(['STT', 'Họ và tên', 'Xã, phường', 'Tỉnh, thành phố']);
  expect(lines[1]?.split(';').slice(0, 4)).toEqual(['1', own.fullName, 'Xã Hợp Thành', 'Tỉnh Lào Cai']);
  expect(lines).toHaveLength(2);
});

test("a neighbour's cohort is not there for a coordinator, on the page and in the API", async ({
  browser,
}) => {
  const coordinator = await demonstration('phutrach');
  const [neighbour] = await onDatabase<{ id: string; person_id: string }>(
    `SELECT k.id, m.person_id FROM cohort k JOIN cohort_member m ON m.cohort_id = k.id
     WHERE k.place_id = 'p34-91' LIMIT 1`,
  );
  const id = neighbour?.id ?? '';
  const page = await (await coordinator.open(browser)).newPage();
  await page.goto(`/lop/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Không/ })).toBeVisible();
  await expect(page.getByText('An Giang')).toHaveCount(0);
  await expectSound(page);

  const path = `/api/v1/cohorts/${id}`;
  const member = `${path}/members/${neighbour?.person_id}`;
  const answers = await Promise.all([
    coordinator.api.get(path),
    coordinator.api.get(`${path}/members`),
    coordinator.api.get(`${path}/members.csv`),
    coordinator.api.get(`${path}/candidates?q=nguyen`),
    coordinator.api.post(`${path}/members`, { data: { logins: ['lc001@demo.onetouch.local'] } }),
    coordinator.api.delete(member),
  ]);
  expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404, 404, 404, 404]);
  const { items } = await read<{ items: CohortRow[] }>(coordinator, '/cohorts?limit=200');
  expect(items.map((cohort) => cohort.place.id).filter((place) => place === 'p34-91')).toEqual([]);
  const people = await read<{ items: CohortMember[] }>(coordinator, '/people?q=ag001@demo.onetouch.local');
  expect(people.items).toEqual([]);
});
