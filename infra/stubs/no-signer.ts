/** Stands for `@smithy/signature-v4` in the bundle of a function that signs nothing. */
export class SignatureV4 {
  sign(): Promise<never> {
    return Promise.reject(new Error('This function signs nothing: it calls unsigned operations only.'));
  }
}
