// Choosing a place: by keyboard and by finger, without accents, by former names, and when there is no network.
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { fakeServer } from '../../test/server.js';
import { loadWords, startWords } from '../platform/i18n.js';
import { type Home, HomePlace } from './home-place.js';
import { placesFor } from './places.sample.js';

let server: ReturnType<typeof fakeServer>;
let home: Home;

function Form() {
  const [value, setValue] = useState<Home>({ province: null, commune: null });
  return (
    <HomePlace
      id="noi-o"
      value={value}
      onChange={(next) => {
        home = next;
        setValue(next);
      }}
    />
  );
}

const province = () => screen.getByRole('combobox', { name: 'Tỉnh, thành phố' });
const commune = () => screen.getByRole('combobox', { name: /Xã, phường/ });

beforeAll(async () => {
  await startWords();
  await loadWords('places');
});
beforeEach(() => {
  server = fakeServer({ 'GET /places': ({ query }) => placesFor(query.get('q')) });
  home = { province: null, commune: null };
  render(<Form />);
});

describe('choosing where one lives', () => {
  it('finds a province without accents, and Enter takes the first line', async () => {
    const answering = globalThis.fetch;
    const gate = Promise.withResolvers<void>();
    globalThis.fetch = async (...asked) => {
      await gate.promise;
      return answering(...asked);
    };
    await userEvent.type(province(), 'lao');
    await userEvent.keyboard('{Enter}');
    expect(home.province).toBeNull();
    gate.resolve();
    expect(await screen.findByRole('option', { selected: true })).toHaveTextContent('Tỉnh Lào Cai');
    await userEvent.keyboard('{Enter}');
    expect(home.province?.id).toBe('p34-15');
    expect(province()).toHaveValue('Tỉnh Lào Cai');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('asks once for a word that is typed in one go', async () => {
    // In one go on any machine: nothing else has its turn between the letters.
    for (const value of ['l', 'la', 'lao']) fireEvent.change(province(), { target: { value } });
    await screen.findByRole('option');
    expect(server.asked.map(({ query }) => query.get('q')).filter(Boolean)).toEqual(['lao']);
  });

  it('leads from a province of before to the one of today, and says so', async () => {
    await userEvent.type(province(), 'yen');
    await userEvent.click(await screen.findByRole('option', { name: /Tỉnh Yên Bái Nay là Tỉnh Lào Cai/ }));
    expect(home.province).toMatchObject({ id: 'p34-15', fullName: 'Tỉnh Lào Cai' });
    expect(
      screen.getByText('Tỉnh Yên Bái đã sáp nhập. Đã chọn đơn vị hiện nay: Tỉnh Lào Cai.'),
    ).toBeVisible();
  });

  it('shows the whole list at the arrow key; arrows walk it and Escape leaves it', async () => {
    province().focus();
    await userEvent.keyboard('{ArrowDown}');
    const options = await screen.findAllByRole('option');
    expect(province()).toHaveAttribute('aria-expanded', 'true');
    expect(province()).not.toHaveAttribute('aria-activedescendant');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(province()).toHaveAttribute('aria-activedescendant', options[1]?.id);
    await userEvent.keyboard('{ArrowUp}');
    expect(province()).toHaveAttribute('aria-activedescendant', options[0]?.id);
    await userEvent.keyboard('{Escape}');
    expect(province()).toHaveAttribute('aria-expanded', 'false');
    expect(province()).toHaveFocus();
  });

  it('looks for communes in the chosen province only, and another province empties the commune', async () => {
    await userEvent.type(province(), 'lao');
    await userEvent.click(await screen.findByRole('option'));
    await userEvent.type(commune(), 'hop');
    await userEvent.click(await screen.findByRole('option', { name: 'Xã Hợp Thành' }));
    expect(home.commune?.id).toBe('c-02680');
    const query = server.asked.at(-1)?.query;
    expect([query?.get('under'), query?.get('level')]).toEqual(['p34-15', 'commune']);
    await userEvent.click(screen.getByRole('button', { name: 'Xóa chữ đã gõ: Tỉnh, thành phố' }));
    expect(home).toEqual({ province: null, commune: null });
  });

  it('takes a choice back as soon as the name is changed', async () => {
    await userEvent.type(province(), 'lao');
    await userEvent.click(await screen.findByRole('option'));
    await userEvent.type(province(), 'x');
    expect(home.province).toBeNull();
  });

  it('says that nothing has that name', async () => {
    await userEvent.type(province(), 'zzz');
    expect(await screen.findByText(/Không có trong danh sách/)).toBeVisible();
  });

  it('says that there is no network, and asks again at a press', async () => {
    delete server.answers['GET /places'];
    await userEvent.type(province(), 'lao');
    expect(await screen.findByText(/Đang mất mạng/)).toBeVisible();
    server.answers['GET /places'] = ({ query }) => placesFor(query.get('q'));
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await waitFor(() => expect(screen.getByRole('option')).toHaveTextContent('Tỉnh Lào Cai'));
  });
});
