import type { AccountStack } from './stacks/account-stack.ts';
import type { DataStack } from './stacks/data-stack.ts';
import type { DeskStack } from './stacks/desk-stack.ts';
import type { WatchStack } from './stacks/watch-stack.ts';

/** The stacks of one stage. */
export interface DeskStacks {
  readonly account: AccountStack;
  readonly data: DataStack;
  readonly desk: DeskStack;
  readonly watch: WatchStack;
}
