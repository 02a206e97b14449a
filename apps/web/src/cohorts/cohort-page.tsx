// One cohort: how far its people are, by status, by commune and by organisation, and who they are.
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useRevalidator } from 'react-router';
import { Button } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { AddMembers } from './add-members.js';
import { CohortHead } from './cohort-head.js';
import styles from './cohort-page.module.css';
import { MembersView } from './members-view.js';
import { CommuneView, OrganisationView } from './part-views.js';
import { type CohortData, readCohort } from './read-cohort.js';
import { StatusCard } from './status-card.js';
import { ViewLinks } from './view-links.js';

/** The cohort, and the page of members that the address asks for. */
export const loader = readCohort;

/** The page is called after the cohort. */
export function title({ cohort }: CohortData): string {
  return cohort.name;
}

/** The page. */
export function Component() {
  const { t } = useTranslation('cohorts');
  const data = useLoaderData<CohortData>();
  const { revalidate } = useRevalidator();
  const [isAdding, setIsAdding] = useState(false);
  const { cohort, view } = data;
  const isBare = cohort.funnel.enrolled === 0;
  const add = cohort.abilities.addMembers && (
    <Button icon={<IconUserPlus size={20} aria-hidden="true" />} onClick={() => setIsAdding(true)}>
      {t('one.addMembers')}
    </Button>
  );
  return (
    <div className={styles['page']}>
      <CohortHead cohort={cohort} action={!isBare && add} />
      {isBare ? (
        <EmptyNotice title={t('one.nobody')} action={add}>
          {t('one.nobodyText')}
        </EmptyNotice>
      ) : (
        <>
          <StatusCard cohort={cohort} />
          <ViewLinks current={view} />
          {view === 'members' && <MembersView data={data} />}
          {view === 'communes' && <CommuneView cohort={cohort} />}
          {view === 'organisations' && <OrganisationView cohort={cohort} />}
        </>
      )}
      <AddMembers
        cohort={cohort}
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
        onAdded={() => void revalidate()}
      />
    </div>
  );
}
