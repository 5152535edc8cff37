// Signs in with Apollo Client, whatever stands in the way of it. Run it beside `npm start`:
//   npx node examples/apollo.ts <username> <password> [new password]
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { LoginDocument, MeDocument, RespondToChallengeDocument } from './generated/operations.ts';

const [username = '', password = '', newPassword = ''] = process.argv.slice(2);
// The same file comes from the laptop and, as outputs.json, from a deployment.
const { GraphQLUrl, ApiKey } = JSON.parse(readFileSync(process.env['OUTPUTS'] ?? '.local/outputs.json', 'utf8'));

const client = new ApolloClient({ link: new HttpLink({ uri: GraphQLUrl }), cache: new InMemoryCache() });
// One credential a request: the API key before sign-in, the access token after it.
const context = { headers: { 'x-api-key': ApiKey } };

const { data } = await client.mutate({ mutation: LoginDocument, variables: { input: { username, password } }, context });
let step = data?.login;
while (step && step.__typename !== 'Tokens') {
  if (step.__typename !== 'NewPasswordRequiredChallenge') throw new Error(`This example has no answer to ${step.name}.`);
  const { name, session } = step;
  const input = { name, session, username: step.username, newPassword };
  step = (await client.mutate({ mutation: RespondToChallengeDocument, variables: { input }, context })).data?.respondToChallenge;
}

const headers = { authorization: step?.accessToken };
const { data: signedIn } = await client.query({ query: MeDocument, context: { headers } });
console.log(signedIn?.me);
client.stop();
