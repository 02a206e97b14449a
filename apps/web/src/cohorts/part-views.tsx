// The figures by commune and by organisation; a line leads to its people.
import type { CohortDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { names } from './member-filters.js';
import { type Part, PartTable } from './part-table.js';

/** By commune. */
export function CommuneView({ cohort: { byCommune } }: { cohort: CohortDetail }) {
  const { t } = useTranslation('cohorts');
  const parts = byCommune.map(({ ref, funnel }): Part => ({
    key: ref?.id ?? '',
    name: ref?.fullName ?? t('part.noCommune'),
    search: ref && `?${names.commune}=${encodeURIComponent(ref.id)}`,
    funnel,
  }));
  return <PartTable heading={t('one.view.communes')} column={t('part.commune')} parts={parts} />;
}

/** By organisation, as people named theirs. */
export function OrganisationView({ cohort: { byOrganisation } }: { cohort: CohortDetail }) {
  const { t } = useTranslation('cohorts');
  const parts = byOrganisation.map(({ name, funnel }): Part => ({
    key: name,
    name: name || t('part.noOrganisation'),
    search: name ? `?${names.organisation}=${encodeURIComponent(name)}` : null,
    funnel,
  }));
  return <PartTable heading={t('one.view.organisations')} column={t('part.organisation')} parts={parts} />;
}
