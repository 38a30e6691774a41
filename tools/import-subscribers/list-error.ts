/** The file as a whole cannot be read as a list. The message is one sentence for whoever runs the tool. */
export class ListError extends Error {
  override readonly name = 'ListError';
}
