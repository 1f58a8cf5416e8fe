import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import '../needs-report.ts';

/** The published file that the page asks. */
export const DATABASE = 'output/kz-icescr-2.duckdb';

/** The published file, open in DuckDB on disk. */
export interface Disk {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** What DuckDB on disk returns. */
export interface DiskAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Each value as DuckDB writes it. */
  readonly texts: readonly (readonly (string | null)[])[];
  /** Each value as the driver hands it over, written out. */
  readonly values: readonly (readonly (string | null)[])[];
}

export async function openDisk(): Promise<Disk> {
  const instance = await DuckDBInstance.create(DATABASE, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Asks the file on disk, once for the values and once for DuckDB's own text of them. */
export async function onDisk(disk: Disk | undefined, sql: string): Promise<DiskAnswer> {
  if (disk === undefined) throw new Error('the file is not open');
  const { connection } = disk;
  const native = await connection.runAndReadAll(sql);
  const query = sql.replace(/;\s*$/, '');
  const types = (await connection.runAndReadAll(`describe from (${query}\n)`)).getRows();
  const columns = native.columnNames().map((name, at) => ({ name, type: String(types[at]?.[1]) }));
  const casts = columns.map((_, at) => `cast(#${at + 1} as varchar)`).join(', ');
  const cast = await connection.runAndReadAll(`select ${casts} from (${query}\n)`);
  return { columns, texts: cast.getRows().map(written), values: native.getRows().map(written) };
}

function written(row: readonly unknown[]): readonly (string | null)[] {
  return row.map((value) => (value === null ? null : String(value)));
}
