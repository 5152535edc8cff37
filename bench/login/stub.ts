import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/**
 * Cognito and DynamoDB behind TLS on loopback, with one fixed answer each, so that only the client's work is measured.
 */
export interface Stub {
  readonly endpoint: string;
  /** For NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  close(): void;
}

export async function startStub(directory: string): Promise<Stub> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const certificateFile = join(directory, 'stub.pem');
  writeFileSync(certificateFile, cert);
  const payload = Buffer.from(JSON.stringify({ sub: 'bench', filler: 'e'.repeat(700) })).toString('base64url');
  const token = ['e'.repeat(80), payload, 'e'.repeat(342)].join('.');
  const answer = JSON.stringify({
    ChallengeParameters: {},
    AuthenticationResult: { AccessToken: token, IdToken: token, RefreshToken: token, ExpiresIn: 86_400, TokenType: 'Bearer' },
  });
  const server = createServer({ key, cert: readFileSync(certificateFile) }, (request, response) => {
    request.resume().once('end', () => {
      const isForDynamoDb = String(request.headers['x-amz-target']).startsWith('DynamoDB');
      const type = `application/x-amz-json-1.${isForDynamoDb ? 0 : 1}`;
      response.writeHead(200, { 'content-type': type, 'x-amzn-requestid': 'stub' }).end(isForDynamoDb ? '{}' : answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `https://localhost:${port}`,
    certificateFile,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
