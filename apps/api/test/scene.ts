// One morning of an exam, looked at where something is done to one person.
import type { TestApp } from './app.js';
import { checkEverybodyIn, createMorning, type Morning, type Room, type Seat } from './invigilation.js';

export const reason = 'Máy tính bị hỏng';

interface Scene extends Morning {
  one: Room;
  two: Room;
  a: Seat;
  b: Seat;
}

/** The first two rooms and the first two people of a morning, and what was done to them. */
export function useScene(test: TestApp) {
  async function opened(wish: Parameters<typeof createMorning>[1] = {}): Promise<Scene> {
    const found = await createMorning(test, wish);
    const [one, two] = found.rooms;
    const [a, b] = one?.seats ?? [];
    if (!one || !two || !a || !b) throw new Error('no seats');
    return { ...found, one, two, a, b };
  }
  async function started(wish: Parameters<typeof createMorning>[1] = {}): Promise<Scene> {
    const scene = await opened(wish);
    await checkEverybodyIn(test, scene.rooms);
    return scene;
  }
  const countLines = async (examId: string, kind: string) =>
    (
      await test.database.source.query(
        'SELECT count(*)::int AS count FROM exam_event WHERE exam_id = $1 AND kind = $2',
        [examId, kind],
      )
    )[0].count;

  return { opened, started, countLines };
}
