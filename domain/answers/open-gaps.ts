const GAP = /\[[^[\]\n]+\]/g;

/** What still stands between square brackets in a text that began as a draft: the handler's to fill in or take out. */
export function openGaps(text: string): readonly string[] {
  return text.match(GAP) ?? [];
}
