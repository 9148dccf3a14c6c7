import { errorMessage } from "../../model/error-message";
import { ExistsButFails, type Properties, type ResourceState } from "./resource";

/** Output of an object that was made, and to which not all was written that was declared. */
const mark = "incomplete";

/** True for a resource whose create went wrong after its object was made: an update is to write all of it. */
export const isIncomplete = ({ outputs }: Pick<ResourceState, "outputs">): boolean => outputs[mark] === true;

/** The outputs of a resource to which not all was written. */
export const asIncomplete = (outputs: Properties): Properties => ({ ...outputs, [mark]: true });

/**
 * Runs what comes after an object was made. Where that fails, the resource is kept as one that does not work: without it nobody
 * would know of the object, and a destroy would leave it.
 */
export async function keptWhenMade(
  made: { readonly id: string; readonly outputs: Properties },
  rest: () => Promise<void>,
): Promise<void> {
  try {
    await rest();
  } catch (error) {
    throw new ExistsButFails(errorMessage(error), made.id, asIncomplete(made.outputs));
  }
}
