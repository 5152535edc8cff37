import { integer, orNull, type Reader, record, string } from '../input/reader.ts';
import type { Reauthentication } from './environment.ts';

export const reauthentication: Reader<Reauthentication> = record({ maxAgeSeconds: integer, acr: orNull(string) });
