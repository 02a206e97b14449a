// Tries again what the network or the server refuses for now. Knows neither what is tried nor who waits for it.

/** Tries at once, when the network is back, and after the pause in ms that a try answers (null: not by itself); ends when called. */
export function keepTrying(once: (ended: AbortSignal) => Promise<number | null>): () => void {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTrying = false;
  const go = async () => {
    if (isTrying) return;
    isTrying = true;
    clearTimeout(timer);
    const pauseMs = await once(end.signal);
    isTrying = false;
    if (pauseMs !== null && !end.signal.aborted) timer = setTimeout(() => void go(), pauseMs);
  };
  const back = () => void go();
  addEventListener('online', back);
  void go();
  return () => {
    end.abort();
    clearTimeout(timer);
    removeEventListener('online', back);
  };
}
