// Loaded before a server that we start: when the process that started it is gone, even by kill -9, it ends in order.
// Knows nothing of the server.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
