import { Disclosure } from './Disclosure.tsx';

/** Addresses, folded away: many, and nobody must scroll past them. */
export const HostList = ({ title, hosts }: { title: string; hosts: readonly string[] }) => (
  <Disclosure title={title}>
    <ul class="hosts" dir="ltr">
      {hosts.map((host) => (
        <li key={host}>{host}</li>
      ))}
    </ul>
  </Disclosure>
);
