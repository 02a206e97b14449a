// Flow through a small network where every further unit on an edge costs more, so that the cheapest flow is the most even one.
// It knows no questions. Successive shortest paths, one unit at a time (Ahuja, Magnanti, Orlin: Network Flows, 9.7 and 14.5).

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly capacity: number;
  /** What the next unit costs when so many flow already: a whole number that never falls. */
  readonly nextCost?: (flow: number) => number;
}

interface Step {
  readonly edge: number;
  readonly isForward: boolean;
  readonly to: string;
}
interface Network {
  readonly edges: readonly FlowEdge[];
  readonly flows: number[];
  readonly steps: ReadonlyMap<string, readonly Step[]>;
}

function connect(edges: readonly FlowEdge[]): Network {
  const steps = new Map<string, Step[]>();
  const add = (from: string, step: Step) => {
    const known = steps.get(from);
    if (known) known.push(step);
    else steps.set(from, [step]);
  };
  edges.forEach(({ from, to }, edge) => {
    add(from, { edge, isForward: true, to });
    add(to, { edge, isForward: false, to: from });
  });
  return { edges, flows: edges.map(() => 0), steps };
}

/** What one more unit over this step costs, or what taking one back saves; null where there is no room. */
function stepCost({ edges, flows }: Network, { edge, isForward }: Step): number | null {
  const [known, flow] = [edges[edge], flows[edge]];
  if (!known || flow === undefined) return null;
  if (isForward) return flow < known.capacity ? (known.nextCost?.(flow) ?? 0) : null;
  return flow > 0 ? 0 - (known.nextCost?.(flow - 1) ?? 0) : null;
}

/** The cheapest way for one more unit, as the step that leads to each node; null when the sink cannot be reached. */
function cheapestWay(
  network: Network,
  source: string,
  sink: string,
): Map<string, Step & { from: string }> | null {
  const costs = new Map([[source, 0]]);
  const cameBy = new Map<string, Step & { from: string }>();
  const waiting = new Set([source]);
  // A set is a queue in which every node waits once; nodes added again while it is walked are walked again.
  for (const node of waiting) {
    waiting.delete(node);
    const costHere = costs.get(node) ?? 0;
    for (const step of network.steps.get(node) ?? []) {
      const cost = stepCost(network, step);
      if (cost === null || costHere + cost >= (costs.get(step.to) ?? Infinity)) continue;
      costs.set(step.to, costHere + cost);
      cameBy.set(step.to, { ...step, from: node });
      waiting.add(step.to);
    }
  }
  return cameBy.has(sink) ? cameBy : null;
}

/** The flow on each edge of the cheapest among the largest flows; the same edges in the same order always give the same. */
export function evenFlow(edges: readonly FlowEdge[], source: string, sink: string): number[] {
  const network = connect(edges);
  for (;;) {
    const cameBy = cheapestWay(network, source, sink);
    if (!cameBy) return network.flows;
    for (let node = sink; node !== source;) {
      const step = cameBy.get(node);
      if (!step) break;
      network.flows[step.edge] = (network.flows[step.edge] ?? 0) + (step.isForward ? 1 : -1);
      node = step.from;
    }
  }
}
