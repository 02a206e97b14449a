// The first import of every command: ends a Node that is too old with one clear line.
// Knows nothing else, so that it still runs on the Node that it refuses.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `OneTouch needs Node.js 20.19 or newer to set itself up; this is ${process.version}. See https://nodejs.org.`,
  );
  process.exit(1);
}
