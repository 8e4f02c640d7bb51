import { childOf, childrenOf, type XmlElement } from './xml.ts';

/** Whom a `Queue` element names as members; undefined when it says nothing about them. */
export interface QueueMembers {
  /** Usernames. */
  users: string[];
  /** API names. */
  publicGroups: string[];
  /** Kinds of members this org does not know: roles. */
  unknown: string[];
}

const KNOWN = ['users', 'publicGroups'];

/** The members in a queue's metadata. */
export function queueMembers(queue: XmlElement): QueueMembers | undefined {
  const members = childOf(queue, 'queueMembers');
  if (!members) return undefined;
  const textsIn = (list: string, item: string) =>
    childrenOf(members, list).flatMap((each) => childrenOf(each, item).map(({ text }) => text));
  return {
    users: textsIn('users', 'user'),
    publicGroups: textsIn('publicGroups', 'publicGroup'),
    unknown: members.children.map(({ name }) => name).filter((name) => !KNOWN.includes(name)),
  };
}
