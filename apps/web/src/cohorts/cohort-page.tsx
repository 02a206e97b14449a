// One cohort: how far its people are, by status, by commune and by organisation, and who they are.
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useRevalidator } from 'react-router';
import { Button } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { StaffPage } from '../ui/staff-page.js';
import { ViewLinks } from '../ui/view-links.js';
import { AddMembers } from './add-members.js';
import { CohortHead } from './cohort-head.js';
import { views, viewSearch } from './member-filters.js';
import { MembersView } from './members-view.js';
import { CommuneView, OrganisationView } from './part-views.js';
import { type CohortData, readCohort } from './read-cohort.js';
import { StatusCard } from './status-card.js';

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
    <StaffPage>
      <CohortHead cohort={cohort} action={!isBare && add} />
      {isBare ? (
        <EmptyNotice title={t('one.nobody')} action={add}>
          {t('one.nobodyText')}
        </EmptyNotice>
      ) : (
        <>
          <StatusCard cohort={cohort} />
          <ViewLinks
            label={t('one.views')}
            views={views}
            current={view}
            nameOf={(one) => t(`one.view.${one}`)}
            searchOf={viewSearch}
          />
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
    </StaffPage>
  );
}
