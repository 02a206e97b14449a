// People of the cohort's place who are not members yet, searched by name and chosen one by one.
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { cohorts, limits, type CohortDetail } from '@onetouch/contract';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { RadioCard } from '../ui/choices.js';
import { dotted } from '../ui/dotted.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextInput } from '../ui/text-input.js';
import { useFound } from '../ui/use-found.js';
import styles from './add-members.module.css';
import type { Adding } from './use-adding.js';

interface FindProps {
  cohort: CohortDetail;
  adding: Adding;
}

/** Search, list, and those chosen so far. */
export function FindPeople({ cohort, adding }: FindProps) {
  const { t } = useTranslation('cohorts');
  const { t: shell } = useTranslation('shell');
  const [typed, setTyped] = useState('');
  const find = useCallback(
    async (q: string, signal: AbortSignal) => {
      const params = { cohortId: cohort.id };
      return (await call(cohorts.candidates, { params, query: { q } }, { signal })).items;
    },
    [cohort.id],
  );
  const words = typed.trim();
  const isAsking = words.length >= 2;
  const { items, isNewest, problem, retry } = useFound(find, words, isAsking);
  const found = isAsking ? items : [];
  const where = cohort.organisation?.name ?? cohort.place.fullName;
  return (
    <>
      <div>
        <TextInput
          type="search"
          label={t('add.findLabel')}
          hint={t('add.findHint', { place: where })}
          autoComplete="off"
          value={typed}
          maxLength={limits.searchLength}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p role="status" className={styles['line']}>
          {isAsking && isNewest && !problem && found.length === 0 && t('add.findNone')}
          {isAsking && isNewest && found.length > 0 && t('add.found', { count: found.length })}
        </p>
        <div className={styles['found']}>
          {found.map((person) => (
            <RadioCard
              key={person.id}
              isMultiple
              title={person.fullName}
              checked={adding.chosen.some(({ id }) => id === person.id)}
              onChange={() => adding.turn(person)}
            >
              {dotted(
                person.place?.fullName,
                person.organisationName,
                person.loginMasked,
                person.isDemonstration && t('members.demonstration'),
              )}
            </RadioCard>
          ))}
        </div>
      </div>
      {isAsking && problem && (
        <div>
          <FormProblem problem={problem} />
          <Button look="text" onClick={retry}>
            {shell('state.retry')}
          </Button>
        </div>
      )}
      <Chosen adding={adding} />
    </>
  );
}

function Chosen({ adding: { chosen, turn } }: { adding: Adding }) {
  const { t } = useTranslation('cohorts');
  return (
    <div>
      <p role="status" className={styles['strong']}>
        {chosen.length > 0 && t('add.chosen', { count: chosen.length, number: formatNumber(chosen.length) })}
      </p>
      {chosen.length > 0 && (
        <ul aria-label={t('add.chosenList')} className={styles['chosen']}>
          {chosen.map((person) => (
            <li key={person.id}>
              <Button
                look="outlined"
                aria-label={t('add.drop', { name: person.fullName })}
                iconAfter={<IconX size={18} aria-hidden="true" />}
                onClick={() => turn(person)}
              >
                {person.fullName}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
