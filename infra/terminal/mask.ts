/** What stands where a secret was. */
const masked = '****'

/**
 * Takes secrets out of any text: AWS quotes a parameter's value in some of its messages.
 *
 * @param secrets as they are, with line ends; a text may show each line of one apart.
 */
export function createMask(secrets: Iterable<string>): (text: string) => string {
  const parts = [...secrets]
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), ...secret.split(/\r?\n/)])
    // Shorter ones would blank out half of every sentence, and protect nothing.
    .filter((part) => part.trim().length >= 4)
    .sort((left, right) => right.length - left.length)
  return (text) => parts.reduce((rest, part) => rest.replaceAll(part, masked), text)
}
