/** The label of an attribute, such as “Given name” for `given_name`. */
export function attributeLabel(name: string): string {
  if (name === 'email') return 'E-mail';
  const words = name.replace(/^custom:/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
