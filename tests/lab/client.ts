import { type ChildProcess, spawn } from 'node:child_process';
import { type CommandOptions, type CommandResult, run } from './command.ts';
import { endProcesses } from './namespaces.ts';

/** The machine in front of the network: programs that run here see the lab, and nothing else. */
export class Client {
  readonly namespace: string;
  readonly #env: Readonly<Record<string, string>>;

  constructor(namespace: string, authority: string) {
    this.namespace = namespace;
    // NODE_EXTRA_CA_CERTS: Node's own clients trust the lab as browsers are told to.
    this.#env = { RINGBACK_LAB_CA: authority, NODE_EXTRA_CA_CERTS: authority };
  }

  /** The command line that runs a program in here, for those who start it themselves. */
  wrap(command: string, args: readonly string[] = []): readonly [string, ...string[]] {
    return ['ip', 'netns', 'exec', this.namespace, command, ...args];
  }

  run(command: string, args: readonly string[] = [], { env, ...options }: CommandOptions = {}): Promise<CommandResult> {
    const [program, ...rest] = this.wrap(command, args);
    return run(program, rest, { ...options, env: { ...this.#env, ...env } });
  }

  /** For programs that stay; `inherit` hands them the terminal. */
  start(command: string, args: readonly string[] = [], stdio: 'inherit' | 'pipe' = 'pipe'): ChildProcess {
    const [program, ...rest] = this.wrap(command, args);
    return spawn(program, rest, { env: { ...process.env, ...this.#env }, stdio });
  }

  /** Ends whatever still runs in here, such as the browser of a driver that was killed. */
  endAll(): void {
    endProcesses(this.namespace);
  }
}
