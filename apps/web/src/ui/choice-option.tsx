// One of several answers: a row as large as a thumb, of which every part is the target. It knows no question and no key:
// whoever shows it says whether it is chosen and, once that may be known, whether it is right.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import type { InputHTMLAttributes, ReactNode } from 'react';
import styles from './choice-option.module.css';
import { classNames } from './class-names.js';
import { VisuallyHidden } from './visually-hidden.js';

export interface ChoiceVerdict {
  isRight: boolean;
  /** For those who do not see the sign. */
  words: string;
}

export interface ChoiceOptionProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'size' | 'children'
> {
  children: ReactNode;
  /** Options of one `name` are radio buttons, of which one is chosen, unless several may be. */
  isMultiple?: boolean;
  size?: 'regular' | 'large';
  /** 'A' for the first option of a large list; for the eye only. */
  letter?: string;
  verdict?: ChoiceVerdict | null;
  /** Goes with the text: options in another language than the page. */
  textLang?: string;
}

/** The option; `checked`, `disabled`, `name` and `onChange` are those of its input. */
export function ChoiceOption({
  children,
  isMultiple = false,
  size = 'regular',
  letter,
  verdict,
  textLang,
  className,
  ...rest
}: ChoiceOptionProps) {
  return (
    <label className={classNames(styles['option'], size === 'large' && styles['large'], className)}>
      <input type={isMultiple ? 'checkbox' : 'radio'} {...rest} />
      {letter && (
        <span className={styles['letter']} aria-hidden="true">
          {letter}
        </span>
      )}
      <span className={styles['text']} lang={textLang}>
        {children}
      </span>
      {verdict && <Verdict {...verdict} />}
    </label>
  );
}

function Verdict({ isRight, words }: ChoiceVerdict) {
  const Icon = isRight ? IconCircleCheck : IconCircleX;
  return (
    <span className={classNames(styles['verdict'], isRight ? styles['right'] : styles['wrong'])}>
      <Icon size={22} aria-hidden="true" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
