// A filter that is on or off; says so by a tick and `aria-pressed`, not by colour alone.
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.js';

export interface ChipProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  isOn?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}

/** A filter chip of 44 px. */
export function Chip({ isOn = false, icon, children, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isOn}
      className={classNames(styles['chip'], isOn && styles['on'], className)}
    >
      {isOn ? <IconCheck size={18} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

/** A native choice that looks like a chip; `value` empty means no filter. */
export function ChipSelect({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={classNames(styles['chip'], styles['select'], value !== '' && styles['on'])}
    >
      {children}
    </select>
  );
}
