// The state of loading one course onto this device.
import { useEffect, useRef, useState } from 'react';
import {
  downloadBytes,
  downloadCourse,
  findDownload,
  removeDownload,
  type DownloadPlan,
} from './download-course.js';
import type { DownloadRecord } from './download-records.js';

type State =
  | { name: 'unknown' }
  | { name: 'absent' }
  | { name: 'loading'; bytes: number }
  | { name: 'there'; record: DownloadRecord }
  /** `isFull`: the device has no room left. */
  | { name: 'failed'; isFull: boolean };

/** What is known, and what may be done about it. Leaving the page stops; what has come is not loaded again. */
export function useDownload(plan: DownloadPlan) {
  const [state, setState] = useState<State>({ name: 'unknown' });
  const running = useRef<AbortController>(undefined);
  const key = `${plan.course.versionId} ${plan.enrolment?.id ?? ''}`;
  const latest = useRef(plan);
  useEffect(() => {
    latest.current = plan;
  });

  useEffect(() => {
    let isCurrent = true;
    const show = (record: DownloadRecord | null) =>
      isCurrent && setState(record ? { name: 'there', record } : { name: 'absent' });
    findDownload(latest.current).then(show, () => show(null));
    return () => {
      isCurrent = false;
      running.current?.abort();
    };
  }, [key]);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setState({ name: 'loading', bytes: 0 });
    try {
      const onBytes = (bytes: number) => !controller.signal.aborted && setState({ name: 'loading', bytes });
      const record = await downloadCourse(plan, { signal: controller.signal, onBytes });
      setState({ name: 'there', record });
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ name: 'failed', isFull: (error as Error).name === 'QuotaExceededError' });
    }
  };
  const stop = () => {
    running.current?.abort();
    setState({ name: 'absent' });
  };
  const remove = async () => {
    await removeDownload(plan.course.slug);
    setState({ name: 'absent' });
  };
  return { state, total: downloadBytes(plan), start, stop, remove };
}
