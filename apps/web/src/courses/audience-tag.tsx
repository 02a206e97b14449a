// Whom a course is for, in a word and a picture.
import type { Audience } from '@onetouch/contract';
import IconBuildingBank from '@tabler/icons-react/dist/esm/icons/IconBuildingBank.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/tag.js';
import { setOf } from './course-look.js';

const icons = { government: IconBuildingBank, sme: IconBuildingStore, resident: IconUsers } as const;
const tones = { cham: 'cham', nghe: 'nghe', la: 'la', da: 'plain' } as const;

/** A tag with the colour set of the audience. */
export function AudienceTag({ audience }: { audience: Audience }) {
  const { t } = useTranslation('shell');
  const Icon = icons[audience];
  return (
    <Tag tone={tones[setOf[audience]]} icon={<Icon size={16} aria-hidden="true" />}>
      {t(`audience.${audience}`)}
    </Tag>
  );
}
