/** What a process saw of one try of a job. */
export interface JobSeen {
  connection: string;
  job: string;
  /** `done`, the kind of the failure, `put-off` or `unexpected`. */
  outcome: string;
  /** How long the work took. */
  seconds: number;
  /** From the door (or whoever asked) to the end of the work. */
  sinceAskedSeconds: number;
}
