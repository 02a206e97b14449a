// Loads the 63 and the 34 provinces and the communes of today from the reference data; see places/data/NOTICE.md.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placeRows } from '../places/place-rows.js';

const columns = [
  'id',
  'code',
  'level',
  'kind',
  'name',
  'full_name',
  'name_en',
  'search_key',
  'valid_from',
  'valid_to',
  'province_id',
  'successor_id',
  'path',
];

export class LoadPlaces1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = placeRows();
    const listed = columns
      .map((name) => `${name} ${name === 'path' ? 'ltree' : name.startsWith('valid') ? 'date' : 'text'}`)
      .join(', ');
    await runner.query(
      `INSERT INTO place (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM json_to_recordset($1::json) AS row(${listed})`,
      [JSON.stringify(rows)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM place');
  }
}
