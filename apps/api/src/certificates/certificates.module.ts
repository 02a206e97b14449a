// The certificates room, put together.
import { Module } from '@nestjs/common';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesQueries } from './certificates.queries.js';
import { CertificatesService } from './certificates.service.js';

@Module({ controllers: [CertificatesController], providers: [CertificatesQueries, CertificatesService] })
export class CertificatesModule {}
