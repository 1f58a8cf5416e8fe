import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait for their turn: browsers send one and wait for its answer. */
export const MOST_WAITING = 100;

/** What a connection is at. */
interface Turn {
  last: Promise<void>;
  waiting: number;
  /** Settles when the connection is over. */
  readonly closed: Promise<void>;
}

/**
 * Answers the requests of each connection one after the other, the next when the one before is with the client. A
 * client that sends a thousand at once, and takes no answer, costs one answer and not a thousand; who has more than
 * `MOST_WAITING` waiting is cut off.
 */
export function inTurn(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): RequestListener {
  const turns = new WeakMap<Socket, Turn>();
  return (request, response) => {
    const { socket } = request;
    const turn = turns.get(socket) ?? { last: Promise.resolve(), waiting: 0, closed: closing(socket) };
    turns.set(socket, turn);
    if (turn.waiting >= MOST_WAITING) {
      socket.destroy();
      return;
    }
    turn.waiting += 1;
    turn.last = turn.last.then(async () => {
      turn.waiting -= 1;
      if (socket.destroyed) return;
      const isOver = Promise.race([closing(response), turn.closed]);
      // What was begun and cannot be ended, as where a file vanishes, is not left open.
      await answer(request, response).catch(() => socket.destroy());
      await isOver;
    });
  };
}

function closing(end: Socket | ServerResponse): Promise<void> {
  return new Promise((done) => end.once('close', () => done()));
}
