import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Enrolment } from '@onetouch/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { setMe } from '../platform/session.js';
import {
  card,
  cardsOf,
  catalogue,
  enrolment,
  fakeCaches,
  fakeServer,
  ids,
  me,
  mine,
  refusal,
} from './courses.sample.js';
import * as page from './home-page.js';

const show = (at = '/') =>
  showPage({ at, path: '/', words: ['courses'], module: page, others: ['/tim', '/khoa-hoc/:slug'] });
const browse = 'GET /courses';
const audienceOf = (url: URL) => url.searchParams.get('audience');
const ownRoleOnly = (url: URL) => catalogue(audienceOf(url) === 'resident' ? [card()] : []);

afterEach(() => setMe(null));

describe('the catalogue', () => {
  it('shows every course to somebody who has not said who they are', async () => {
    setMe(null);
    const server = fakeServer({ [browse]: () => catalogue([card()]) });
    await show();
    expect(await screen.findByRole('heading', { name: '1 khóa học' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nhận biết lừa đảo' })).toHaveAttribute(
      'href',
      '/khoa-hoc/an-toan',
    );
    expect(screen.getByText('45 phút · 2 bài')).toBeVisible();
    expect(screen.getByText('2,1 MB · học được khi mạng yếu')).toBeVisible();
    expect(server.asked.map(audienceOf)).toEqual([null]);
    expect(screen.getByRole('radio', { name: /Người dân/ })).not.toBeChecked();
  });

  it('says on the cover that a course may be learned without a network', async () => {
    setMe(null);
    fakeCaches();
    fakeServer({ [browse]: () => catalogue([card()]) });
    await show();
    expect(await screen.findByText('Học được khi mất mạng')).toBeVisible();
  });

  it('advises Wi-Fi above 8 MB', async () => {
    setMe(null);
    fakeServer({ [browse]: () => catalogue([card({ weightBytes: 9_600_000 })]) });
    await show();
    expect(await screen.findByText('9,6 MB · nên tải qua Wi-Fi')).toBeVisible();
  });

  it('remembers the role that was chosen, puts it into the address, and shows the other roles after it', async () => {
    setMe(null);
    const others = cardsOf(1, 700);
    const server = fakeServer({
      [browse]: (url) => (audienceOf(url) === 'sme' ? catalogue(others) : catalogue([card()])),
    });
    const router = await show();
    await userEvent.click(await screen.findByRole('radio', { name: /Người dân/ }));
    expect(await screen.findByRole('heading', { name: '1 khóa học cho người dân' })).toBeVisible();
    expect(router.state.location.search).toBe('?vai-tro=resident');
    expect(localStorage.getItem('onetouch.role')).toBe('resident');
    const section = await screen.findByRole('region', { name: 'Khóa học cho vai trò khác' });
    expect(within(section).getByRole('link', { name: 'Khóa 700' })).toBeVisible();
    expect(within(section).getByRole('link', { name: /Xem tất cả/ })).toHaveAttribute(
      'href',
      '/?vai-tro=tat-ca',
    );
    expect(server.asked.map(audienceOf)).toEqual([null, 'resident', 'government', 'sme']);
  });

  it.each([
    { at: '/?vai-tro=sme', kept: 'government', profile: 'resident', asked: 'sme' },
    { at: '/', kept: 'government', profile: 'resident', asked: 'government' },
    { at: '/', kept: null, profile: 'resident', asked: 'resident' },
    { at: '/?vai-tro=tat-ca', kept: 'government', profile: 'resident', asked: null },
    { at: '/?vai-tro=vua-hung', kept: null, profile: 'resident', asked: 'resident' },
  ] as const)(
    'takes the role of the address, then of the device, then of the profile: $asked at $at',
    async (row) => {
      setMe(me({ audience: row.profile }));
      if (row.kept) localStorage.setItem('onetouch.role', row.kept);
      const server = fakeServer({ [browse]: ownRoleOnly, 'GET /me/enrolments': () => mine() });
      await show(row.at);
      await screen.findByRole('heading', { level: 1 });
      expect(server.askedFor('/courses').map(audienceOf)[0]).toBe(row.asked);
    },
  );

  it('keeps filters and order in the address and takes them all off at once', async () => {
    setMe(null);
    const server = fakeServer({ [browse]: () => catalogue([]) });
    const router = await show('/?chu-de=safety&dung-luong=8&thoi-luong=7');
    expect(await screen.findByText('Không có khóa học nào hợp với bộ lọc')).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Trình độ'), 'Cơ bản');
    await userEvent.selectOptions(screen.getByLabelText('Sắp xếp:'), 'Nhẹ nhất');
    await waitFor(() => expect(router.state.location.search).toContain('xep=lightest'));
    const query = Object.fromEntries(server.asked.at(-1)?.searchParams ?? []);
    expect(query).toEqual({
      topic: 'safety',
      level: 'basic',
      maxWeightBytes: '8000000',
      sort: 'lightest',
      limit: '6',
    });
    await userEvent.click(screen.getAllByRole('button', { name: 'Xóa bộ lọc' })[0] as HTMLElement);
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('adds a filter to one whose courses are still on their way', async () => {
    setMe(null);
    const gate = Promise.withResolvers<void>();
    const server = fakeServer({
      [browse]: async (url) => {
        if (url.searchParams.get('level') && !url.searchParams.get('topic')) await gate.promise;
        return catalogue([]);
      },
    });
    const router = await show();
    await userEvent.selectOptions(await screen.findByLabelText('Trình độ'), 'Cơ bản');
    expect(router.state.navigation.state).toBe('loading');
    await userEvent.selectOptions(screen.getByLabelText('Chủ đề'), 'An toàn số');
    await waitFor(() => expect(router.state.location.search).toContain('chu-de=safety'));
    expect(router.state.location.search).toContain('trinh-do=basic');
    expect(server.asked.at(-1)?.searchParams.get('level')).toBe('basic');
    gate.resolve();
  });

  it('shows the next page at a press and moves the focus to the first new course', async () => {
    setMe(null);
    fakeServer({
      [browse]: (url) =>
        url.searchParams.get('cursor') === 'abc'
          ? catalogue(cardsOf(2, 300), { total: 8 })
          : catalogue(cardsOf(6), { total: 8, next: 'abc' }),
    });
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm 2 khóa học' }));
    const first = await screen.findByRole('link', { name: 'Khóa 300' });
    await waitFor(() => expect(first).toHaveFocus());
    expect(screen.queryByRole('button', { name: /Xem thêm/ })).toBeNull();
  });

  it('says why the next page did not come and lets try again', async () => {
    setMe(null);
    fakeServer({
      [browse]: (url) =>
        url.searchParams.has('cursor')
          ? refusal(503, 'service.unavailable')
          : catalogue(cardsOf(6, 500), { total: 8, next: 'abc' }),
    });
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thêm 2 khóa học' }));
    expect(await screen.findByText(/Máy chủ đang bận/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Xem thêm 2 khóa học' })).toBeVisible();
  });

  it('stays usable when the list does not come, and gets it at the second try', async () => {
    setMe(null);
    const server = fakeServer({ [browse]: () => refusal(500, 'service.failed') });
    await show();
    expect(await screen.findByText('Chưa tải được danh sách khóa học')).toBeVisible();
    expect(screen.getByRole('search')).toBeVisible();
    server.answers[browse] = () => catalogue([card()]);
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByRole('link', { name: 'Nhận biết lừa đảo' })).toBeVisible();
  });

  it('leads to the search with the words typed', async () => {
    setMe(null);
    fakeServer({ [browse]: () => catalogue([card()]) });
    const router = await show();
    await userEvent.type(await screen.findByRole('searchbox'), 'hồ sơ{Enter}');
    await waitFor(() => expect(router.state.location.search).toBe('?q=h%E1%BB%93%20s%C6%A1'));
  });
});

describe('somebody who is learning', () => {
  it('goes on with one press, and sees the steps on the card', async () => {
    setMe(me());
    fakeServer({ [browse]: ownRoleOnly, 'GET /me/enrolments': () => mine(enrolment()) });
    await show();
    const resume = await screen.findByRole('region', { name: 'Bài 2. Mã OTP' });
    const { id, resume: next } = enrolment();
    expect(within(resume).getByRole('link', { name: 'Học tiếp' })).toHaveAttribute(
      'href',
      `/hoc/${id}/bai/${next?.lessonId}`,
    );
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '1/3 bước');
  });

  it('is led to the test by its name, and told that it needs a network', async () => {
    setMe(me());
    const next = {
      ...enrolment().resume,
      lessonId: ids.quiz,
      kind: 'quiz',
      title: { vi: 'Bài cuối', en: '' },
    };
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    fakeServer({
      [browse]: ownRoleOnly,
      'GET /me/enrolments': () => mine(enrolment({ resume: next as Enrolment['resume'] })),
    });
    await show();
    const resume = await screen.findByRole('region', { name: 'Bài cuối' });
    expect(within(resume).getByRole('link', { name: 'Làm bài kiểm tra' })).toBeVisible();
    expect(within(resume).getByText('Bài kiểm tra cần mạng. Có mạng lại thì mở được.')).toBeVisible();
    jest.restoreAllMocks();
  });

  it('is not kept from the catalogue by a list of own courses that does not come', async () => {
    setMe(me());
    fakeServer({
      [browse]: ownRoleOnly,
      'GET /me/enrolments': () => refusal(401, 'session.missing'),
    });
    await show();
    expect(await screen.findByRole('link', { name: 'Nhận biết lừa đảo' })).toBeVisible();
  });
});
