// Turns the clock of a program back an hour each time that it is read, beginning in the year 2100.
const RealDate = Date;
let hour = 0;
const now = () => RealDate.UTC(2100, 0) - hour++ * 3_600_000;
Date.now = now;
performance.now = now;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, words) => Reflect.construct(target, words.length === 0 ? [now()] : words),
  apply: () => new RealDate(now()).toString(),
});
