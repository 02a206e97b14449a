// A refusal that concerns no single field: what happened, and the code to tell whoever helps.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { dotted } from './dotted.js';
import { Callout } from './notice.js';

/** The words of the refusal, read out when they appear; nothing when there is none. */
export function FormProblem({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation('shell');
  if (!problem) return null;
  const isServer = problem.status >= 500;
  const code = dotted(problem.code, problem.requestId);
  return (
    <Callout tone="error" icon={<IconAlertTriangle size={20} aria-hidden="true" />}>
      {problemWords(problem)}
      {isServer && ` ${t('state.code', { code })}`}
    </Callout>
  );
}
