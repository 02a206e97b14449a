// One keep-alive connection of one learner's browser, one request at a time. Written by hand because the load runs on the machine
// that it measures: a general client costs several times as much as the server's own work for a request. Knows no endpoint.
import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/** `{ status, text, retryAt? }`, or a rejected promise when the connection breaks before the answer is whole. */
export class Connection {
  constructor({ host = '127.0.0.1', port, headers = {} }) {
    this.address = { host, port };
    this.lines = Object.entries({ host: `${host}:${port}`, ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    this.socket = null;
    this.waiting = null;
    this.received = Buffer.alloc(0);
  }

  /** Resolves when connected; later requests connect again by themselves when needed. */
  open() {
    return new Promise((resolve, reject) => {
      const socket = connect({ ...this.address, noDelay: true });
      const ended = (error) => {
        // The end of an earlier line says nothing about this one.
        if (this.socket === socket) this.fail(error);
        reject(error);
      };
      socket.once('connect', () => resolve(this));
      socket.once('error', ended);
      socket.once('close', () => ended(new Error('connection closed')));
      socket.on('data', (chunk) => this.socket === socket && this.take(chunk));
      this.socket = socket;
      this.received = Buffer.alloc(0);
    });
  }

  /** Sends one request; `body` is JSON text. */
  async send(method, path, body = '') {
    if (!this.socket) await this.open();
    if (this.waiting) throw new Error('one request at a time');
    const length = Buffer.byteLength(body);
    const type = length > 0 ? 'content-type: application/json\r\n' : '';
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(
        `${method} ${path} HTTP/1.1\r\n${this.lines}${type}content-length: ${length}\r\n\r\n${body}`,
      );
    });
  }

  /** Cuts the line, as a lost network does. */
  close() {
    this.socket?.destroy();
    this.fail(new Error('connection cut'));
  }

  fail(error) {
    this.socket = null;
    const { waiting } = this;
    this.waiting = null;
    waiting?.reject(error);
  }

  take(chunk) {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(headEnd);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const body = this.received.subarray(end + headEnd.length);
    const text = wholeBody(head, body);
    if (text === null) return;
    this.received = Buffer.alloc(0);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), text });
  }
}

/** The body as text once it has arrived whole, else null. */
function wholeBody(head, body) {
  const length = /^content-length: *(\d+)/im.exec(head);
  if (length) return body.length >= Number(length[1]) ? body.toString('utf8', 0, Number(length[1])) : null;
  if (/^transfer-encoding: *chunked/im.test(head)) return unchunked(body);
  return '';
}

function unchunked(body) {
  const parts = [];
  for (let at = 0; ;) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    if (body.length < lineEnd + 2 + size + 2) return null;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
