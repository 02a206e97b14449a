// The endpoint table as OpenAPI 3.1, from the same schemas that check the requests.
import { type Endpoint, endpoints, ProblemBody, problemStatus } from '@onetouch/contract';
import { z } from 'zod';
import { apiPrefix } from './handles.js';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const json = schemaOf(schema, 'input');
  const required = new Set((json['required'] as string[] | undefined) ?? []);
  return Object.entries((json['properties'] as Json | undefined) ?? {}).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: shape,
  }));
}

function answersOf(endpoint: Endpoint): Json {
  const answers: Json = {};
  if (endpoint.response) {
    answers['200'] = {
      description: 'Done',
      content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
    };
  } else if (endpoint.file) {
    answers['200'] = {
      description: 'The file',
      content: { [endpoint.file]: { schema: { type: 'string', format: 'binary' } } },
    };
  } else {
    answers['204'] = { description: 'Done' };
  }
  const refusals = [...(endpoint.refuses ?? []), 'request.invalid' as const];
  for (const status of new Set(refusals.map((code) => problemStatus[code]))) {
    const codes = refusals.filter((code) => problemStatus[code] === status);
    answers[status] = {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

function operationOf(noun: string, verb: string, endpoint: Endpoint): Json {
  return {
    operationId: `${noun}.${verb}`,
    tags: [noun],
    summary: endpoint.summary,
    description: `Who may call it: ${endpoint.access}.`,
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: answersOf(endpoint),
  };
}

/** The whole document; worked out once at the start. */
export function openApiDocument(cookieName: string): Json {
  const paths: Record<string, Json> = {};
  for (const [noun, verbs] of Object.entries(endpoints)) {
    for (const [verb, endpoint] of Object.entries(verbs as Record<string, Endpoint>)) {
      const path = apiPrefix + endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(noun, verb, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'OneTouch',
      version: '1',
      description: 'Errors are application/problem+json with a code from a closed list.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } },
    },
  };
}
