/** What the functions logged since the last `clear`; nothing reaches the console of the test run. */
export interface LogLines {
  readonly lines: readonly LogLine[];
  readonly text: () => string;
  clear(): void;
}

export interface LogLine {
  readonly level: string;
  readonly code: string;
  readonly [field: string]: unknown;
}

const texts: string[] = [];
console.info = (line: object) => void texts.push(JSON.stringify({ level: 'info', ...line }));
console.error = (line: object) => void texts.push(JSON.stringify({ level: 'error', ...line }));

/** The log of this test file: functions write to the console, which tests keep. */
export const logLines: LogLines = {
  get lines() {
    return texts.map((line) => JSON.parse(line) as LogLine);
  },
  text: () => texts.join('\n'),
  clear: () => {
    texts.length = 0;
  },
};
