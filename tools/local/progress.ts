import type { WriteStream } from 'node:tty';

/** Tells the engineer what is going on. `step` returns what the work returns. */
export type Progress = {
  readonly step: <Result>(label: string, work: () => Promise<Result>) => Promise<Result>;
};

export const silentProgress: Progress = { step: (_label, work) => work() };

type Terminal = Pick<WriteStream, 'write' | 'isTTY'>;

/**
 * One line for each step when it is done, with the seconds since the start and what the step took; on a terminal
 * also a last line with what is under way. Steps may run side by side.
 */
export function terminalProgress(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  const began = now();
  const underWay = new Set<string>();
  let ticking: NodeJS.Timeout | undefined;

  const clear = () => terminal.isTTY && terminal.write('\r\u001B[2K');
  const show = () => {
    if (terminal.isTTY) terminal.write(`\r\u001B[2K${elapsed(began, now())} ${[...underWay].join(', ')} ...`);
  };
  const begin = (label: string) => {
    underWay.add(label);
    if (terminal.isTTY) ticking ??= setInterval(show, 1000).unref();
    show();
  };
  const end = (label: string) => {
    underWay.delete(label);
    clear();
    if (underWay.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };

  return {
    step: async (label, work) => {
      const stepBegan = now();
      begin(label);
      try {
        const result = await work();
        end(label);
        terminal.write(`${elapsed(began, now())} ${label} (${seconds(stepBegan, now())})\n`);
        return result;
      } finally {
        end(label);
        if (underWay.size > 0) show();
      }
    },
  };
}

function elapsed(from: number, to: number): string {
  return `[${seconds(from, to).padStart(7)}]`;
}

function seconds(from: number, to: number): string {
  return `${((to - from) / 1000).toFixed(1)} s`;
}
