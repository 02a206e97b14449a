// One thing of many that fails must not keep the others back. Knows nothing of what they are.
import type { Logger } from '@nestjs/common';

/** Whether the work was done; when it fails, that is logged behind the words of `trouble`. */
export async function tryOne(
  logger: Pick<Logger, 'error'>,
  trouble: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    logger.error(`${trouble}: ${String((error as Error).stack)}`);
    return false;
  }
}
