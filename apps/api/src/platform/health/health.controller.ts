// Whether this instance can serve: it is alive, and the database answers.
import { service } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Handles } from '../http/handles.js';

const ping = { name: 'health.ping', text: 'SELECT 1' };

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Handles(service.health)
  async health() {
    await this.database.rows(ping);
    return { status: 'ok' as const, version: '1' };
  }
}
