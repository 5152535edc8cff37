import { resources } from '../template/template.ts';
import { type Check, findings } from './check.ts';

const dayMs = 86_400_000;

/** The GraphQL API: its resolvers, its keys and its host name. */
export const apiChecks = {
  /**
   * AppSync refuses with `No data source found named …` or `The code contains one or more errors.`; a root field
   * without a resolver answers null.
   * @see docs/aws-behaviour/appsync.md#appsync.limits.code
   * @see docs/aws-behaviour/appsync.md#appsync.api.root-field-without-resolver
   */
  resolvers: (template) => {
    const sources = resources(template, 'AWS::AppSync::DataSource');
    const [schemaId] = resources(template, 'AWS::AppSync::GraphQLSchema').map(([id]) => id);
    const resolvers = resources(template, 'AWS::AppSync::Resolver');
    const fieldOf = (Properties: (typeof resolvers)[number][1]['Properties']): string =>
      `${Properties['TypeName']}.${Properties['FieldName']}`;
    const twins = resolvers.filter(
      ([, { Properties }], at) => resolvers.findIndex(([, other]) => fieldOf(other.Properties) === fieldOf(Properties)) < at,
    );
    return [
      ...resolvers.flatMap(([id, { Properties, DependsOn = [] }]) => {
        const source = sources.find(([, { Properties: candidate }]) => candidate['Name'] === Properties['DataSourceName']);
        return findings(id, [
          [
            'Code' in Properties !== 'Runtime' in Properties,
            'It has code without a runtime, or a runtime without code.',
            'Set both Code and Runtime, or neither.',
          ],
          [
            Buffer.byteLength(Properties['Code'] ?? '') > 32_768,
            'It has more than 32 KB of code, which is the limit of AppSync.',
            'Move code out of resolvers/*.appsync.ts and into a function.',
          ],
          [source === undefined, 'Its data source does not exist.', 'Set DataSourceName to a data source of this stack.'],
          [
            [schemaId, source?.[0]].some((needed) => needed !== undefined && !DependsOn.includes(needed)),
            'It may be created before the schema or its data source, and would then fail.',
            'Add both to its DependsOn.',
          ],
        ]);
      }),
      ...twins.flatMap(([id, { Properties }]) =>
        findings(id, [[true, `The field ${fieldOf(Properties)} has two resolvers.`, 'Remove one of them.']]),
      ),
      ...sources.flatMap(([id, { Properties }]) =>
        findings(id, [
          [
            !/^[_A-Za-z][_0-9A-Za-z]*$/.test(Properties['Name']),
            'Its Name is not a valid name of a data source.',
            'Begin Name with a letter or _, followed by letters, digits and _.',
          ],
        ]),
      ),
    ];
  },

  /**
   * A key without an expiry date expires after seven days; one that is valid for more than a year is refused.
   * @see docs/aws-behaviour/appsync.md#appsync.api.key-expiry
   */
  apiKey: (template, now) =>
    resources(template, 'AWS::AppSync::ApiKey').flatMap(([id, { Properties, DependsOn = [] }]) => {
      const days = (Properties['Expires'] * 1000 - now.getTime()) / dayMs;
      return findings(id, [
        [
          !(days >= 1 && days <= 364),
          `It expires in ${Math.round(days)} days; AppSync accepts 1 to 365, and uses 7 if no date is set.`,
          'Set Expires to a date within a year.',
        ],
        [
          !DependsOn.some((needed) => needed in template.Resources),
          'It may be created before the schema, and would then fail.',
          'Add the schema to its DependsOn.',
        ],
      ]);
    }),

  /**
   * `Resource of type 'AWS::AppSync::DomainNameApiAssociation' with identifier 'null' was not found.` The certificate
   * must be in us-east-1, since CloudFront serves the host names of AppSync.
   * @see docs/aws-behaviour/appsync.md#appsync.domain.certificate
   */
  domain: (template) => [
    ...resources(template, 'AWS::AppSync::DomainName').flatMap(([id, { Properties }]) =>
      findings(id, [
        [
          !/^arn:aws[a-z-]*:acm:us-east-1:/.test(Properties['CertificateArn']),
          'Its certificate is not in us-east-1, and AppSync accepts no other.',
          'Set domain.certificateArn to a certificate in us-east-1.',
        ],
        [
          Properties['DomainName'] !== String(Properties['DomainName']).toLowerCase(),
          'Its name is not in lower case.',
          'Write domain.name in lower case.',
        ],
      ]),
    ),
    ...resources(template, 'AWS::AppSync::DomainNameApiAssociation').flatMap(([id, { Properties, DependsOn = [] }]) => {
      const names = resources(template, 'AWS::AppSync::DomainName').map(([name]) => name);
      const refersTo = JSON.stringify([Properties['DomainName'], DependsOn]);
      return findings(id, [
        [
          !names.some((name) => refersTo.includes(`"${name}"`)),
          'It may be created before the domain, and would then fail.',
          'Let it refer to the domain name of the stack, or add that to its DependsOn.',
        ],
      ]);
    }),
    ...resources(template, 'AWS::Route53::RecordSet').flatMap(([id, { Properties }]) =>
      findings(id, [
        [
          !String(Properties['Name']).endsWith('.'),
          'Its name does not end with a dot, so the name of the zone would be appended to it.',
          'End Name with a dot.',
        ],
        [
          'AliasTarget' in Properties && !Properties['AliasTarget'].HostedZoneId,
          'It is an alias record without the hosted zone of its target.',
          'Set AliasTarget.HostedZoneId.',
        ],
      ]),
    ),
  ],
} satisfies Record<string, Check>;
