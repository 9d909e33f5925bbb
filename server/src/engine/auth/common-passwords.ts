/** The passwords that guessers try first, from a list that comes with the server: nothing is asked over the network. */

let loading: Promise<ReadonlySet<string>> | undefined;

/** Whether a password is one of the commonest, whatever its case. The list is loaded by the first call. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= load();
  return (await loading).has(password.toLowerCase());
}

/** Shorter ones are refused before anybody asks here. */
const shortest = 8;

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].filter(({ length }) => length >= shortest));
}
