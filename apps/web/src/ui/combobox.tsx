// A field with a list that is searched while typing, after the ARIA pattern: the focus stays in the field, arrow keys walk
// the list, Enter takes, Escape closes. Weighs 2 KB where a kit's combobox weighs 44. Knows nothing of what is listed.
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../platform/problem-words.js';
import { Button, IconButton } from './button.js';
import { classNames } from './class-names.js';
import styles from './combobox.module.css';
import { Field, type FieldFacts } from './field.js';
import fieldStyles from './field.module.css';
import { type Find, useFound } from './use-found.js';
import { VisuallyHidden } from './visually-hidden.js';

export interface Option<T> {
  key: string;
  label: string;
  /** A second line: where it is, what it became. */
  note?: string | undefined;
  value: T;
}

export interface ComboboxProps<T> extends FieldFacts {
  /** What stands in the field. */
  text: string;
  /** The text is a chosen option: opening the list then shows all of it. */
  isChosen: boolean;
  /** What is typed counts by itself: nothing is taken that was not walked to. */
  isFree?: boolean;
  find: Find<Option<T>>;
  onText: (text: string) => void;
  onChoose: (value: T) => void;
  onLeave?: (() => void) | undefined;
}

/** The field with its list; `find` must keep its identity while it means the same. */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { label, hint, error, isOptional, id, text, onText, onLeave } = props;
  const { t } = useTranslation('shell');
  const input = useRef<HTMLInputElement>(null);
  const list = useComboboxList(props);
  return (
    <Field {...{ label, hint, error, isOptional, id }}>
      {(own) => (
        <>
          <div className={classNames(styles['frame'], fieldStyles['withAfter'])}>
            <input
              {...own}
              ref={input}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={list.isShown}
              aria-controls={list.isShown ? `${own.id}-list` : undefined}
              aria-activedescendant={
                list.isShown && list.active >= 0 ? `${own.id}-${list.active}` : undefined
              }
              autoComplete="off"
              spellCheck={false}
              className={fieldStyles['input']}
              value={text}
              onChange={({ target }) => {
                onText(target.value);
                list.open();
              }}
              onClick={list.open}
              onKeyDown={list.onKeyDown}
              onBlur={() => {
                list.close();
                onLeave?.();
              }}
            />
            {text !== '' && (
              <IconButton
                className={fieldStyles['after']}
                label={`${t('combobox.clear')}: ${label}`}
                icon={<IconX size={20} aria-hidden="true" />}
                onClick={() => {
                  onText('');
                  input.current?.focus();
                  list.open();
                }}
              />
            )}
            {list.isShown && <Options id={own.id} label={label} list={list} />}
          </div>
          <ListState list={list} isFree={props.isFree ?? false} />
        </>
      )}
    </Field>
  );
}

type List<T> = ReturnType<typeof useComboboxList<T>>;

function useComboboxList<T>({ text, isChosen, isFree, find, onChoose }: ComboboxProps<T>) {
  const [isOpen, setIsOpen] = useState(false);
  const [walked, setWalked] = useState<{ key: string; words: string } | null>(null);
  const words = isChosen ? '' : text.trim();
  const found = useFound(find, words, isOpen);
  const { items, isNewest } = found;
  const walkedTo = walked?.words === words ? items.findIndex(({ key }) => key === walked.key) : -1;
  // Whoever typed words for a list means its first line, unless the words count by themselves.
  const first = !isFree && words !== '' && isNewest && items.length > 0 ? 0 : -1;
  const active = walkedTo >= 0 ? walkedTo : first;

  const close = () => {
    setIsOpen(false);
    setWalked(null);
  };
  const take = (option: Option<T> | undefined) => {
    if (!option) return;
    onChoose(option.value);
    close();
  };
  const walk = (step: 1 | -1) => {
    if (!isOpen) return setIsOpen(true);
    const from = active < 0 && step < 0 ? 0 : active;
    const option = items[(from + step + items.length) % items.length];
    if (option) setWalked({ key: option.key, words });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTaking = event.key === 'Enter' && isOpen && active >= 0;
    const isClosing = event.key === 'Escape' && isOpen;
    const isWalking = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    // Enter before the matches have come must not send the form.
    const isEarly = event.key === 'Enter' && isOpen && !isFree && words !== '' && !isNewest;
    if (!isTaking && !isClosing && !isWalking && !isEarly) return;
    event.preventDefault();
    if (isTaking) take(items[active]);
    else if (isClosing) close();
    else if (isWalking) walk(event.key === 'ArrowDown' ? 1 : -1);
  };
  const isShown = isOpen && items.length > 0;
  return { ...found, isOpen, isShown, active, open: () => setIsOpen(true), close, take, onKeyDown };
}

function Options<T>({ id, label, list }: { id: string; label: string; list: List<T> }) {
  const box = useRef<HTMLDivElement>(null);
  const { active } = list;
  useEffect(() => {
    box.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    // The focus stays in the field, so the list and its options take none.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={box}
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      className={styles['list']}
      onMouseDown={(event) => event.preventDefault()}
    >
      {list.items.map((option, index) => (
        // eslint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
        <div
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles['option']}
          onClick={() => list.take(option)}
        >
          <span>{option.label}</span>
          {option.note && <span className={styles['note']}>{option.note}</span>}
        </div>
      ))}
    </div>
  );
}

/** How the search goes, in words: seen when there is nothing to choose, only heard when there is. */
function ListState<T>({ list, isFree }: { list: List<T>; isFree: boolean }) {
  const { t } = useTranslation('shell');
  const { isOpen, isNewest, items, problem, retry } = list;
  const isNothing = isOpen && isNewest && !problem && items.length === 0;
  return (
    <div className={styles['line']} role="status">
      {isOpen && !isNewest && items.length === 0 && t('combobox.searching')}
      {isNothing && !isFree && t('combobox.none')}
      {isOpen && isNewest && items.length > 0 && (
        <VisuallyHidden>{t('combobox.count', { count: items.length })}</VisuallyHidden>
      )}
      {isOpen && problem && (
        <>
          {problemWords(problem)}{' '}
          <Button look="text" onMouseDown={(event) => event.preventDefault()} onClick={retry}>
            {t('state.retry')}
          </Button>
        </>
      )}
    </div>
  );
}
