/** For the calls that send a message: the language of the page's reader, where the deployment has texts in it. */
export function inMyLanguage(): { readonly clientMetadata: string } {
  return { clientMetadata: JSON.stringify({ locale: navigator.language }) };
}
