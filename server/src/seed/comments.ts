/** A demonstration comment. */
export interface DemoComment {
  /** Title of the post it stands under. */
  readonly post: string;
  /** Username of its author. */
  readonly author: string;
  /** Hours after the post was published. */
  readonly after: number;
  readonly body: string;
}

export const demoComments: readonly DemoComment[] = [
  {
    post: 'Small pull requests are a kindness',
    author: 'tomas',
    after: 3,
    body: 'It is the same with dough: fold a little, rest, fold again. Nobody can judge a batch of forty loaves at once.',
  },
  {
    post: 'Small pull requests are a kindness',
    author: 'wen',
    after: 7,
    body: 'What do you do when the change only makes sense as a whole? A rename across the house, say.',
  },
  {
    post: 'Small pull requests are a kindness',
    author: 'mira',
    after: 8,
    body: 'A rename goes alone, with nothing else in it. Large and dull is fine; large and interesting is not.',
  },
  {
    post: 'The bench test',
    author: 'ilse',
    after: 5,
    body: 'A fruit tree beside it helps. People sit down for the shade and stay for the plums.',
  },
  {
    post: 'Herbs for a north window',
    author: 'mira',
    after: 20,
    body: 'Mint has survived my north window for three years. So has everything the mint decided to tolerate.',
  },
  {
    post: 'Bread for people with jobs',
    author: 'wen',
    after: 12,
    body: 'Tried it on Sunday. The second rise in the fridge is what makes it possible at all. Thank you!',
  },
];
