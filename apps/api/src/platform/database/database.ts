// The way to PostgreSQL: named prepared statements for hot reads and writes, and transactions. Knows no table.
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** A statement that each connection prepares once. The name is unique in the whole programme. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** SQL within one transaction; `manager` writes entities in the same one. */
export interface Transaction {
  readonly manager: EntityManager;
  rows<R extends QueryResultRow>(statement: Statement, values?: unknown[]): Promise<R[]>;
}

/** Where a statement runs: in a transaction or outside of any. */
export type Runner = Pick<Transaction, 'rows'>;

@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** The rows of one statement, outside any transaction. */
  async rows<R extends QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<R[]> {
    const result: QueryResult<R> = await this.pool().query({ ...statement, values });
    return result.rows;
  }

  /** The first row, or undefined. */
  async row<R extends QueryResultRow>(statement: Statement, values: unknown[] = []): Promise<R | undefined> {
    return (await this.rows<R>(statement, values))[0];
  }

  /** Runs everything or nothing; read committed, so that each statement sees what others have committed. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const client = (await manager.queryRunner?.connect()) as PoolClient;
      return work({
        manager,
        rows: async <R extends QueryResultRow>(statement: Statement, values: unknown[] = []) =>
          (await client.query<R>({ ...statement, values })).rows,
      });
    });
  }

  /** The pool below TypeORM, which alone knows named statements and cursors. */
  pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}
