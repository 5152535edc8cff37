import { useLazyQuery } from '@apollo/client/react';
import { MyDataDocument } from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { download } from '../../ui/download.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { Section } from './card/section.tsx';

/** Everything that is stored about the user, as a file. */
export function MyData() {
  const { announce } = useAnnouncer();
  const [load] = useLazyQuery(MyDataDocument, { fetchPolicy: 'no-cache' });

  async function save(): Promise<void> {
    const { data, error } = await load();
    if (!data) throw error;
    download('my-data.json', JSON.stringify(JSON.parse(data.myData), null, 2), 'application/json');
    announce('Your data is downloaded.');
  }

  return (
    <Section id="my-data" title="Your data">
      <p>A file with everything that this site keeps about you.</p>
      <Form onSubmit={save}>
        <Submit look="secondary">Download my data</Submit>
      </Form>
    </Section>
  );
}
