// The rows of a page as people meet them: as a table, as cards, and when there are many.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { RowList, type RowListProps } from './row-list.js';
import { RowName } from './row-name.js';

interface Fruit {
  name: string;
  kilos: number;
}
const fruits: Fruit[] = [
  { name: 'Vải', kilos: 30 },
  { name: 'Mận', kilos: 12 },
  { name: 'Lê', kilos: 7 },
];

function show(changes: Partial<RowListProps<Fruit>> = {}) {
  render(
    <RowList
      rows={fruits}
      keyOf={({ name }) => name}
      label="Quả"
      columns={[
        { head: 'Tên', sorted: 'ascending', cell: ({ name }) => <RowName to={`/${name}`}>{name}</RowName> },
        { head: 'Cân', look: 'number', cell: ({ kilos }) => kilos },
        null,
      ]}
      card={({ name, kilos }) => (
        <RowName to={`/${name}`} small={[`${kilos} kg`, '', null]}>
          {name}
        </RowName>
      )}
      {...changes}
    />,
    { wrapper: MemoryRouter },
  );
}

describe('the rows on a wide screen', () => {
  it('are a table whose columns and rows have heads of their own', () => {
    show();
    const table = screen.getByRole('table', { name: 'Quả' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(2);
    expect(screen.getByRole('columnheader', { name: 'Tên' })).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByRole('columnheader', { name: 'Cân' })).not.toHaveAttribute('aria-sort');
    const row = screen.getByRole('row', { name: 'Mận 12' });
    expect(within(row).getByRole('rowheader', { name: 'Mận' })).toHaveAttribute('scope', 'row');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('show the first ones, and the rest at a press, with the focus on the first of it', async () => {
    show({ first: { count: 1, more: (rest) => `Xem ${rest} quả nữa` } });
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
    screen.getByRole('button', { name: 'Xem 2 quả nữa' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getAllByRole('rowheader')).toHaveLength(3);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('row', { name: 'Mận 12' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Mận' })).toHaveFocus();
  });
});

describe('the rows on a phone', () => {
  const wide = window.matchMedia;
  beforeEach(() => {
    window.matchMedia = jest.fn((query: string) => Object.assign(wide(query), { matches: true }));
  });
  afterEach(() => {
    window.matchMedia = wide;
  });

  it('are a list of cards, without what is empty', () => {
    show();
    const cards = within(screen.getByRole('list', { name: 'Quả' })).getAllByRole('listitem');
    expect(cards.map(({ textContent }) => textContent)).toEqual(['Vải30 kg', 'Mận12 kg', 'Lê7 kg']);
    expect(screen.getByRole('link', { name: 'Lê' })).toBeVisible();
    expect(cards[0]?.children).toHaveLength(2);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('show the rest at a press, with the focus on the first of it', async () => {
    show({ first: { count: 2, more: (rest) => `Xem ${rest} quả nữa` } });
    await userEvent.click(screen.getByRole('button', { name: 'Xem 1 quả nữa' }));
    const cards = screen.getAllByRole('listitem');
    expect(cards).toHaveLength(3);
    expect(cards[2]).toHaveFocus();
  });
});
