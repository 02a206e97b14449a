// The actions that every movable part has: up, down, away. Words come from the room's file.
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useTranslation } from 'react-i18next';
import type { Step } from './document-edits.js';
import type { PartAction } from './part-menu.js';

export interface MovableFacts {
  move: (step: Step) => void;
  remove: () => void;
  /** "Xóa khối", "Xóa bài". */
  removeLabel: string;
}

/** Up, down and removing, as items of a menu. */
export function useMovableActions(): (facts: MovableFacts) => PartAction[] {
  const { t } = useTranslation('studio');
  return ({ move, remove, removeLabel }) => [
    { label: t('action.up'), icon: <IconArrowUp size={20} aria-hidden="true" />, onChoose: () => move(-1) },
    {
      label: t('action.down'),
      icon: <IconArrowDown size={20} aria-hidden="true" />,
      onChoose: () => move(1),
    },
    {
      label: removeLabel,
      icon: <IconTrash size={20} aria-hidden="true" />,
      onChoose: remove,
      isDanger: true,
    },
  ];
}
