// Revoking a role acts at once and can be undone for ten seconds by granting the same again.
import { accounts, type Grant, type PersonRow } from '@onetouch/contract';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { FormProblem } from '../ui/form-problem.js';
import { UndoBar } from '../ui/undo-bar.js';

export interface Refusal {
  grantId: Grant['id'];
  problem: Problem;
}

interface Revoked {
  person: PersonRow;
  grant: Grant;
}

/** Whom and what, as the server takes it. */
function grantBody({ person, grant }: Revoked) {
  const { role, place, organisation } = grant;
  const scope = place ? { placeId: place.id } : { organisationId: organisation?.id ?? '' };
  return { personId: person.id, role, scope };
}

/** The last revocation with its way back; `onChanged` is called after every answer of the server. */
export function useRevoking(onChanged: () => void) {
  const [revoked, setRevoked] = useState<Revoked | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [undoRefused, setUndoRefused] = useState<Problem | null>(null);
  const forget = useCallback(() => setRevoked(null), []);

  const revoke = async (person: PersonRow, grant: Grant) => {
    setRefused(null);
    setUndoRefused(null);
    try {
      await call(accounts.revokeGrant, { params: { grantId: grant.id } });
      setRevoked({ person, grant });
      onChanged();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setRefused({ grantId: grant.id, problem: error });
    }
  };
  const undo = async () => {
    if (!revoked) return;
    setRevoked(null);
    try {
      await call(accounts.grantRole, { body: grantBody(revoked) });
      onChanged();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setUndoRefused(error);
    }
  };
  return {
    revoked,
    refused,
    undoRefused,
    forget,
    revoke: (person: PersonRow, grant: Grant) => void revoke(person, grant),
    undo: () => void undo(),
  };
}

/** The bar with the way back; a way back that failed is said in its place. */
export function RevokedBar({ revoking }: { revoking: ReturnType<typeof useRevoking> }) {
  const { t } = useTranslation('accounts');
  const { revoked, undoRefused, forget, undo } = revoking;
  if (!revoked) return <FormProblem problem={undoRefused} />;
  const { person, grant } = revoked;
  return (
    <UndoBar key={grant.id} onUndo={undo} onGone={forget}>
      {t('people.revoked', { role: t(`role.${grant.role}`), name: person.fullName })}
    </UndoBar>
  );
}
