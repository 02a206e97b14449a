// A short connection to a PostgreSQL server, for the set-up's own questions. Knows no table.

/** Connects, works, closes. */
export async function withClient(url, work) {
  // Not at the top: this file is also read before the packages are installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a database unless it is there already; answers whether it was missing. */
export async function createDatabase(url, name) {
  return withClient(url, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      return true;
    } catch (error) {
      // There already, or made by another copy in the same moment.
      if (error.code === '42P04' || error.code === '23505') return false;
      throw error;
    }
  });
}
