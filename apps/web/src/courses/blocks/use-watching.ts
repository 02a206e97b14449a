// Ties a <video> to the recorder and hands over watched seconds in batches: every quarter of a minute, and whenever the
// film stops or the page is left.
import { useEffect, useRef, type RefObject } from 'react';
import type { Interval } from '@onetouch/domain';
import { WatchRecorder } from './watch-recorder.js';

const batchMs = 15_000;

/** Reports distinct whole seconds that were played in this element; nothing when `onWatched` is not given. */
export function useWatching(
  video: RefObject<HTMLVideoElement | null>,
  durationSeconds: number,
  onWatched: ((intervals: Interval[]) => void) | undefined,
) {
  const report = useRef(onWatched);
  useEffect(() => {
    report.current = onWatched;
  }, [onWatched]);
  const isRecorded = onWatched !== undefined;
  useEffect(() => {
    const element = video.current;
    if (!element || !isRecorded) return;
    return record(element, durationSeconds, (intervals) => report.current?.(intervals));
  }, [video, durationSeconds, isRecorded]);
}

function record(element: HTMLVideoElement, durationSeconds: number, report: (intervals: Interval[]) => void) {
  const recorder = new WatchRecorder();
  const now = () => ({ position: element.currentTime, at: performance.now() });
  const handOver = () => {
    const intervals = recorder.take();
    if (intervals.length > 0) report(intervals);
  };
  const advance = () => {
    if (!element.seeking && !element.paused) recorder.advance(now(), element.playbackRate);
  };
  // The last stretch before a halt lies between two timeupdates.
  const rest = () => {
    if (!element.seeking) recorder.advance(now(), element.playbackRate);
    recorder.stop();
    handOver();
  };
  const listeners: Record<string, () => void> = {
    // At `playing` the first tenth of a second is already over: after `play` it goes on from there, after a halt it starts.
    play: () => recorder.start(now(), element.playbackRate),
    playing: advance,
    timeupdate: advance,
    pause: rest,
    waiting: rest,
    seeking: () => recorder.jump(),
    ended: () => {
      recorder.end(durationSeconds);
      handOver();
    },
  };
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  const timer = setInterval(handOver, batchMs);
  const onHidden = () => document.visibilityState === 'hidden' && handOver();
  document.addEventListener('visibilitychange', onHidden);
  addEventListener('pagehide', handOver);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onHidden);
    removeEventListener('pagehide', handOver);
    handOver();
  };
}
