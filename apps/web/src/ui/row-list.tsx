// Rows of a staff page: a table from 768 px, a list of cards on phones; drawn once, as the width asks for. Knows no room: the words,
// the cells and the cards come from it.
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import table from './table.module.css';
import { useIsNarrow } from './use-is-narrow.js';

export interface Column<Row> {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** A number stands on the right; neither it nor a short state or button is ever in two lines. */
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
  /** A long list shows its rest at a press, and goes on at the first row of it. */
  first?: { count: number; more: (rest: number) => string };
}

interface ShapeProps<Row> extends RowListProps<Row> {
  /** What the row of that place takes besides. */
  extraOf: (place: number) => { tabIndex?: number; ref?: (row: HTMLElement | null) => void };
}

/** Whether the rest is there, and the focus on its first row: the button that had it is gone by then. */
function useRest(count: number | undefined) {
  const [isWhole, setIsWhole] = useState(false);
  const isAsked = useRef(false);
  const go = useCallback((row: HTMLElement | null) => {
    // Not again when the shape changes with the width.
    if (!row || !isAsked.current) return;
    isAsked.current = false;
    row.focus();
  }, []);
  const show = () => {
    isAsked.current = true;
    setIsWhole(true);
  };
  const extraOf = (place: number) => (isWhole && place === count ? { tabIndex: -1, ref: go } : {});
  return { isWhole, show, extraOf };
}

/** The rows in the shape for the screen. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, first } = props;
  const isNarrow = useIsNarrow();
  const { isWhole, show, extraOf } = useRest(first?.count);
  const shown = first && !isWhole ? rows.slice(0, first.count) : rows;
  const rest = rows.length - shown.length;
  return (
    <>
      {isNarrow ? (
        <Cards {...props} rows={shown} extraOf={extraOf} />
      ) : (
        <Table {...props} rows={shown} extraOf={extraOf} />
      )}
      {rest > 0 && (
        <div>
          <Button look="outlined" onClick={show}>
            {first?.more(rest)}
          </Button>
        </div>
      )}
    </>
  );
}

function Table<Row>({ rows, keyOf, columns, label, rowClass, extraOf }: ShapeProps<Row>) {
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
          {rows.map((row, place) => (
            <tr key={keyOf(row)} className={rowClass?.(row) || undefined} {...extraOf(place)}>
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

function Cards<Row>({ rows, keyOf, card, gap = 6, label, extraOf }: ShapeProps<Row>) {
  return (
    <ul className={table['list']} aria-label={label}>
      {rows.map((row, place) => (
        <li key={keyOf(row)} className={classNames(table['card'], gaps[gap])} {...extraOf(place)}>
          {card(row)}
        </li>
      ))}
    </ul>
  );
}
