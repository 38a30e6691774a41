/** Something the engineer must put right before the desk can be deployed; the message is a sentence for them. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
