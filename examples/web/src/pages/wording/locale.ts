/** For calls that send a message: the user's language, in which the deployment may have a text. */
export function inMyLanguage(): { readonly clientMetadata: string } {
  return { clientMetadata: JSON.stringify({ locale: navigator.language }) };
}
