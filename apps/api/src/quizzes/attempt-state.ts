// The clock of an attempt as a row has it and as the page gets it. Decides nothing.
import type { AttemptState, ClosedBy } from '@onetouch/contract';

export interface AttemptClock {
  startedAt: Date;
  deadlineAt: Date | null;
  pausedAt: Date | null;
  submittedAt: Date | null;
  closedBy: ClosedBy | null;
  voidedAt: Date | null;
  device: string | null;
}

/** Columns of an `AttemptClock`, from the table or alias that is named. */
export function clockColumns(attempt: string): string {
  return `${attempt}.started_at AS "startedAt", ${attempt}.deadline_at AS "deadlineAt", ${attempt}.paused_at AS "pausedAt",
    ${attempt}.submitted_at AS "submittedAt", ${attempt}.closed_by AS "closedBy", ${attempt}.voided_at AS "voidedAt", ${attempt}.device`;
}

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** The clock with the server's time, to count against. */
export function presentState(clock: AttemptClock, now: Date): AttemptState {
  return {
    serverTime: now.toISOString(),
    startedAt: clock.startedAt.toISOString(),
    deadlineAt: iso(clock.deadlineAt),
    pausedAt: iso(clock.pausedAt),
    submittedAt: iso(clock.submittedAt),
    closedBy: clock.closedBy,
    voidedAt: iso(clock.voidedAt),
    device: clock.device,
  };
}
