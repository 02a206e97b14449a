// The rest of a quiz's rule: time, marking, and what is shown when. What an author never touched stays out of the document.
import { completeRule } from '@onetouch/domain';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/choices.js';
import { ChoiceField } from './choice-field.js';
import styles from './editor.module.css';
import { NumberField } from './fields.js';
import { MomentField, OptionalNumberField } from './number-fields.js';
import type { RulePartProps } from './rule-fields.js';
import { useStudio } from './studio-context.js';

/** When and how long. */
export function TimeRuleFields({ quiz: { id, rule }, set }: RulePartProps) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  const { timeLimitMinutes, opensAt, closesAt, pauseMinutes, graceMinutes } = completeRule(rule);
  const window = t('field.windowHint');
  return (
    <>
      <h4>{t('rule.time')}</h4>
      <div className={styles['row']}>
        <OptionalNumberField
          of={[id, 'timeLimitMinutes']}
          label={t('field.timeLimitMinutes')}
          hint={t('field.timeLimitHint')}
          value={timeLimitMinutes}
          onChange={(next) => set({ timeLimitMinutes: next })}
        />
        <NumberField
          of={[id, 'pauseMinutes']}
          label={t('field.pauseMinutes')}
          value={pauseMinutes}
          onChange={(next) => set({ pauseMinutes: next })}
        />
        <MomentField
          of={[id, 'opensAt']}
          label={t('field.opensAt')}
          hint={window}
          value={opensAt}
          onChange={(next) => set({ opensAt: next })}
        />
        <MomentField
          of={[id, 'closesAt']}
          label={t('field.closesAt')}
          hint={window}
          value={closesAt}
          onChange={(next) => set({ closesAt: next })}
        />
        <NumberField
          of={[id, 'graceMinutes']}
          label={t('field.graceMinutes')}
          hint={t('field.graceHint')}
          value={graceMinutes}
          onChange={(next) => set({ graceMinutes: next })}
        />
      </div>
      <Checkbox
        checked={rule.requiresLessons}
        disabled={isFrozen}
        onChange={({ target }) => set({ requiresLessons: target.checked })}
      >
        {t('field.requiresLessons')}
      </Checkbox>
    </>
  );
}

const counts = ['best', 'last', 'first'] as const;

/** How the mark is made. */
export function MarkingRuleFields({ quiz: { id, rule, questions }, set }: RulePartProps) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  const { counts: counting, hasPartialCredit, wrongPercent } = completeRule(rule);
  const hasEssays = questions.some(({ kind }) => kind === 'essay');
  return (
    <>
      <h4>{t('rule.marking')}</h4>
      <div className={styles['row']}>
        <ChoiceField
          of={[id, 'counts']}
          label={t('field.counts')}
          value={counting}
          choices={counts}
          wordsOf={(choice) => t(`value.counts.${choice}`)}
          onChange={(next) => set({ counts: next })}
        />
        <NumberField
          of={[id, 'wrongPercent']}
          label={t('field.wrongPercent')}
          hint={t('field.wrongPercentHint')}
          value={wrongPercent}
          onChange={(next) => set({ wrongPercent: next })}
        />
      </div>
      <Checkbox
        checked={hasPartialCredit}
        disabled={isFrozen}
        hint={t('field.hasPartialCreditHint')}
        onChange={({ target }) => set({ hasPartialCredit: target.checked })}
      >
        {t('field.hasPartialCredit')}
      </Checkbox>
      {hasEssays && <MarkerFields id={id} rule={rule} set={set} />}
    </>
  );
}

const markerChoices = ['1', '2'] as const;

function MarkerFields({
  id,
  rule,
  set,
}: { id: string; rule: RulePartProps['quiz']['rule'] } & Pick<RulePartProps, 'set'>) {
  const { t } = useTranslation('studio');
  const { markers, markGapPercent } = completeRule(rule);
  return (
    <div className={styles['row']}>
      <ChoiceField
        of={[id, 'markers']}
        label={t('field.markers')}
        value={markers === 2 ? '2' : '1'}
        choices={markerChoices}
        wordsOf={(choice) => t(`value.markers.${choice}`)}
        onChange={(next) => set({ markers: Number(next) })}
      />
      {markers === 2 && (
        <NumberField
          of={[id, 'markGapPercent']}
          label={t('field.markGapPercent')}
          hint={t('field.markGapHint')}
          value={markGapPercent}
          onChange={(next) => set({ markGapPercent: next })}
        />
      )}
    </div>
  );
}

const navigations = ['free', 'one-way'] as const;
const shownWhen = ['at-once', 'after-submit', 'after-close', 'never'] as const;

/** What a learner sees while working and afterwards. */
export function ShowingRuleFields({ quiz: { id, rule }, set }: RulePartProps) {
  const { t } = useTranslation('studio');
  const { navigation, questionsPerPage, feedback, key } = completeRule(rule);
  return (
    <>
      <h4>{t('rule.showing')}</h4>
      <div className={styles['row']}>
        <ChoiceField
          of={[id, 'navigation']}
          label={t('field.navigation')}
          value={navigation}
          choices={navigations}
          wordsOf={(choice) => t(`value.navigation.${choice}`)}
          onChange={(next) => set({ navigation: next })}
        />
        <NumberField
          of={[id, 'questionsPerPage']}
          label={t('field.questionsPerPage')}
          value={questionsPerPage}
          onChange={(next) => set({ questionsPerPage: next })}
        />
        <ChoiceField
          of={[id, 'feedback']}
          label={t('field.feedbackShows')}
          value={feedback}
          choices={shownWhen}
          wordsOf={(choice) => t(`value.shownWhen.${choice}`)}
          onChange={(next) => set({ feedback: next })}
        />
        <ChoiceField
          of={[id, 'key']}
          label={t('field.keyShows')}
          value={key}
          choices={shownWhen}
          wordsOf={(choice) => t(`value.shownWhen.${choice}`)}
          onChange={(next) => set({ key: next })}
        />
      </div>
    </>
  );
}
