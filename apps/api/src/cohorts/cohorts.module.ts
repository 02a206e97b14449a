// The cohorts room, put together.
import { Module } from '@nestjs/common';

@Module({})
export class CohortsModule {}
