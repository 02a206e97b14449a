// Stops the embedded server that the set-up started, if it did.
export default async function teardown() {
  await globalThis.__onetouchPostgres?.stop();
}
