// What is said about the course as a whole: title, summary, what learners will be able to do.
import { limits, type CourseDocument, type Localized } from '@onetouch/contract';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { inserted, stepped } from './document-edits.js';
import styles from './editor.module.css';
import { LocalizedField } from './fields.js';
import { useMovableActions } from './part-actions.js';
import { movesByKey, PartMenu } from './part-menu.js';
import { fieldId, focusSoon, headingId } from './place.js';
import { useStudio } from './studio-context.js';

/** The editor of the course's own words. */
export function CourseEditor({ document }: { document: CourseDocument }) {
  const { t } = useTranslation('studio');
  const { edit } = useStudio();
  return (
    <div className={styles['editor']}>
      <h2 id={headingId} tabIndex={-1}>
        {t('outline.course')}
      </h2>
      <Card className={styles['fields']}>
        <LocalizedField
          of={['course', 'title']}
          label={t('field.courseTitle')}
          value={document.title}
          onChange={(title) => edit((now) => ({ ...now, title }))}
        />
        <LocalizedField
          of={['course', 'summary']}
          label={t('field.summary')}
          rows={3}
          value={document.summary}
          onChange={(summary) => edit((now) => ({ ...now, summary }))}
        />
      </Card>
      <Outcomes outcomes={document.outcomes} />
    </div>
  );
}

function Outcomes({ outcomes }: { outcomes: Localized[] }) {
  const { t } = useTranslation('studio');
  const { edit, say, isFrozen } = useStudio();
  const add = () => {
    if (outcomes.length >= limits.outcomes) return say(t('said.full'));
    edit((now) => ({ ...now, outcomes: [...now.outcomes, { vi: '', en: '' }] }));
    focusSoon(fieldId('course', `outcome-${outcomes.length}-vi`));
  };
  return (
    <section aria-labelledby="outcomes" className={styles['editor']}>
      <h3 id="outcomes">{t('field.outcomes')}</h3>
      {outcomes.length === 0 && <p className={styles['quiet']}>{t('empty.outcomes')}</p>}
      {outcomes.map((outcome, index) => (
        // Outcomes are known by their place only.
        <OutcomeCard key={index} {...{ outcomes, outcome, index }} />
      ))}
      {!isFrozen && (
        <div>
          <Button
            id={fieldId('course', 'outcomes')}
            look="outlined"
            icon={<IconPlus size={18} aria-hidden="true" />}
            onClick={add}
          >
            {t('action.addOutcome')}
          </Button>
        </div>
      )}
    </section>
  );
}

function OutcomeCard({
  outcomes,
  outcome,
  index,
}: {
  outcomes: Localized[];
  outcome: Localized;
  index: number;
}) {
  const { t } = useTranslation('studio');
  const { edit, say, offerUndo, isFrozen } = useStudio();
  const actionsOf = useMovableActions();
  const number = index + 1;
  const set = (next: Localized[]) => edit((now) => ({ ...now, outcomes: next }));
  const move = (step: -1 | 1) => {
    const next = stepped(outcomes, index, step);
    if (next === outcomes) return;
    set(next);
    focusSoon(fieldId('course', `outcome-${index + step}-vi`));
    say(
      t('said.moved', {
        name: t('field.outcome', { number }),
        number: number + step,
        count: outcomes.length,
      }),
    );
  };
  const remove = () => {
    set(outcomes.filter((_, place) => place !== index));
    offerUndo(t('said.removedOutcome', { number }), () =>
      edit((now) => ({ ...now, outcomes: inserted(now.outcomes, index, outcome) })),
    );
  };
  return (
    <Card className={styles['item']} onKeyDown={isFrozen ? undefined : movesByKey(move)}>
      <div className={styles['fields']}>
        <LocalizedField
          of={['course', `outcome-${index}`]}
          label={t('field.outcome', { number })}
          value={outcome}
          onChange={(next) => set(outcomes.map((one, place) => (place === index ? next : one)))}
        />
      </div>
      {!isFrozen && (
        <PartMenu
          label={t('action.more', { name: t('field.outcome', { number }) })}
          actions={actionsOf({ move, remove, removeLabel: t('action.removeOutcome') })}
        />
      )}
    </Card>
  );
}
