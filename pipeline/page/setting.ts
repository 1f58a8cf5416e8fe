/** A number that decides a reading: what it counts in, and the measurement it was set by. */
export interface Setting {
  readonly value: number;
  readonly unit: string;
  readonly measured: string;
}

/** The settings of one module, by their names. `etl look --settings` prints those of all modules. */
export type Settings = Readonly<Record<string, Setting>>;

/** A setting, such as `setting(3, 'pt', 'the two lines of a double border lie up to 2.5 pt apart')`. */
export function setting(value: number, unit: string, measured: string): Setting {
  return { value, unit, measured };
}
