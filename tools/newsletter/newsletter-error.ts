/** The newsletter cannot be sent as it was asked. The message is one sentence for whoever runs the tool. */
export class NewsletterError extends Error {
  override readonly name = 'NewsletterError';
}
