// A short list inside a block or a question: items that are known by their place, moved by Alt with an arrow or by the menu.
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { inserted, stepped } from './document-edits.js';
import styles from './item-list.module.css';
import { useMovableActions } from './part-actions.js';
import { movesByKey, PartMenu } from './part-menu.js';
import { fieldId, focusSoon } from './place.js';
import { useStudio } from './studio-context.js';

export interface ItemListProps<T> {
  /** The part that the list belongs to; the list itself is a field of it. */
  of: [partId: string, field: string];
  items: T[];
  onChange: (items: T[]) => void;
  /** "Bước 2". */
  nameOf: (number: number) => string;
  /** The field of an item that takes the focus. */
  fieldOf: (item: T, index: number) => string;
  keyOf?: (item: T) => string;
  newItem: () => T;
  addLabel: string;
  removeLabel: string;
  max: number;
  children: (item: T, index: number, change: (item: T) => void) => ReactNode;
}

/** The items with their menus, and the button for another one. */
export function ItemList<T>(props: ItemListProps<T>) {
  const { of, items, onChange, fieldOf, keyOf, newItem, addLabel, max } = props;
  const { t } = useTranslation('studio');
  const { say, isFrozen } = useStudio();
  const latest = useLatest(props);
  const add = () => {
    if (items.length >= max) return say(t('said.full'));
    const item = newItem();
    onChange([...items, item]);
    focusSoon(fieldId(of[0], fieldOf(item, items.length)));
  };
  return (
    <>
      <ol className={styles['list']}>
        {items.map((item, index) => (
          <Item key={keyOf?.(item) ?? index} {...{ props, latest, item, index }} />
        ))}
      </ol>
      {!isFrozen && (
        <div>
          <Button
            id={fieldId(...of)}
            look="outlined"
            icon={<IconPlus size={18} aria-hidden="true" />}
            onClick={add}
          >
            {addLabel}
          </Button>
        </div>
      )}
    </>
  );
}

interface ItemProps<T> {
  props: ItemListProps<T>;
  latest: RefObject<ItemListProps<T>>;
  item: T;
  index: number;
}

/** The list as it is now, for whoever comes back to it later. */
function useLatest<T>(props: ItemListProps<T>) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return latest;
}

function Item<T>({ props, latest, item, index }: ItemProps<T>) {
  const { of, items, onChange, nameOf, fieldOf, keyOf, removeLabel, children } = props;
  const { t } = useTranslation('studio');
  const { say, offerUndo, isFrozen } = useStudio();
  const actionsOf = useMovableActions();
  const name = nameOf(index + 1);
  const focus = (one: T | undefined, place: number) =>
    focusSoon(...(one === undefined ? [] : [fieldId(of[0], fieldOf(one, place))]), fieldId(...of));
  const move = (step: -1 | 1) => {
    const next = stepped(items, index, step);
    if (next === items) return;
    onChange(next);
    say(t('said.moved', { name, number: index + 1 + step, count: items.length }));
    // Items without a name of their own stay where they are and exchange their words.
    if (!keyOf) focus(item, index + step);
  };
  const remove = () => {
    const next = items.filter((_, place) => place !== index);
    onChange(next);
    offerUndo(t('said.removed', { name }), () => {
      const { items: now, onChange: change } = latest.current;
      change(inserted(now, index, item));
    });
    focus(next[index] ?? next.at(-1), Math.min(index, next.length - 1));
  };
  return (
    // Keys bubble up from the fields inside.
    <li className={styles['item']} onKeyDown={isFrozen ? undefined : movesByKey(move)}>
      <div className={styles['fields']}>
        {children(item, index, (changed) => onChange(items.map((one, at) => (at === index ? changed : one))))}
      </div>
      {!isFrozen && (
        <PartMenu label={t('action.more', { name })} actions={actionsOf({ move, remove, removeLabel })} />
      )}
    </li>
  );
}
