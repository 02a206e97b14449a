// The desk of a quiz: figures in words and as tables, the open question, corrections and extensions.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { fakeServer, refusal } from '../../test/server.js';
import * as correctionPage from './correction-page.js';
import * as faultyPage from './faulty-question-page.js';
import {
  change,
  correction,
  correctionId,
  courseId,
  goodItem,
  lessonId,
  longName,
  lost,
  preview,
  questionId,
  statistics,
} from './marking.sample.js';
import * as page from './quiz-desk-page.js';

const api = `/courses/${courseId}/quizzes/${lessonId}`;
const desk = `/soan/${courseId}/kiem-tra/${lessonId}`;
const pattern = '/soan/:courseId/kiem-tra/:lessonId';
let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer({
    'GET /me': () => ({ id: 'me', abilities: { author: true, coordinate: false } }),
    [`GET ${api}/statistics`]: () => statistics(),
    [`GET ${api}/corrections`]: () => ({ items: [correction()] }),
    [`GET ${api}/extensions`]: () => ({ items: [], next: null }),
    [`POST ${api}/corrections/preview`]: () => preview(),
    [`POST ${api}/corrections`]: () => correction(),
    [`GET /corrections/${correctionId}/changes`]: () => ({ items: [lost, change()], next: null }),
  });
});

const others = ['/soan/:courseId', `${pattern}/cau/:questionId`, `${pattern}/sua-loi/:correctionId`];
const showDesk = (search = '') =>
  showPage({ at: `${desk}${search}`, path: pattern, words: ['marking'], module: page, others });
const showFaulty = (search = '') =>
  showPage({
    at: `${desk}/cau/${questionId}${search}`,
    path: `${pattern}/cau/:questionId`,
    words: ['marking'],
    module: faultyPage,
    others: [pattern, `${pattern}/sua-loi/:correctionId`],
  });
const showCorrection = () =>
  showPage({
    at: `${desk}/sua-loi/${correctionId}`,
    path: `${pattern}/sua-loi/:correctionId`,
    words: ['marking'],
    module: correctionPage,
    others: [pattern],
  });

describe('statistics', () => {
  it('say what the figures of the quiz mean', async () => {
    await showDesk();
    expect(await screen.findByRole('heading', { level: 1, name: 'Kiểm tra cuối khóa' })).toBeVisible();
    expect(screen.getByText('61,3%')).toBeVisible();
    expect(screen.getByText('Tạm được. Xem các câu cần xem lại.')).toBeVisible();
  });

  it('judge nothing while they go by chance', async () => {
    const few = statistics({ attempts: 29, mean: 40, internalConsistency: 50 });
    server.answers[`GET ${api}/statistics`] = () => few;
    await showDesk();
    const figures = await screen.findByRole('region', { name: 'Số liệu của cả bài' });
    expect(within(figures).getAllByText('Chưa đủ lượt để nhận xét.')).toHaveLength(2);
    expect(within(figures).queryByText(/^Yếu/)).toBeNull();
  });

  it('open the question that needs a look, with what to do and who chose what', async () => {
    await showDesk();
    const detail = within(
      await screen.findByRole('region', { name: 'Khi lỡ chuyển tiền nhầm, gọi số nào?' }),
    );
    expect(detail.getByText('−0,08')).toBeVisible();
    expect(detail.getByText('Người giỏi làm sai nhiều hơn người yếu.')).toBeVisible();
    const options = within(detail.getByRole('list', { name: 'Ai chọn đáp án nào' }));
    const wrong = within(options.getAllByRole('listitem')[1] as HTMLElement);
    expect(wrong.getByText('70%')).toBeVisible();
    expect(detail.getByRole('link', { name: 'Câu này có lỗi' })).toHaveAttribute(
      'href',
      `${desk}/cau/${questionId}`,
    );
  });

  it('show another question by its address', async () => {
    await showDesk(`?cau=${goodItem.questionId}`);
    expect(await screen.findByRole('region', { name: 'Mã OTP dùng để làm gì?' })).toBeVisible();
  });

  it('are there as tables too', async () => {
    await showDesk();
    const card = within(await screen.findByRole('region', { name: 'Điểm được phân bố thế nào' }));
    expect(card.getByRole('img', { name: 'Số lượt làm theo từng mức điểm' })).toBeInTheDocument();
    await userEvent.click(card.getByRole('button', { name: 'Xem dạng bảng' }));
    const row = within(card.getByRole('row', { name: /60–70%/ }));
    expect(row.getByRole('cell', { name: '30' })).toBeVisible();
  });

  it('of all attempts are asked for by the address', async () => {
    const router = await showDesk();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Lượt làm' }), 'Mọi lượt làm');
    await waitFor(() => expect(router.state.location.search).toBe('?luot=tat-ca'));
    expect(server.sent('GET', `${api}/statistics`).at(-1)?.query.get('counted')).toBe('all');
  });

  it('without attempts say when there will be some', async () => {
    server.answers[`GET ${api}/statistics`] = () => statistics({ attempts: 0, items: [] });
    await showDesk();
    expect(await screen.findByText('Chưa có bài làm nào để tính')).toBeVisible();
  });

  it('leave out what the server does not allow', async () => {
    server.answers[`GET ${api}/statistics`] = () => statistics({ abilities: { correct: false } });
    await showDesk();
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('link', { name: 'Câu này có lỗi' })).toBeNull();
  });
});

describe('a faulty question', () => {
  it('shows who changes, lost passes first, before anything is applied with a reason', async () => {
    const router = await showFaulty();
    await userEvent.click(await screen.findByRole('radio', { name: /Bỏ câu này/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Xem ai thay đổi' }));
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(longName);
    expect(rows[1]).toHaveTextContent('OT-2026-000311');
    await userEvent.click(screen.getByRole('button', { name: 'Áp dụng cho 2 bài làm' }));
    expect(screen.getByText('Ghi lý do, ít nhất 3 ký tự.')).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /Lý do/ }), 'Hai đáp án đúng');
    await userEvent.click(screen.getByRole('button', { name: 'Áp dụng cho 2 bài làm' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${desk}/sua-loi/${correctionId}`));
    expect(server.sent('POST', `${api}/corrections`)[0]?.body).toEqual({
      wish: { action: 'drop', questionId },
      reason: 'Hai đáp án đúng',
      fingerprint: 'one',
    });
  });

  it('accepts another option; the key needs no acceptance', async () => {
    await showFaulty();
    await userEvent.click(await screen.findByRole('radio', { name: /Nhận thêm đáp án khác/ }));
    expect(screen.getByRole('checkbox', { name: /Số in sau thẻ/ })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Xem ai thay đổi' }));
    expect(screen.getByText('Chọn ít nhất một đáp án nhận thêm.')).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: /Số của ngân hàng/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Xem ai thay đổi' }));
    expect(await screen.findByText(/2 trên 120 bài làm sẽ đổi/)).toBeVisible();
    expect(server.sent('POST', `${api}/corrections/preview`)[0]?.body).toEqual({
      wish: { action: 'accept', questionId, optionIds: ['b'] },
    });
  });

  it('is shown anew when results changed in between, and nothing is applied', async () => {
    server.answers[`POST ${api}/corrections`] = () => refusal(409, 'correction.changed');
    await showFaulty();
    await userEvent.click(await screen.findByRole('radio', { name: /Bỏ câu này/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Xem ai thay đổi' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Lý do/ }), 'Sai đề');
    server.answers[`POST ${api}/corrections/preview`] = () =>
      preview({ changed: 1, changes: [change()], fingerprint: 'two' });
    await userEvent.click(screen.getByRole('button', { name: 'Áp dụng cho 2 bài làm' }));
    expect(await screen.findByText(/Đây là danh sách mới/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Áp dụng cho 1 bài làm' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Lý do/ })).toHaveValue('Sai đề');
  });

  it('takes the preview away when something else is chosen', async () => {
    await showFaulty();
    await userEvent.click(await screen.findByRole('radio', { name: /Bỏ câu này/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Xem ai thay đổi' }));
    await screen.findByRole('table');
    await userEvent.click(screen.getByRole('radio', { name: /Nhận thêm đáp án khác/ }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('of an exam is put right for the exam, unless everybody is chosen', async () => {
    server.answers[`GET ${api}/statistics`] = () => statistics({ examName: 'Kỳ thi tháng 11' });
    await showFaulty('?ky-thi=0190c8f0-0000-7000-8000-0000000000ee');
    expect(await screen.findByRole('radio', { name: /Chỉ kỳ thi Kỳ thi tháng 11/ })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /Bỏ câu này/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Xem ai thay đổi' }));
    await screen.findByRole('table');
    expect(server.sent('POST', `${api}/corrections/preview`)[0]?.body).toMatchObject({
      examId: '0190c8f0-0000-7000-8000-0000000000ee',
    });
  });
});

describe('a correction', () => {
  it('is listed with its open decisions', async () => {
    await showDesk('?xem=sua-loi');
    expect(await screen.findByText('1 người chờ quyết định')).toBeVisible();
    expect(screen.getByText(/Hai đáp án đều đúng/)).toBeVisible();
  });

  it('asks a person about a lost pass, and says what the server made of it', async () => {
    const path = `/corrections/${correctionId}/changes/${lost.attemptId}/decision`;
    server.answers[`POST ${path}`] = () => ({ ...lost, decision: 'withdrawn' });
    await showCorrection();
    await userEvent.click(await screen.findByRole('button', { name: `Quyết định về ${longName}` }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Lưu quyết định' }));
    expect(dialog.getByText('Chọn giữ hay rút kết quả đạt.')).toBeVisible();
    await userEvent.click(dialog.getByRole('radio', { name: /Rút kết quả đạt/ }));
    expect(dialog.getByText(/OT-2026-000311 vẫn còn hiệu lực/)).toBeVisible();
    await userEvent.type(dialog.getByRole('textbox', { name: /Lý do/ }), 'Theo hội đồng');
    await userEvent.click(dialog.getByRole('button', { name: 'Lưu quyết định' }));
    expect(await screen.findByText(`Đã rút kết quả đạt của ${longName}.`)).toBeVisible();
    expect(server.sent('POST', path)[0]?.body).toEqual({ decision: 'withdrawn', reason: 'Theo hội đồng' });
  });
});

describe('extensions', () => {
  it('are granted to one learner with a reason', async () => {
    server.answers[`POST ${api}/extensions`] = ({ body }) => ({
      ...(body as object),
      enrolmentId: 'e',
      fullName: longName,
      authorName: 'Lê Thu Hà',
      grantedAt: '2026-11-21T02:00:00.000Z',
    });
    await showDesk('?xem=gia-han');
    await userEvent.click(await screen.findByRole('button', { name: 'Gia hạn cho một người' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/Thư điện tử hoặc số điện thoại/), 'mai@vidu.vn');
    await userEvent.type(dialog.getByLabelText('Lý do'), 'Mất điện');
    await userEvent.click(dialog.getByRole('button', { name: 'Gia hạn' }));
    expect(await screen.findByText(`Đã gia hạn cho ${longName}: thêm 15 phút.`)).toBeVisible();
    expect(server.sent('POST', `${api}/extensions`)[0]?.body).toMatchObject({
      login: 'mai@vidu.vn',
      minutes: 15,
      attempts: 0,
      reason: 'Mất điện',
    });
  });

  it('say at the field when the person is not enrolled', async () => {
    server.answers[`POST ${api}/extensions`] = () => refusal(404, 'enrolment.not-found');
    await showDesk('?xem=gia-han');
    await userEvent.click(await screen.findByRole('button', { name: 'Gia hạn cho một người' }));
    const dialog = within(screen.getByRole('dialog'));
    const login = dialog.getByLabelText(/Thư điện tử hoặc số điện thoại/);
    await userEvent.type(login, 'mai@vidu.vn');
    await userEvent.type(dialog.getByLabelText('Lý do'), 'Mất điện');
    await userEvent.click(dialog.getByRole('button', { name: 'Gia hạn' }));
    await waitFor(() => expect(login).toHaveAccessibleDescription(/chưa ghi danh/));
  });
});

describe('late arrivals', () => {
  const late = {
    ...{ attemptId: 'a', fullName: longName, organisationName: 'UBND xã Hợp Thành', number: 2, lateCount: 3 },
    ...{ submittedAt: '2026-11-21T02:00:00.000Z', lastArrivedAt: '2026-11-21T02:17:00.000Z' },
    lateProof: {
      ...{ answeredFrom: '2026-11-21T01:51:00.000Z', answeredUntil: '2026-11-21T01:58:00.000Z' },
      ...{ heardBeforeAt: '2026-11-21T01:50:00.000Z', heardAgainAt: '2026-11-21T02:16:00.000Z' },
      ...{ wasSilent: false, devices: 2 },
    },
  };

  it('are shown to whoever answers for the quiz, with how many and when they came', async () => {
    server.answers[`GET ${api}/late-attempts`] = () => ({ items: [late], next: null });
    await showDesk('?xem=den-tre');
    const row = await screen.findByRole('row', { name: new RegExp(longName) });
    expect(within(row).getByText('3 câu đến trễ')).toBeVisible();
    expect(within(row).getByText('Lần 2')).toBeVisible();
    expect(within(row).getByText(/09:17/)).toBeVisible();
    const said = 'Máy báo làm lúc 08:51–08:58. Máy chủ mất tín hiệu của máy từ 08:50 đến 09:16.';
    expect(within(row).getByText(`${said} Có câu báo làm ngoài khoảng đó. Gửi từ 2 máy.`)).toBeVisible();
    expect(screen.getByText(/không kiểm chứng được/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Đến trễ' })).toHaveAttribute('aria-current', 'page');
  });

  it('are said to be none where there are none', async () => {
    server.answers[`GET ${api}/late-attempts`] = () => ({ items: [], next: null });
    await showDesk('?xem=den-tre');
    expect(await screen.findByText('Không có câu nào đến trễ')).toBeVisible();
  });
});
