// Endpoints of certificates.
import { certificates, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { Actor, RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { CertificatesService } from './certificates.service.js';

@Controller()
export class CertificatesController {
  constructor(private readonly service: CertificatesService) {}

  @Handles(certificates.claim)
  claim({ params }: InputOf<typeof certificates.claim>, { actor }: RequestContext) {
    return this.service.claim(params.enrolmentId, actor);
  }

  @Handles(certificates.listMine)
  listMine(_input: InputOf<typeof certificates.listMine>, { actor }: RequestContext) {
    return this.service.listMine(actor);
  }

  @Handles(certificates.read)
  read({ params }: InputOf<typeof certificates.read>, { actor }: RequestContext) {
    return this.service.read(params.certificateId, actor);
  }

  @Handles(certificates.download)
  download({ params }: InputOf<typeof certificates.download>, { actor }: RequestContext) {
    return this.service.download(params.certificateId, actor);
  }

  @Handles(certificates.verify)
  verify({ params }: InputOf<typeof certificates.verify>, { address }: RequestContext<Actor | null>) {
    return this.service.verify(params.code, address);
  }

  @Handles(certificates.list)
  list({ query }: InputOf<typeof certificates.list>, { actor }: RequestContext) {
    return this.service.list(query, actor);
  }

  @Handles(certificates.revoke)
  revoke({ params, body }: InputOf<typeof certificates.revoke>, { actor }: RequestContext) {
    return this.service.revoke(params.certificateId, body, actor);
  }
}
