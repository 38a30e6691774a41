import { advanceCaseEnv } from './env.ts';
import { advance } from './advance.ts';
import { caseDependencies } from '../runtime/stores.ts';
import { taskFunction } from '../runtime/task-function.ts';

const dependencies = caseDependencies(advanceCaseEnv.parse(process.env));

export const handler = taskFunction((input) => advance(dependencies, input));
