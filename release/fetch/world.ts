import { setTimeout } from 'node:timers/promises';
import { readerWithin } from '../../pipeline/command-line/limited-reading.ts';
import { READING_LIMITS } from '../../pipeline/command-line/limits.ts';
import type { World } from './download.ts';
import { exchange } from './exchange.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The network, the clock and chance as they are; `tell` says what happens to whoever waits. */
export function realWorld(tell: (text: string) => void): World {
  return {
    exchange,
    now: () => new Date(),
    random: Math.random,
    sleep: (milliseconds) => setTimeout(milliseconds),
    tell,
    read: readerWithin(READING_LIMITS),
    limits: { headers: 30 * SECOND, idle: 30 * SECOND, total: 5 * MINUTE },
    patience: { attempts: 5, first: 2 * SECOND, longest: MINUTE, longestAskedFor: 15 * MINUTE },
  };
}
