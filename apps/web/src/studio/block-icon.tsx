// The picture that stands beside the word for a kind of block.
import type { Block } from '@onetouch/contract';
import IconAlignLeft from '@tabler/icons-react/dist/esm/icons/IconAlignLeft.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';

const icons = {
  text: IconAlignLeft,
  note: IconBulb,
  steps: IconListNumbers,
  check: IconHelpCircle,
  message: IconMessage,
  image: IconPhoto,
  video: IconVideo,
  sheet: IconFileText,
} as const satisfies Record<Block['type'], unknown>;

/** The icon of a kind of block; decorative. */
export function BlockIcon({ type }: { type: Block['type'] }) {
  const Icon = icons[type];
  return <Icon size={20} aria-hidden="true" />;
}
