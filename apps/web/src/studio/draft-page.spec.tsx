// The draft page as a trainer uses it: by label, by keyboard, with the ways back and the refusals.
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Block, CourseDocument, Draft } from '@onetouch/contract';
import { CourseDocument as CourseSchema } from '@onetouch/contract';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { Component, loader } from './draft-page.js';
import { blocks, course, draftOf, id, lesson, question } from './draft.sample.js';

// The editor asks where its cursor is drawn; nothing is drawn here.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

type Body = { revision: number; document?: CourseDocument };
let sent: { path: string; body: Body }[] = [];
let answer: (path: string, body: Body) => Response;
let draft: Draft;
let courseId = '';
let number = 1_000;

const problem = (code: string, status: number) =>
  new Response(JSON.stringify({ code, status, title: code }), { status });
/** The server's draft, as the test wants it. */
function has(document: CourseDocument, over: Partial<Draft> = {}) {
  const facts = draftOf(document, over);
  draft = { ...facts, course: { ...facts.course, id: courseId } };
}
/** A course whose one lesson has these blocks. */
const withBlocks = (...only: Block[]) => ({
  ...course,
  modules: [{ id: id(101), title: { vi: 'Nhận biết', en: 'See' }, lessons: [{ ...lesson, blocks: only }] }],
});
const block = (type: Block['type']) => {
  const found = blocks.find((one) => one.type === type);
  if (!found) throw new Error(`the sample has no ${type}`);
  return found;
};

function serve(path: string, body: Body | null): Response {
  if (!body && path.endsWith('/changes')) {
    const change = { kind: 'added', what: 'lesson', where: ['K', 'Nhận biết', 'Mã OTP'] };
    return new Response(JSON.stringify({ changes: [change] }));
  }
  if (!body) return new Response(JSON.stringify(draft));
  sent.push({ path, body });
  return answer(path, body);
}

beforeEach(() => {
  sent = [];
  // A page saves what is open when it is left: nothing of one test may reach the next.
  courseId = id((number += 1));
  has(course);
  answer = (path, { document }) => {
    const publishedNumber = path.endsWith('/versions') ? 4 : 3;
    const facts = { ...draft.course, publishedNumber, hasUnpublishedChanges: publishedNumber === 3 };
    draft = { ...draft, document: document ?? draft.document, revision: draft.revision + 1, course: facts };
    return new Response(JSON.stringify(draft));
  };
  const own = courseId;
  globalThis.fetch = (input, init) => {
    const path = String(input).replace('/api/v1', '');
    if (!path.includes(own)) return Promise.reject(new TypeError('another test'));
    return Promise.resolve(
      serve(path, init?.method === 'GET' ? null : (JSON.parse(String(init?.body)) as Body)),
    );
  };
});

const open = (search = '') =>
  showPage({
    at: paths.draft(courseId) + search,
    path: patterns.draft,
    words: ['studio'],
    module: { Component, loader },
    others: [patterns.desk],
  });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Lưu bản nháp' }));
const saved = async () => {
  await screen.findByText(/Đã lưu bản nháp/);
  return sent.at(-1)?.body.document ?? course;
};
/** Words arrive in one piece: typed letter by letter, every letter draws the whole draft again. */
async function fill(field: HTMLElement, words: string) {
  await userEvent.clear(field);
  await userEvent.paste(words);
}
const lessonIn = (document: CourseDocument) => {
  const [found] = document.modules[0]?.lessons ?? [];
  if (found?.kind !== 'content') throw new Error('the lesson is gone');
  return found;
};

describe('a trainer', () => {
  it('changes the name of the course and is told that it is saved after the server said so', async () => {
    await open();
    const name = await screen.findByLabelText('Tên khóa (tiếng Việt)');
    await fill(name, 'Điện thoại an toàn hơn');
    expect(screen.queryByText(/Đã lưu bản nháp/)).toBeNull();
    await save();
    expect((await saved()).title.vi).toBe('Điện thoại an toàn hơn');
    expect(sent[0]?.body.revision).toBe(7);
  });

  it('opens a lesson from the outline, and the focus goes to its heading', async () => {
    has(withBlocks(block('note'), block('steps')));
    await open();
    await userEvent.click(await screen.findByRole('link', { name: /^Mã OTP/ }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'Mã OTP' })).toHaveFocus());
    expect(screen.getByRole('region', { name: 'Khối 1 trên 2: Lưu ý' })).toBeVisible();
  });

  it('moves a lesson with Alt and an arrow and hears where it is now', async () => {
    await open();
    (await screen.findByRole('link', { name: /^Mã OTP/ })).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText('Đã chuyển bài Mã OTP thành bài 2, trong Nhận biết.')).toBeInTheDocument();
    await save();
    expect((await saved()).modules[0]?.lessons.map((one) => one.id)).toEqual([id(2), id(1)]);
  });

  it('removes a block and takes it back', async () => {
    has(withBlocks(block('steps'), block('note')));
    await open(`?bai=${id(1)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Việc khác với khối 2, Lưu ý' }));
    await userEvent.click(screen.getByRole('button', { name: 'Xóa khối' }));
    expect(screen.queryByLabelText('Nội dung lưu ý')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(screen.getByLabelText('Nội dung lưu ý')).toHaveValue('Đừng vội.');
  });

  it('adds a note in two presses, cannot save it empty, and is led to what is missing', async () => {
    await open(`?bai=${id(2)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm khối' }));
    await userEvent.click(screen.getByRole('button', { name: 'Lưu ý' }));
    const note = await screen.findByLabelText('Nội dung lưu ý');
    await waitFor(() => expect(note).toHaveFocus());
    await save();
    expect(screen.getByText(/Chưa gửi, còn ô cần sửa/)).toBeVisible();
    expect(note).toHaveAccessibleDescription('Ô này còn trống. Điền vào để lưu được.');
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('link', { name: /Ô này còn trống/ }));
    await waitFor(() => expect(note).toHaveFocus());
    await fill(note, 'Hỏi con cháu.');
    await save();
    await saved();
    expect(CourseSchema.safeParse(sent.at(-1)?.body.document).success).toBe(true);
  });

  it('edits steps, messages, pictures, films and sheets', async () => {
    await open(`?bai=${id(1)}`);
    const change = async (label: string, words: string) => fill(await screen.findByLabelText(label), words);
    await change('Bước 1', 'Tắt máy');
    await change('Người gửi', 'NGAN HANG GIA');
    await change('Mô tả hình', 'Tin giả');
    await change('Tên video', 'Cuộc gọi giả');
    await change('Lời thoại dạng chữ', 'Alo\n\nAi đó');
    await change('Tên phiếu', 'Phiếu mới');
    await save();
    const after = lessonIn(await saved());
    expect(after.blocks).toMatchObject([
      blocks[0],
      blocks[1],
      { items: [{ title: 'Tắt máy' }] },
      blocks[3],
      { sender: 'NGAN HANG GIA', parts: [{ mark: 1 }] },
      { alt: 'Tin giả' },
      { title: 'Cuộc gọi giả', transcript: ['Alo', 'Ai đó'] },
      { title: 'Phiếu mới' },
    ]);
  });

  it('writes a text with the toolbar', async () => {
    has(withBlocks(block('text')));
    await open(`?bai=${id(1)}`);
    const text = await screen.findByRole('textbox', { name: 'Nội dung đoạn văn' });
    act(() => text.focus());
    const bar = await screen.findByRole('toolbar', { name: 'Định dạng chữ' });
    await userEvent.click(within(bar).getByRole('button', { name: 'Gạch đầu dòng' }));
    await save();
    expect(lessonIn(await saved()).blocks[0]).toMatchObject({
      doc: { content: [{ type: 'bulletList', content: [{ type: 'listItem' }] }] },
    });
    expect(CourseSchema.safeParse(sent.at(-1)?.body.document).success).toBe(true);
  });
});

describe('a question', () => {
  it('gets another option, another key, and an order, by the keyboard', async () => {
    await open(`?bai=${id(3)}#${id(21)}-card`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm đáp án' }));
    await fill(await screen.findByLabelText('Đáp án 3'), 'Con cháu');
    const [, second] = screen.getAllByRole('radio', { name: 'Đáp án đúng' });
    await userEvent.click(second as HTMLElement);
    screen.getByLabelText('Đáp án 3').focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await save();
    const [, quizModule] = (await saved()).modules;
    expect(quizModule?.lessons[0]).toMatchObject({
      questions: [{ options: [{ text: 'Không ai' }, { text: 'Con cháu' }, { id: 'b' }], correct: ['b'] }],
    });
  });

  it('is closed until it is opened, and says its kind and points', async () => {
    await open(`?bai=${id(3)}`);
    const toggle = await screen.findByRole('button', { name: /Ai được biết mã OTP\?/ });
    expect(toggle).toHaveTextContent('Chọn một · 1 điểm');
    expect(screen.queryByLabelText('Lời giải')).toBeNull();
    await userEvent.click(toggle);
    expect(await screen.findByLabelText('Lời giải')).toHaveValue(question.explanation);
    expect(screen.getByLabelText('Sai thì ôn lại bài')).toHaveValue(lesson.id);
  });

  it('that becomes true or false gets two options, and its own back on undo', async () => {
    has(withBlocks(block('check')));
    await open(`?bai=${id(1)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm đáp án' }));
    await userEvent.selectOptions(screen.getByLabelText('Kiểu trả lời'), 'Đúng hay sai');
    expect(screen.getByLabelText('Đáp án 1')).toHaveValue('Đúng');
    expect(screen.queryByLabelText('Đáp án 3')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(screen.getByLabelText('Đáp án 1')).toHaveValue('Không ai');
  });
});

describe('the rule of a quiz', () => {
  it('shows three fields first, and keeps out what nobody touched', async () => {
    await open(`?bai=${id(3)}`);
    await screen.findByLabelText('Đạt từ (%)');
    expect(screen.getByText('Tùy chọn thêm').closest('details')).not.toHaveAttribute('open');
    await userEvent.click(screen.getByText('Tùy chọn thêm'));
    await fill(screen.getByLabelText(/Thời gian làm bài/), '45');
    await fill(screen.getByLabelText(/^Mở từ/), '08:00 21/11/2026');
    await userEvent.selectOptions(screen.getByLabelText('Đi lại giữa các câu'), 'Một chiều, không quay lại');
    await fill(screen.getByLabelText(/Chỉ làm từ các mạng này/), '203.0.113.0/24');
    await save();
    const [, quizModule] = (await saved()).modules;
    const [quiz] = quizModule?.lessons ?? [];
    expect(quiz).toMatchObject({
      rule: { timeLimitMinutes: 45, opensAt: '2026-11-21T01:00:00.000Z', navigation: 'one-way' },
      gate: { networks: ['203.0.113.0/24'] },
    });
    expect(quiz).not.toHaveProperty('rule.wrongPercent');
  });

  it('says at once which draw cannot be filled', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Tùy chọn thêm'));
    await userEvent.click(screen.getByRole('checkbox', { name: /Rút câu theo nhóm/ }));
    await fill(screen.getByLabelText('Số câu'), '5');
    expect(await screen.findByText(/Nhóm 1 còn thiếu 4 câu/)).toBeVisible();
    expect(screen.getByText('Mỗi đề có 5 câu.')).toBeVisible();
  });

  it('gives a question that is on every paper points of its own there', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Tùy chọn thêm'));
    await userEvent.click(screen.getByRole('checkbox', { name: /Rút câu theo nhóm/ }));
    await userEvent.click(screen.getByText('Câu có trong mọi đề (0)'));
    await userEvent.click(screen.getByRole('checkbox', { name: /^1\. / }));
    const points = screen.getByLabelText(/^Điểm của câu 1 trong đề/);
    await fill(points, 'hai');
    await userEvent.tab();
    expect(points).toHaveAccessibleDescription(/điểm/);
    await fill(points, '2,5');
    await save();
    const [, quizModule] = (await saved()).modules;
    expect(quizModule?.lessons[0]).toHaveProperty('rule.paper.fixed', [
      { questionId: id(21), points: 2_500 },
    ]);
  });

  it('lets a question that was removed be taken off every paper', async () => {
    const document = structuredClone(course);
    const quiz = document.modules[1]?.lessons[0];
    if (quiz?.kind !== 'quiz') throw new Error('the sample has changed');
    quiz.rule.paper = { fixed: [{ questionId: id(77) }], draws: [], keepsOrder: false };
    has(document);
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Câu có trong mọi đề (1)'));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Câu đã xóa khỏi bài kiểm tra/ }));
    expect(screen.getByText('Câu có trong mọi đề (0)')).toBeVisible();
  });

  it('says at the field what is no network and no moment', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByText('Tùy chọn thêm'));
    const networks = screen.getByLabelText(/Chỉ làm từ các mạng này/);
    await fill(networks, '300.1.1.1');
    await userEvent.tab();
    expect(networks).toHaveAccessibleDescription(/không phải địa chỉ mạng/);
    const opens = screen.getByLabelText(/^Mở từ/);
    await fill(opens, 'mai');
    await userEvent.tab();
    expect(opens).toHaveAccessibleDescription(/Ghi giờ rồi ngày/);
  });

  it('takes an essay whose points are those of its rubric, and decimals', async () => {
    await open(`?bai=${id(3)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Thêm câu tự luận' }));
    await fill(await screen.findByLabelText('Đề bài tự luận'), 'Kể một việc khó.');
    await fill(screen.getByLabelText('Hướng dẫn chấm'), 'Tìm thời hạn.');
    await fill(screen.getByLabelText('Chấm điều gì'), 'Đủ ý');
    await fill(screen.getByLabelText('Điểm'), '1,5');
    await userEvent.click(screen.getByRole('button', { name: 'Thêm tiêu chí' }));
    const [, second] = await screen.findAllByLabelText('Chấm điều gì');
    await fill(second as HTMLElement, 'Rõ ràng');
    expect(screen.getByText('Tổng cộng: 2,5 điểm')).toBeVisible();
    await save();
    const [, quizModule] = (await saved()).modules;
    const [quiz] = quizModule?.lessons ?? [];
    expect(quiz?.kind === 'quiz' && quiz.questions.at(-1)).toMatchObject({
      kind: 'essay',
      points: 2_500,
      essay: { rubric: [{ points: 1_500 }, { points: 1_000 }] },
    });
  });

  it('takes whole numbers only and says which', async () => {
    await open(`?bai=${id(3)}`);
    const share = await screen.findByLabelText('Đạt từ (%)');
    await fill(share, '120');
    await userEvent.tab();
    expect(share).toHaveAccessibleDescription(/Nhập số nguyên từ 1 đến 100\./);
    await fill(share, '70');
    await save();
    const [, quizModule] = (await saved()).modules;
    expect(quizModule?.lessons[0]).toMatchObject({ rule: { passPercent: 70 } });
  });
});

describe('publishing', () => {
  const changes: Draft['changes'] = [{ kind: 'moved', what: 'lesson', where: ['K', 'P', 'Mã OTP'] }];
  const complete = {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      lessons: module.lessons.filter((one) => one.kind === 'quiz' || one.blocks.length > 0),
    })),
  };
  const ready = () => {
    has(complete, { changes });
    draft = { ...draft, course: { ...draft.course, hasUnpublishedChanges: true } };
  };
  const ask = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Xuất bản bản 4' }));
    return within(screen.getByRole('dialog', { name: 'Xuất bản bản 4?' }));
  };

  it('says who keeps which version and what changes, and then what the server said', async () => {
    ready();
    await open();
    const dialog = await ask();
    expect(dialog.getByText(/^119 học viên đã ghi danh giữ nguyên bản của mình/)).toBeVisible();
    expect(dialog.getByText('Bản 2: 19 học viên')).toBeVisible();
    expect(dialog.getByText('Đổi thứ tự bài “Mã OTP”.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Xuất bản bản 4' }));
    expect(await screen.findByRole('dialog', { name: 'Đã xuất bản bản 4' })).toBeVisible();
    expect(sent.map(({ path }) => path)).toEqual([`/studio/courses/${courseId}/versions`]);
  });

  it('shows the refusal of the server', async () => {
    ready();
    answer = () => problem('draft.incomplete', 422);
    await open();
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Xuất bản bản 4' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Bản nháp còn thiếu.');
  });

  it('is not offered while something is missing; the list leads there', async () => {
    await open();
    const dialog = await ask();
    expect(dialog.getByText(/Còn 1 việc cần làm/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Xuất bản bản 4' })).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Sửa tiếp' }));
    await userEvent.click(screen.getByRole('link', { name: /Thêm nội dung cho bài này/ }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Cuộc gọi lạ' })).toBeVisible();
  });

  it('is not offered when nothing has changed', async () => {
    has(complete);
    await open();
    expect((await ask()).getByText(/Chưa có gì để xuất bản/)).toBeVisible();
  });
});

describe('beside the draft', () => {
  it('each version shows what it changed on demand', async () => {
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Xem thay đổi của bản 2' }));
    expect(await screen.findByText('Thêm bài “Mã OTP” vào phần “Nhận biết”.')).toBeVisible();
  });

  it('a save of somebody else stops the page, offers the own words, and then the newer draft', async () => {
    answer = () => problem('draft.changed', 409);
    await open();
    const name = await screen.findByLabelText('Tên khóa (tiếng Việt)');
    await userEvent.type(name, ' của tôi');
    has({ ...course, title: { vi: 'Tên của người khác', en: 'Theirs' } }, { revision: 8 });
    await save();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Người khác vừa lưu bản nháp này');
    expect(alert).toHaveFocus();
    expect(name).toHaveAttribute('readonly');
    await userEvent.click(within(alert).getByRole('button', { name: 'Xem phần của tôi để chép' }));
    expect(screen.getByRole('dialog', { name: 'Phần của bạn' })).toHaveTextContent(
      'Điện thoại an toàn của tôi',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Đóng' }));
    await userEvent.click(screen.getByRole('button', { name: 'Mở bản mới' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Tên khóa (tiếng Việt)')).toHaveValue('Tên của người khác'),
    );
    expect(screen.getByText(/chưa vào bản nháp. Nó còn trên máy này/)).toBeVisible();
  });

  it('a trainer without the right to edit reads and changes nothing', async () => {
    has(withBlocks(block('note')), { abilities: { edit: false, publish: false } });
    await open(`?bai=${id(1)}`);
    expect(await screen.findByLabelText('Nội dung lưu ý')).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: /Lưu bản nháp|Xuất bản|Thêm khối/ })).toBeNull();
  });
});
