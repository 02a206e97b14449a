// Planning and changing an exam: name, cohort and start are enough; what is wrong is said at its field.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import { laoCaiRef, placesFor } from '../places/places.sample.js';
import * as editPage from './edit-exam-page.js';
import { cohortRow, coursePage, exam, examId, id } from './exams.sample.js';
import * as newPage from './new-exam-page.js';

const scope = { places: [laoCaiRef], organisations: [] };
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    'GET /cohorts': () => ({ items: [cohortRow()], next: null, scope }),
    'GET /courses/mot-cua': () => coursePage,
    'GET /places': ({ query }) => placesFor(query.get('q')),
    'POST /exams': () => exam(),
    [`GET /exams/${examId}`]: () => exam(),
    [`PUT /exams/${examId}`]: () => exam(),
  });
});

const words = ['exams', 'cohorts', 'places'] as const;
const showNew = () =>
  showPage({
    at: '/ky-thi/moi',
    path: '/ky-thi/moi',
    words: [...words],
    module: newPage,
    others: ['/ky-thi/:examId'],
  });
const showEdit = () =>
  showPage({
    at: `/ky-thi/${examId}/sua`,
    path: '/ky-thi/:examId/sua',
    words: [...words],
    module: editPage,
    others: ['/ky-thi/:examId'],
  });

const type = async (label: string, text: string, index = 0) => {
  const field = (await screen.findAllByLabelText(label))[index];
  if (!field) throw new Error(`no field ${label}`);
  await userEvent.clear(field);
  await userEvent.type(field, text);
};
const create = () => userEvent.click(screen.getByRole('button', { name: 'Tạo kỳ thi' }));

describe('planning an exam', () => {
  it('needs a name, a cohort and a start: the only course, its quiz and all times follow', async () => {
    const router = await showNew();
    await type('Tên kỳ thi', 'Sát hạch đợt 3');
    expect(await screen.findByRole('combobox', { name: 'Bài kiểm tra' })).toHaveValue(id(3));
    expect(screen.getByRole('checkbox', { name: /Đợt 3\/2026/ })).toBeChecked();
    await type('Ngày', '28/11/2099');
    expect(screen.getAllByLabelText('Giờ')[1]).toHaveValue('07:30');
    expect(screen.getAllByLabelText('Giờ')[2]).toHaveValue('08:45');
    await create();
    await waitFor(() => expect(router.state.location.pathname).toBe(`/ky-thi/${examId}`));
    expect(server.sent('POST', '/exams')[0]?.body).toMatchObject({
      name: 'Sát hạch đợt 3',
      courseId: id(2),
      lessonId: id(3),
      placeId: 'p34-15',
      organisationId: null,
      cohortIds: [id(4)],
      checkInOpensAt: '2099-11-28T00:30:00.000Z',
      startsAt: '2099-11-28T01:00:00.000Z',
      closesAt: '2099-11-28T01:45:00.000Z',
      release: 'by-person',
      spreadSeconds: 20,
      rule: { draw: 20, passPercent: 80, timeLimitMinutes: 30, attemptsAllowed: 1, pauseMinutes: 0 },
    });
  });

  it('keeps a time that was typed when the start moves', async () => {
    await showNew();
    await screen.findByRole('combobox', { name: 'Bài kiểm tra' });
    await type('Ngày', '28/11/2099');
    await type('Giờ', '07:00', 1);
    await type('Giờ', '09:00');
    expect(screen.getAllByLabelText('Giờ')[1]).toHaveValue('07:00');
    expect(screen.getAllByLabelText('Giờ')[2]).toHaveValue('09:45');
  });

  it('says at each field what is missing, and sends nothing', async () => {
    await showNew();
    await screen.findByRole('combobox', { name: 'Bài kiểm tra' });
    await userEvent.click(screen.getByRole('checkbox', { name: /Đợt 3\/2026/ }));
    await type('Giờ', '25:00');
    await create();
    expect(screen.getByLabelText('Tên kỳ thi')).toHaveAccessibleDescription(/Ghi tên kỳ thi/);
    expect(screen.getByRole('group', { name: 'Đợt học dự thi' })).toHaveAccessibleDescription(
      /Chọn ít nhất một đợt/,
    );
    expect(screen.getAllByLabelText('Giờ')[0]).toHaveAccessibleDescription(/08:00/);
    expect(server.sent('POST', '/exams')).toHaveLength(0);
  });

  it('refuses an end before the start and a check-in after it', async () => {
    await showNew();
    await type('Tên kỳ thi', 'Sát hạch đợt 3');
    await screen.findByRole('combobox', { name: 'Bài kiểm tra' });
    await type('Ngày', '28/11/2099');
    await type('Giờ', '08:10', 1);
    await type('Giờ', '07:50', 2);
    await create();
    expect(screen.getAllByLabelText('Ngày')[1]).toHaveAccessibleDescription(/trước giờ bắt đầu/);
    expect(screen.getAllByLabelText('Ngày')[2]).toHaveAccessibleDescription(/sau giờ bắt đầu/);
  });

  it('opens the folded part when something in it is wrong', async () => {
    await showNew();
    await type('Tên kỳ thi', 'Sát hạch đợt 3');
    await screen.findByRole('combobox', { name: 'Bài kiểm tra' });
    await type('Ngày', '28/11/2099');
    const fold = screen.getByText('Tùy chọn thêm').closest('details');
    expect(fold).not.toHaveAttribute('open');
    await type('Giãn giờ mở đề (giây)', '500');
    await create();
    expect(fold).toHaveAttribute('open');
    expect(screen.getByLabelText('Giãn giờ mở đề (giây)')).toHaveAccessibleDescription(/từ 0 đến 120/);
  });

  it('keeps everything when the server refuses, with the reason at its field', async () => {
    server.answers['POST /exams'] = () => refusal(422, 'quiz.too-few-questions');
    await showNew();
    await type('Tên kỳ thi', 'Sát hạch đợt 3');
    await screen.findByRole('combobox', { name: 'Bài kiểm tra' });
    await type('Ngày', '28/11/2099');
    await userEvent.click(screen.getByRole('radio', { name: /Số câu khác/ }));
    await type('Số câu', '300');
    await create();
    await waitFor(() =>
      expect(screen.getByLabelText('Số câu')).toHaveAccessibleDescription(/không đủ câu để ra đề/),
    );
    expect(screen.getByLabelText('Tên kỳ thi')).toHaveValue('Sát hạch đợt 3');
  });

  it('asks which course when there are several, and loads its quiz then', async () => {
    const other = cohortRow({ id: id(14), name: 'Đợt khác', courseId: id(12), courseSlug: 'khac' });
    server.answers['GET /cohorts'] = () => ({ items: [cohortRow(), other], next: null, scope });
    await showNew();
    expect(await screen.findByRole('combobox', { name: 'Khóa học' })).toHaveValue('');
    expect(screen.queryByRole('group', { name: 'Đợt học dự thi' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Khóa học' }), id(2));
    expect(await screen.findByRole('combobox', { name: 'Bài kiểm tra' })).toHaveValue(id(3));
    expect(screen.getByRole('checkbox', { name: /Đợt 3\/2026/ })).toBeChecked();
    expect(screen.queryByRole('checkbox', { name: /Đợt khác/ })).toBeNull();
  });

  it('leads to the cohorts when there are none', async () => {
    server.answers['GET /cohorts'] = () => ({ items: [], next: null, scope });
    await showNew();
    expect(await screen.findByRole('link', { name: 'Đến các đợt học' })).toHaveAttribute('href', '/lop');
  });
});

describe('changing an exam', () => {
  it('shows the draws of its plan in words, and keeps the plan', async () => {
    const paper = {
      fixed: [{ questionId: id(30) }],
      draws: [{ count: 19, from: { category: 'An toàn', difficulty: 'easy' as const }, points: 500 }],
      keepsOrder: false,
    };
    const plan = exam();
    server.answers[`GET /exams/${examId}`] = () => ({ ...plan, rule: { ...plan.rule, paper } });
    const router = await showEdit();
    expect(await screen.findByText('19 câu · chủ đề An toàn · mức dễ · 0,5 điểm mỗi câu')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Lưu thay đổi' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/ky-thi/${examId}`));
    expect(server.sent('PUT', `/exams/${examId}`)[0]?.body).toMatchObject({
      startsAt: '2099-11-28T01:00:00.000Z',
      closesAt: '2099-11-28T02:00:00.000Z',
      rule: { paper, draw: 20, timeLimitMinutes: 45 },
    });
  });

  it('says so once check-in is open', async () => {
    const closed = exam({ status: 'check-in' });
    server.answers[`GET /exams/${examId}`] = () => ({
      ...closed,
      abilities: { ...closed.abilities, edit: false },
    });
    await showEdit();
    expect(await screen.findByText('Điểm danh đã mở nên không sửa được nữa')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Lưu thay đổi' })).toBeNull();
  });
});
