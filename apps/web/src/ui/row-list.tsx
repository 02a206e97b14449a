// Rows of a staff page: a table from 768 px, a list of cards on phones; drawn once, as the width asks for. Knows no room: the words,
// the cells and the cards come from it.
import { type ReactNode, useState } from 'react';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import table from './table.module.css';
import { useIsNarrow } from './use-is-narrow.js';

export interface Column<Row> {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** A number stands on the right; neither it nor a short state is ever in two lines. */
  look?: 'number' | 'short';
  sorted?: 'ascending' | 'descending' | undefined;
  /** For all cells of the column. */
  className?: string | undefined;
}

export interface RowListProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The first one names the row; what is false or null is not there for this reader. */
  columns: readonly (Column<Row> | false | null)[];
  /** What a phone shows of a row, as lines under each other. */
  card: (row: Row) => ReactNode;
  /** Between the lines of a card, in px. */
  gap?: 4 | 6 | 8;
  /** Where no heading names the list. */
  label?: string;
  rowClass?: (row: Row) => string | false | undefined;
  /** A long list shows its rest at a press. */
  first?: { count: number; more: (rest: number) => string };
}

/** The rows in the shape for the screen. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, first } = props;
  const isNarrow = useIsNarrow();
  const [isWhole, setIsWhole] = useState(false);
  const shown = first && !isWhole ? rows.slice(0, first.count) : rows;
  const rest = rows.length - shown.length;
  return (
    <>
      {isNarrow ? <Cards {...props} rows={shown} /> : <Table {...props} rows={shown} />}
      {rest > 0 && (
        <div>
          <Button look="outlined" onClick={() => setIsWhole(true)}>
            {first?.more(rest)}
          </Button>
        </div>
      )}
    </>
  );
}

function Table<Row>({ rows, keyOf, columns, label, rowClass }: RowListProps<Row>) {
  const shown = columns.filter((column) => column !== false && column !== null);
  const classOf = ({ look, className }: Column<Row>) =>
    classNames(look && table[look], className) || undefined;
  return (
    <div className={table['frame']}>
      <table className={table['table']} aria-label={label}>
        <thead>
          <tr>
            {shown.map((column, index) => (
              <th key={index} scope="col" aria-sort={column.sorted} className={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={rowClass?.(row) || undefined}>
              {shown.map((column, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={index} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const gaps = { 4: table['gap4'], 6: table['gap6'], 8: table['gap8'] };

function Cards<Row>({ rows, keyOf, card, gap = 6, label }: RowListProps<Row>) {
  return (
    <ul className={table['list']} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={classNames(table['card'], gaps[gap])}>
          {card(row)}
        </li>
      ))}
    </ul>
  );
}
