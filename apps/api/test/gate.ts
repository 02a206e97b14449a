// A gate between the application and its database: shut it and the database is gone, open it and it is back.
import { connect, createServer, type Socket } from 'node:net';

export interface Gate {
  /** The database's address through the gate. */
  url: string;
  /** How many have come to the shut gate. */
  turnedAway(): number;
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** Stands on a port of its own before the server that `databaseUrl` names. */
export async function standGate(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isOpen = true;
  let turnedAway = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((client) => {
    keep(client);
    if (!isOpen) {
      turnedAway += 1;
      return void client.destroy();
    }
    const upstream = connect(Number(target.port || 5432), target.hostname);
    keep(upstream);
    client.pipe(upstream).pipe(client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: url.toString(),
    turnedAway: () => turnedAway,
    shut: () => {
      isOpen = false;
      hangUp();
    },
    open: () => {
      isOpen = true;
    },
    close: async () => {
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
}
