// Certificates as their holders, those who check them, and admins meet them.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Certificate, Verification } from '@onetouch/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { codeIn } from './typed-code.js';

const certificate: Certificate = {
  id: 'c1',
  code: '8K4M-2Q7P-XD5R',
  number: '0427/2026/CN-KNS',
  enrolmentId: 'e1',
  personName: 'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh',
  courseTitle: { vi: 'Xử lý hồ sơ một cửa', en: 'One-stop files' },
  courseSlug: 'mot-cua',
  issuerName: 'Trung tâm Đào tạo kỹ năng số',
  issuerPlace: 'Hà Nội',
  minutes: 180,
  completedAt: '2026-11-20T02:00:00.000Z',
  issuedAt: '2026-11-21T02:00:00.000Z',
  revokedAt: null,
  revocationReason: null,
  revocationDecision: null,
  verifyUrl: 'https://hoc.example.vn/verify/8K4M-2Q7P-XD5R',
  isDemonstration: false,
  abilities: { revoke: false },
};
const valid: Verification = {
  verdict: 'valid',
  checkedAt: '2026-11-21T07:20:00.000Z',
  code: certificate.code,
  number: certificate.number,
  personName: 'N. P. C. T. T. N. H. Anh',
  isNameMasked: true,
  courseTitle: certificate.courseTitle,
  issuerName: certificate.issuerName,
  completedAt: certificate.completedAt,
  issuedAt: certificate.issuedAt,
  revokedAt: null,
  revocationReason: null,
  revocationDecision: null,
  isDemonstration: true,
};

const sent: { line: string; body: unknown }[] = [];
function serve(answers: Record<string, unknown>) {
  sent.length = 0;
  globalThis.fetch = (input, init) => {
    const line = `${init?.method} ${String(input).replace('/api/v1', '')}`;
    sent.push({ line, body: init?.body ? JSON.parse(String(init.body)) : undefined });
    const answer = answers[line];
    if (answer instanceof Response) return Promise.resolve(answer.clone());
    return Promise.resolve(new Response(JSON.stringify(answer ?? null), { status: answer ? 200 : 500 }));
  };
}
const refusal = (code: string, status: number) =>
  new Response(JSON.stringify({ code, title: '', status }), { status });

async function openMine(own: Certificate[], learning: unknown[]) {
  serve({
    'GET /me/certificates': { items: own },
    'GET /me/enrolments': { items: learning },
    'POST /enrolments/e2/certificate': certificate,
  });
  const router = await showPage({
    at: paths.certificates(),
    path: patterns.certificates,
    words: ['certificates'],
    module: await import('./certificates-page.js'),
    others: [patterns.certificate, patterns.myLearning],
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
}
async function openCheck(at: string, answers: Record<string, unknown> = {}) {
  serve(answers);
  const module = await import('./verify-page.js');
  return showPage({ at, path: '/verify/:code?', words: ['certificates'], module });
}
async function openRegister(at: string, answers: Record<string, unknown>) {
  serve(answers);
  const router = await showPage({
    at,
    path: patterns.registry,
    words: ['certificates'],
    module: await import('./registry-page.js'),
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
}

describe('own certificates', () => {
  it('say what will appear when there are none', async () => {
    await openMine([], []);
    expect(screen.getByText('Chưa có chứng nhận nào')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem việc học của tôi' })).toBeVisible();
  });

  it('can be claimed for a completed course without one, and only for that', async () => {
    const done = { id: 'e2', courseTitle: certificate.courseTitle, completedAt: certificate.completedAt };
    const router = await openMine(
      [certificate],
      [
        { ...done, certificateId: null },
        { ...done, id: 'e3', completedAt: null, certificateId: null },
        { ...done, id: 'e1', certificateId: 'c1' },
      ],
    );
    expect(screen.getByRole('heading', { name: '1 chứng nhận chờ nhận' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Nhận chứng nhận' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.certificate('c1')));
  });

  it('are two taps from a file: the list has the PDF of each', async () => {
    await openMine([certificate], []);
    expect(screen.getByRole('link', { name: 'Tải PDF chứng nhận 0427/2026/CN-KNS' })).toHaveAttribute(
      'href',
      '/api/v1/certificates/c1/pdf',
    );
  });

  it('a revoked one says so, with the reason', async () => {
    const revoked = { revokedAt: '2026-11-22T02:00:00.000Z', revocationReason: 'Sai họ tên' };
    serve({ 'GET /certificates/c1': { ...certificate, ...revoked } });
    await showPage({
      at: paths.certificate('c1'),
      path: patterns.certificate,
      words: ['certificates'],
      module: await import('./certificate-page.js'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(/đã bị thu hồi.*22\/11\/2026.*Sai họ tên/);
    expect(screen.getByRole('img', { name: /Hình chứng nhận số 0427/ })).toBeVisible();
  });
});

describe('a certificate without a network', () => {
  afterEach(() => void jest.restoreAllMocks());
  const openOne = async (certificateId: string) => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    globalThis.fetch = (input) =>
      String(input).endsWith('/me/certificates')
        ? Promise.resolve(Response.json({ items: [certificate] }))
        : Promise.reject(new TypeError('Failed to fetch'));
    const module = await import('./certificate-page.js');
    const ErrorBoundary = () => <p>failed</p>;
    return showPage({
      at: paths.certificate(certificateId),
      path: patterns.certificate,
      words: ['certificates'],
      module: { ...module, ErrorBoundary },
    });
  };

  it('is shown from the list that lies on the device, and says why the file cannot be had', async () => {
    await openOne('c1');
    expect(await screen.findByRole('heading', { level: 1, name: /0427/ })).toBeVisible();
    expect(screen.getByText('Đang mất mạng. Có mạng lại thì tải được tệp PDF.')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Tải PDF' })).toBeNull();
  });

  it('of somebody else is not there', async () => {
    await openOne('c2');
    expect(await screen.findByText('failed')).toBeVisible();
  });
});

describe('checking a certificate', () => {
  it.each([
    ['https://hoc.example.vn/verify/8K4M-2Q7P-XD5R?a=1', '8K4M-2Q7P-XD5R'],
    [' 8k4m 2q7p xd5r ', '8k4m 2q7p xd5r'],
    ['/verify/%E0%A4%A', '%E0%A4%A'],
  ])('reads %s as %s', (typed, code) => {
    expect(codeIn(typed)).toBe(code);
  });

  it('asks for a code before it asks the server', async () => {
    await openCheck('/verify');
    await userEvent.click(await screen.findByRole('button', { name: 'Kiểm tra' }));
    expect(screen.getByLabelText('Mã chứng nhận')).toHaveAccessibleDescription(/Chưa có mã/);
    expect(sent).toEqual([]);
  });

  it('shows a valid one with the time of the check, the hidden name explained, and that it is a demonstration', async () => {
    await openCheck('/verify', { 'GET /verify/8K4M-2Q7P-XD5R': valid });
    await userEvent.type(await screen.findByLabelText('Mã chứng nhận'), '8K4M-2Q7P-XD5R{Enter}');
    expect(await screen.findByRole('heading', { name: 'Chứng nhận có hiệu lực' })).toBeVisible();
    expect(screen.getByText(/Họ tên đã che bớt/)).toBeVisible();
    expect(screen.getByText(/Chứng nhận minh họa/)).toBeVisible();
    expect(screen.getByText(/Kiểm tra lúc 14:20, 21\/11\/2026/)).toBeVisible();
  });

  it('shows a revoked one with reason and decision', async () => {
    await openCheck('/verify/8K4M-2Q7P-XD5R', {
      'GET /verify/8K4M-2Q7P-XD5R': {
        ...valid,
        verdict: 'revoked',
        revokedAt: '2026-11-05T02:00:00.000Z',
        revocationReason: 'Sai họ tên, đã cấp bản mới',
        revocationDecision: 'Số 112/QĐ',
      },
    });
    expect(await screen.findByRole('heading', { name: 'Đã bị thu hồi' })).toBeVisible();
    expect(screen.getByText('Chứng nhận này không còn giá trị từ 05/11/2026.')).toBeVisible();
    expect(screen.getByText('Sai họ tên, đã cấp bản mới')).toBeVisible();
    expect(screen.getByText('Số 112/QĐ')).toBeVisible();
  });

  it('says of an unknown code what may be wrong with it', async () => {
    await openCheck('/verify/AAAA', {
      'GET /verify/AAAA': { verdict: 'unknown', checkedAt: valid.checkedAt },
    });
    expect(await screen.findByRole('heading', { name: /Không có chứng nhận nào/ })).toBeVisible();
    expect(screen.getByText('AAAA')).toBeVisible();
  });

  it('keeps the form when the server refuses for now', async () => {
    await openCheck('/verify/AAAA', { 'GET /verify/AAAA': refusal('request.throttled', 429) });
    expect(await screen.findByText(/Đã thử quá nhiều lần/)).toBeVisible();
    expect(screen.getByLabelText('Mã chứng nhận')).toHaveValue('AAAA');
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  });
});

describe('the register', () => {
  const mine = { ...certificate, abilities: { revoke: true } };
  const second = { ...certificate, id: 'c2', number: '0426/2026/CN-KNS', personName: 'Lò Văn Ún' };

  it('shows more by the cursor of the server', async () => {
    await openRegister(paths.registry(), {
      'GET /certificates': { items: [mine], next: 'abc' },
      'GET /certificates?cursor=abc': { items: [second], next: null },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Xem thêm' }));
    expect(await screen.findByRole('link', { name: '0426/2026/CN-KNS' })).toBeVisible();
    expect(screen.getByRole('link', { name: '0427/2026/CN-KNS' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Xem thêm' })).not.toBeInTheDocument();
  });

  it('searches through the address', async () => {
    const router = await openRegister(paths.registry(), {
      'GET /certificates': { items: [mine], next: null },
      'GET /certificates?q=lo+van': { items: [second], next: null },
    });
    await userEvent.type(screen.getByLabelText('Tìm chứng nhận'), 'lo van{Enter}');
    expect(await screen.findByText('Lò Văn Ún')).toBeVisible();
    expect(router.state.location.search).toBe('?q=lo+van');
  });

  it('offers revoking only where the server allows it', async () => {
    await openRegister(paths.registry(), { 'GET /certificates': { items: [mine, second], next: null } });
    expect(screen.getAllByRole('button', { name: /^Thu hồi chứng nhận/ })).toHaveLength(1);
  });

  it('revokes with a reason, after showing what others will see', async () => {
    const revoked = { ...mine, revokedAt: '2026-11-21T08:00:00.000Z' };
    await openRegister(paths.registry(), {
      'GET /certificates': { items: [mine], next: null },
      'POST /certificates/c1/revocation': revoked,
    });
    await userEvent.click(screen.getByRole('button', { name: /^Thu hồi chứng nhận/ }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Thu hồi chứng nhận' }));
    expect(dialog.getByText('Cần ghi lý do, ít nhất 5 ký tự.')).toBeVisible();
    await userEvent.type(dialog.getByLabelText('Lý do thu hồi'), 'Sai họ tên');
    expect(within(dialog.getByRole('region')).getByText('Sai họ tên')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Thu hồi chứng nhận' }));
    expect(await screen.findByText('Đã thu hồi chứng nhận 0427/2026/CN-KNS.')).toBeVisible();
    expect(screen.getByText('Thu hồi 21/11/2026')).toBeVisible();
    expect(sent.at(-1)?.body).toEqual({ reason: 'Sai họ tên', decision: '' });
  });

  it('keeps what was typed when the server refuses', async () => {
    await openRegister(paths.registry(), {
      'GET /certificates': { items: [mine], next: null },
      'POST /certificates/c1/revocation': refusal('certificate.already-revoked', 409),
    });
    await userEvent.click(screen.getByRole('button', { name: /^Thu hồi chứng nhận/ }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Lý do thu hồi'), 'Sai họ tên');
    await userEvent.click(dialog.getByRole('button', { name: 'Thu hồi chứng nhận' }));
    expect(await dialog.findByText('Chứng nhận này đã bị thu hồi trước đó.')).toBeVisible();
    expect(dialog.getByLabelText('Lý do thu hồi')).toHaveValue('Sai họ tên');
  });
});
