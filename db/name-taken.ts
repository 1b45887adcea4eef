import { Failure } from './failure.ts';

/** Runs a write that gives a record its name. @throws Failure record.name-taken when another one has it */
export async function naming<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE')
      throw new Failure('record.name-taken', { name }, { cause: error });
    throw error;
  }
}
