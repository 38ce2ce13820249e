/**
 * What a gate loads late, loaded before virtual time begins: loading takes real time, which no fake clock waits for. Whatever is
 * imported with `import()` between the start of a run and its last output belongs here; what services load by their definitions does
 * so by itself.
 */
import '../src/check/check.ts'
import '../src/cloud/error-body.ts'
import '../src/identity/id-token.ts'
import '../src/plan/document/document.ts'
import '../src/plan/request.ts'
import '../src/plan/targets-in-config.ts'
import '../src/plan/waiver-file.ts'
import '../src/services/ddm/ddm.ts'
import '../src/services/drs/drs.ts'
import '../src/services/drs/v5/drs-v5.ts'
import '../src/services/oms/oms.ts'
import 'yaml'
import 'zod'
import 'zod/mini'
import { SERVICES } from '../src/services/registry.ts'

await Promise.all(SERVICES.map(service => service.catalogue?.()))
