import type { ObjectDefinition } from '../../model.ts';
import { contentObjects } from './content-objects.ts';
import { peopleObjects } from './people-objects.ts';
import { setupObjects } from './setup-objects.ts';

/** The objects every org has, fresh each time. */
export function standardObjects(): Map<string, ObjectDefinition> {
  return new Map([...peopleObjects(), ...setupObjects(), ...contentObjects()].map((object) => [object.name, object]));
}
