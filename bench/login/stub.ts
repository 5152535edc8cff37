import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Cognito behind TLS on loopback, with one fixed answer to InitiateAuth, so that only the client's work is measured. */
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
  const token = 'e'.repeat(1_100);
  const answer = JSON.stringify({
    ChallengeParameters: {},
    AuthenticationResult: { AccessToken: token, IdToken: token, RefreshToken: token, ExpiresIn: 86_400, TokenType: 'Bearer' },
  });
  const server = createServer({ key, cert: readFileSync(certificateFile) }, (request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'stub' }).end(answer);
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
