// Own exams in a list and as a card elsewhere: name, when, where, state, and the one next step.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sitting } from '@onetouch/contract';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { loadWords, startWords } from '../platform/i18n.js';
import { setMe } from '../platform/session.js';
import { fillSlots, PageSlot, type SlotName } from '../ui/page-slot.js';
import { NextExamCard } from './next-exam-card.js';
import { nextSitting, phaseOf } from './phase.js';
import {
  attemptId,
  ExamServer,
  giveCaches,
  giveCrypto,
  lan,
  minutes,
  sampleSitting,
  sittingId,
  start,
} from './sittings.sample.js';

let server: ExamServer;
const iso = (time: number) => new Date(time).toISOString();
const open = async () =>
  showPage({
    at: paths.sittings(),
    path: patterns.sittings,
    words: ['sittings'],
    module: await import('./sittings-page.js'),
    others: [patterns.sitting, patterns.checkIn],
  });
const row = async () => screen.findByRole('listitem', { name: 'Thi cuối khóa xã Hợp Thành' });

beforeEach(() => {
  giveCrypto(true);
  giveCaches();
  setMe(lan);
  server = new ExamServer(sampleSitting());
  server.at(start - minutes(20));
});
afterEach(() => {
  cleanup();
  setMe(null);
  Reflect.deleteProperty(globalThis, 'caches');
});

describe('the phase of a sitting', () => {
  const checkedIn = { checkedInAt: iso(start - minutes(10)) };
  it.each<[string, Partial<Sitting>, number, string]>([
    ['before check-in', {}, -31, 'upcoming'],
    ['from the opening of check-in on', {}, -30, 'check-in'],
    ['late', {}, 5, 'check-in'],
    ['after the close', {}, 60, 'missed'],
    ['checked in', checkedIn, -1, 'waiting'],
    ['at the start, before the own turn', { ...checkedIn, waitMs: 20_000 }, 0, 'waiting'],
    ['at the own turn', { ...checkedIn, waitMs: 20_000 }, 20 / 60, 'starting'],
    ['restarted after the close', checkedIn, 70, 'starting'],
    ['long after the close', checkedIn, 80, 'missed'],
    ['at work', { ...checkedIn, attemptId }, 5, 'working'],
    ['handed in', { ...checkedIn, attemptId, submittedAt: iso(start) }, 500, 'submitted'],
  ])('%s', (_name, change, at, phase) => {
    expect(phaseOf(sampleSitting(change), start + minutes(at))).toBe(phase);
  });

  it('of several exams the nearest that is not over matters', () => {
    const at = (days: number, change: Partial<Sitting> = {}) => {
      const startsAt = iso(start + days * 24 * minutes(60));
      const closesAt = iso(Date.parse(startsAt) + minutes(60));
      return sampleSitting({ id: String(days), ...change }, { startsAt, closesAt, checkInOpensAt: startsAt });
    };
    const handedIn = at(0, { attemptId, submittedAt: iso(start) });
    expect(nextSitting([at(3), at(1), handedIn, at(-2)], start)?.id).toBe('1');
    expect(nextSitting([handedIn], start)).toBeUndefined();
  });
});

describe('the list', () => {
  it('says when, where, in which state, and what to do next', async () => {
    await open();
    const mine = within(await row());
    expect(mine.getByText('Hôm nay, 08:00')).toBeVisible();
    expect(mine.getByText('Phòng 2')).toBeVisible();
    expect(mine.getByText('Xã Hợp Thành, tỉnh Thanh Lam')).toBeVisible();
    expect(mine.getByText('Đang điểm danh')).toBeVisible();
    expect(mine.getByRole('link', { name: 'Điểm danh' })).toHaveAttribute('href', paths.checkIn());
  });

  it.each<[string, Partial<Sitting>, number, string]>([
    ['Vào phòng chờ', { checkedInAt: iso(start) }, -5, paths.sitting(sittingId)],
    ['Vào thi', { checkedInAt: iso(start) }, 1, paths.sitting(sittingId)],
    ['Làm tiếp', { checkedInAt: iso(start), attemptId }, 5, paths.attempt(attemptId)],
    ['Xem trang kết quả', { attemptId, submittedAt: iso(start) }, 25, paths.result(attemptId)],
    ['Xem kỳ thi', {}, -300, paths.sitting(sittingId)],
  ])('offers "%s"', async (name, change, at, href) => {
    server.sitting = sampleSitting(change);
    server.at(start + minutes(at));
    await open();
    expect(within(await row()).getByRole('link', { name })).toHaveAttribute('href', href);
  });

  it('changes by itself when the exam begins', async () => {
    server.sitting = sampleSitting({ checkedInAt: iso(start) });
    await open();
    const mine = within(await row());
    expect(mine.getByRole('link', { name: 'Vào phòng chờ' })).toBeVisible();
    act(() => server.at(start + 1));
    expect(await mine.findByRole('link', { name: 'Vào thi' })).toBeVisible();
  });

  it('says when check-in opens, tomorrow as tomorrow and later days by name', async () => {
    server.at(start - 24 * minutes(60));
    await open();
    expect(within(await row()).getByText('Ngày mai, 08:00')).toBeVisible();
    expect(screen.getByText('Điểm danh mở lúc 07:30, 21/11/2026.')).toBeVisible();
    cleanup();
    server.at(start - 5 * 24 * minutes(60));
    await open();
    expect(within(await row()).getByText('Thứ Bảy 21/11/2026, 08:00')).toBeVisible();
  });

  it('without an exam leads to the code of a room', async () => {
    const answer = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      String(input).endsWith('/sittings')
        ? Promise.resolve(new Response(JSON.stringify({ items: [] })))
        : answer(input, init);
    await open();
    expect(await screen.findByText('Chưa có kỳ thi nào')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nhập mã điểm danh' })).toHaveAttribute('href', paths.checkIn());
  });

  it('shows the copy of this device without a network, and says how old it is', async () => {
    await open();
    await row();
    cleanup();
    server.isReachable = false;
    await open();
    expect(await row()).toBeVisible();
    expect(screen.getByText(/Đang mất mạng. Đây là bản lưu trên máy lúc/)).toBeVisible();
  });
});

describe('the card on other pages', () => {
  function Page({ slot }: { slot: SlotName }) {
    const [isTaken, setIsTaken] = useState(false);
    return (
      <MemoryRouter>
        <PageSlot slot={slot} onMain={setIsTaken} />
        <p>{isTaken ? 'taken' : 'free'}</p>
      </MemoryRouter>
    );
  }
  const show = async (slot: SlotName) => {
    await startWords();
    await loadWords('sittings');
    fillSlots(() => Promise.resolve(NextExamCard));
    await act(async () => void render(<Page slot={slot} />));
  };
  const card = () => screen.findByRole('region', { name: 'Thi cuối khóa xã Hợp Thành' });

  it('takes the main button of the page while check-in is open', async () => {
    await show('home');
    expect(within(await card()).getByRole('link', { name: 'Điểm danh' })).toBeVisible();
    expect(screen.getByText(/Phòng 2, Xã Hợp Thành/)).toBeVisible();
    expect(await screen.findByText('taken')).toBeVisible();
  });

  it('is on the front door two days before, and leaves the main button where it is', async () => {
    server.at(start - 47 * minutes(60));
    await show('home');
    expect(within(await card()).getByRole('link', { name: 'Xem kỳ thi' })).toBeVisible();
    expect(screen.getByText('free')).toBeVisible();
  });

  it('is not on the front door before that, but with own learning', async () => {
    server.at(start - 49 * minutes(60));
    await show('home');
    await waitFor(() => expect(server.sent('/sittings')).toHaveLength(1));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    cleanup();
    await show('learning');
    expect(await card()).toBeVisible();
  });

  it('leads to past exams from own learning', async () => {
    server.at(start + minutes(600));
    await show('learning');
    expect(await screen.findByRole('link', { name: 'Kỳ thi của tôi (1)' })).toHaveAttribute(
      'href',
      paths.sittings(),
    );
  });

  it('asks nothing for a visitor', async () => {
    setMe(null);
    await show('home');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.asked).toEqual([]);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
